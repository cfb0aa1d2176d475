// A stranger's signature is explained on the screen: for a request that was sent, and for any other without sending it.
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { defaultSeed } from '#electron/sandbox/seed/default-seed.ts';
import { signRequest } from '#shared/domain/oauth1/sign-request.ts';
import { expect, test } from '#tests/support/app-fixture.ts';
import { Workbench } from '#tests/support/workbench.ts';

/** The Authorization header of a client that signs by the letter of RFC 5849, as the seed's integration. */
function signByRfc(url: string, change: { readonly tokenSecret?: string } = {}): string {
  const [integration] = defaultSeed().integrations;
  const signed = signRequest(
    {
      profile: 'rfc5849',
      method: 'GET',
      url,
      headers: [],
      body: null,
      consumerKey: integration!.consumerKey,
      consumerSecret: integration!.consumerSecret,
      token: integration!.accessToken!,
      tokenSecret: change.tokenSecret ?? integration!.accessTokenSecret!,
      nonce: 'nonceofanotherclient0000000000ab',
      timestamp: String(Math.floor(Date.now() / 1000)),
      signatureMethod: 'HMAC-SHA256',
      version: '1.0',
    },
    nodeSigner,
  );
  if (!signed.ok) throw new Error(signed.error.message);
  return signed.value.authorizationHeader;
}

test('a header in the order of the RFC, pasted beside the signature that was sent', async ({ launch }) => {
  const { page } = await launch();
  const workbench = new Workbench(page);
  await workbench.waitForSandbox();
  await workbench.openSample('Twelve filter groups');
  const sentUrl = await workbench.request.getByTitle(/^http:/).getAttribute('title');
  await expect(
    workbench.request.getByRole('button', { name: /RFC 5849 puts/ }),
    'the order is marked beside a parameter before anything is sent',
  ).toBeVisible();
  await workbench.send();
  await expect(workbench.status).toContainText('200 OK');
  await workbench.openResponseTab(/Signature/);

  const field = workbench.response.getByLabel('Paste another signature to compare');
  await field.fill(`Authorization: ${signByRfc(sentUrl!)}`);
  const diagnosis = workbench.response.getByRole('status', { name: 'Diagnosis' });
  await expect(diagnosis).toContainText('The parameters were signed in the wrong order.');
  await expect(diagnosis).toContainText('Next step');
  await expect(diagnosis).toContainText(
    /The first difference is in parameter 13, at byte \d+: the server has “.*\[2\]/,
  );
  await expect(diagnosis.getByRole('region', { name: 'The server’s base string' }).locator('mark')).toHaveText('2');
  await expect(diagnosis.getByRole('region', { name: 'What was signed' }).locator('mark')).toHaveText('1');
  const [integration] = defaultSeed().integrations;
  await diagnosis.getByRole('button', { name: 'Whole' }).first().click();
  await expect(diagnosis).toContainText('oauth_nonce');
  await expect(diagnosis).not.toContainText(integration!.consumerKey);

  await field.fill('Bearer abc');
  await expect(workbench.response).toContainText('This is neither an OAuth header');
});

test('any signature with typed secrets, by a command', async ({ launch }) => {
  const { page } = await launch();
  const url = 'https://shop.test/rest/V1/products/24-MB01?fields=sku';
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('Diagnose a signature');
  await expect(page.getByRole('option', { selected: true })).toContainText('Diagnose a signature');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Diagnose a signature' });
  const diagnose = dialog.getByRole('button', { name: 'Diagnose', exact: true });
  await expect(diagnose).toBeDisabled();

  const [integration] = defaultSeed().integrations;
  await dialog.getByLabel('Signature').fill(signByRfc(url, { tokenSecret: '' }));
  await dialog.getByLabel('URL').fill(url);
  await dialog.getByLabel('Secrets of').click();
  await page.getByRole('option', { name: 'Secrets typed here' }).click();
  await dialog.getByLabel('Consumer secret').fill(integration!.consumerSecret);
  await dialog.getByLabel('Access token secret').fill(integration!.accessTokenSecret!);
  await diagnose.click();
  const diagnosis = dialog.getByRole('status', { name: 'Diagnosis' });
  await expect(diagnosis).toContainText('The token secret is missing from the key.');
  await expect(diagnosis).toContainText('missing-token-secret');

  // A cURL command brings its own request.
  await dialog.getByLabel('Signature').fill(`curl '${url}' -H 'Authorization: ${signByRfc(url)}'`);
  await expect(dialog.getByLabel('URL')).toHaveCount(0);
  await diagnose.click();
  await expect(diagnosis).toContainText('The signature is right.');
});
