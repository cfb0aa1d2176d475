// What the sandbox serves is answered as a real Magento 2.4.4 answered it: same status, same content type, same text for
// JSON errors, same shape for data.
import { describe, expect, it } from 'vitest';
import type { Seed } from '#electron/sandbox/seed/seed.ts';
import { type RunningSandbox, startSandbox } from '#electron/sandbox/start-sandbox.ts';
import { readTarget, sendRaw } from '#tests/support/raw-http.ts';
import {
  describeShape,
  readRecordedSeed,
  readRecordedTime,
  readTranscripts,
  type Transcript,
} from '#tests/support/sandbox-transcripts.ts';

const seed = readRecordedSeed();
const transcripts = readTranscripts();
const byName = new Map(transcripts.map((transcript) => [transcript.name, transcript]));

/** Transcripts that were recorded after others of the same server, which have to come first. */
const precedents: Readonly<Record<string, readonly string[]>> = {
  aggregated_media_after: ['aggregated_product_with_stock_and_media'],
  aggregated_stock_after: ['aggregated_product_with_stock_and_media'],
  aggregated_nothing_half_made: ['aggregated_media_bad_image'],
  nonce_burn_2_same_nonce_good_signature: ['nonce_burn_2_same_nonce_good_signature'],
  nonce_over_32_chars_same_prefix_BBBB: ['nonce_over_32_chars_same_prefix_AAAA'],
  nonce_same_for_other_consumer: ['nonce_same_for_other_consumer_setup'],
  product_update_put_fr: ['product_create'],
  product_get_sku_special_encoded_slash: ['product_create_sku_special'],
  product_get_sku_special_plus_space: ['product_create_sku_special'],
};

const withoutProduct =
  (sku: string) =>
  (held: Seed): Seed => ({
    ...held,
    products: held.products.filter((product) => product.sku !== sku),
  });
const withProduct =
  (sku: string) =>
  (held: Seed): Seed => ({
    ...held,
    products: [
      ...held.products,
      ...held.products.slice(0, 1).map((product) => ({ ...product, id: 90, sku, weight: undefined })),
    ],
  });
const withoutCustomer =
  (email: string) =>
  (held: Seed): Seed => ({
    ...held,
    customers: held.customers.filter((customer) => customer.email !== email),
  });
const withLimitedIntegration =
  (change: Partial<Seed['integrations'][number]>) =>
  (held: Seed): Seed => ({
    ...held,
    integrations: held.integrations.map((integration) =>
      integration.name === 'limited' ? { ...integration, ...change } : integration,
    ),
  });

/** Where a recording was made on other data than the seed holds. */
const changes: Readonly<Record<string, (held: Seed) => Seed>> = {
  customer_create_by_admin: withoutCustomer('bob@example.com'),
  customer_create_guest: withoutCustomer('jane@example.com'),
  limited_admin_allowed_products: (held) => ({ ...held, products: [] }),
  product_create: withoutProduct('TEST-1'),
  product_update_put_fr: withoutProduct('TEST-1'),
  signed_delete_product: withProduct('SIGNED-1'),
  signed_inactive_integration: withLimitedIntegration({ active: false }),
  signed_put_all_store: withProduct('SIGNED-1'),
  signed_put_product: withProduct('SIGNED-1'),
  signed_revoked_token: withLimitedIntegration({ revoked: true }),
  xml_search_list: (held) => ({
    ...held,
    products: held.products.slice(0, 1).map((product) => ({ ...product, name: 'Test product' })),
  }),
};

function readConfig({ name, given }: Transcript): Record<string, unknown> {
  return {
    ...(given?.['integrationAsBearer'] === true && { 'oauth/consumer/enable_integration_as_bearer': 1 }),
    ...(name.startsWith('use_store_1') && { 'web/url/use_store': 1 }),
  };
}

/** A recorded token names a user; we ask the sandbox for one of the same user, unless it is to be refused. */
async function renewToken(sandbox: RunningSandbox, header: string): Promise<string> {
  const payload = /^Bearer eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+$/.exec(header)?.[1];
  if (payload === undefined) return header;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { uid: number; utypid: number };
  const isAdmin = claims.utypid === 2;
  const admin = seed.admins[claims.uid - 1];
  const customer = seed.customers.find(({ id }) => id === claims.uid);
  const username = isAdmin ? admin?.username : customer?.email;
  const response = await fetch(`${sandbox.url}/rest/V1/integration/${isAdmin ? 'admin' : 'customer'}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: isAdmin ? admin?.password : customer?.password }),
  });
  return `Bearer ${String(await response.json())}`;
}

const keepsToken = (name: string): boolean => /expired|tampered|quoted|garbage/.test(name);

async function replay(sandbox: RunningSandbox, { name, request }: Transcript) {
  const headers = await Promise.all(
    request.headers.map(async ([header, value]) => {
      const isToken = header === 'Authorization' && !keepsToken(name);
      return [header, isToken ? await renewToken(sandbox, value) : value] as const;
    }),
  );
  const { method, url, body } = request;
  const port = Number(new URL(sandbox.url).port);
  return await sendRaw(port, { method, target: readTarget(url), headers, body: body ?? null });
}

const contentType = (headers: Transcript['response']['headers']): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];

const withoutReportId = (body: string): string => body.replace(/webapi-[0-9a-f]{13}/, 'webapi-…');

/** What of a response must be the same. */
function summarise({ status, headers, body }: Transcript['response']): unknown {
  const type = contentType(headers);
  const isJson = type?.includes('json') === true;
  if (isJson && status >= 400) return { status, type, text: withoutReportId(body) };
  if (isJson) return { status, type, shape: describeShape(JSON.parse(body)) };
  if (type?.includes('xml')) return { status, type, text: body.replace(/>eyJ[^<]+</, '>token<') };
  return { status, type };
}

describe('recorded exchanges', () => {
  it.each(transcripts.map((transcript) => [transcript.name, transcript] as const))('%s', async (name, transcript) => {
    const sandbox = await startSandbox({
      port: 0,
      profile: 'magento-2.4.4',
      seed: (changes[name] ?? ((held: Seed) => held))(seed),
      clock: () => readRecordedTime(transcript),
      config: readConfig(transcript),
    });
    for (const precedent of precedents[name] ?? []) {
      const before = byName.get(precedent);
      if (before) await replay(sandbox, before);
    }
    const response = await replay(sandbox, transcript);
    await sandbox.close();
    expect(summarise(response)).toEqual(summarise(transcript.response));
  });
});
