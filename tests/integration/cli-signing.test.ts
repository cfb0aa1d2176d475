import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signErrorSchema, signOutputSchema } from '#electron/cli/commands/sign-line.ts';
import { diagnosisSchema } from '#shared/domain/oauth1/diagnosis/diagnosis.ts';
import { readOAuthVectors, toSigningInput } from '#tests/support/oauth-vectors.ts';
import { runCli } from '#tests/support/run-cli.ts';

const answerSchema = z.union([signOutputSchema, signErrorSchema]);

describe('sign', () => {
  test('signs a batch of the recorded requests, and goes on after a bad line', async () => {
    const vectors = readOAuthVectors('d').filter(({ accepted }) => accepted === true);
    const lines = vectors.map((vector, id) => {
      const { oauthParameters: oauth, token, headers } = toSigningInput(vector, 'magento-next');
      return JSON.stringify({ ...vector, id, profile: 'magento-next', headers, token, oauth, exact: true });
    });
    lines.splice(3, 0, '{"id":"bad"');
    const { exitCode, stdout } = await runCli(['sign', '--batch'], { input: lines.join('\n') });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)));
    const [bad] = answers.splice(3, 1);
    expect(exitCode).toBe(0);
    expect(bad).toMatchObject({ id: null, error: { code: 'input.invalid' } });
    expect(answers.map((answer) => 'signature' in answer && answer.signature)).toEqual(
      vectors.map(({ signature }) => signature),
    );
  });

  test('signs as an integration of an environment', async () => {
    const args = ['sign', 'GET', '/V1/products?a=b+c', '--nonce', 'n', '--timestamp', '1795463959', '--json'];
    const { exitCode, stdout } = await runCli(args);
    const output = signOutputSchema.parse(JSON.parse(stdout));
    expect({ exitCode, warnings: output.warnings }).toEqual({ exitCode: 0, warnings: [] });
    expect(output.sentUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rest\/default\/V1\/products\?a=b%20c$/);
    expect(output.authorizationHeader).toContain('oauth_nonce="n"');
  });

  test.each([
    ['no request', ['sign'], 'nothing to sign'],
    ['an unknown profile', ['sign', 'GET', '/V1/products', '--profile', 'magento-1.9'], 'magento-1.9'],
    ['a guest', ['sign', 'GET', '/V1/products', '--as', 'guest'], 'signs nothing'],
  ])('refuses %s', async (_, args, says) => {
    const { exitCode, stderr } = await runCli(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('diagnose', () => {
  const vector = readOAuthVectors('a').find(({ name }) => name === 'search_12_filter_groups')!;
  const { authorizationHeader: header, method, url, consumerSecret, tokenSecret } = vector;

  test('explains a signature from one JSON object, secrets and all', async () => {
    const input = JSON.stringify({ header, method, url, consumerSecret, tokenSecret });
    const { exitCode, stdout } = await runCli(['diagnose', '-', '--json'], { input });
    const diagnosis = diagnosisSchema.parse(JSON.parse(stdout));
    expect({ exitCode, ...diagnosis, detail: '' }).toEqual({
      exitCode: 0,
      finding: 'wrong-order',
      detail: '',
      profile: 'magento-2.4.4',
      firstDifference: { index: 962, expected: '2', actual: '1' },
    });
  });

  test('reads a cURL command, and exits with 1 where nothing explains the signature', async () => {
    const curl = `curl -X ${method} '${url}' -H 'Authorization: ${header}'`;
    const input = JSON.stringify({ curl, consumerSecret: 'another', tokenSecret });
    const { exitCode, stdout } = await runCli(['diagnose', '-', '--json'], { input });
    expect([exitCode, diagnosisSchema.parse(JSON.parse(stdout)).finding]).toEqual([1, 'unknown']);
  });

  test('compares a base string without any secret', async () => {
    const args = ['diagnose', '--base-string', '-', '--url', url, '--profile', 'rfc5849'];
    const { exitCode, stdout } = await runCli(args, { input: vector.baseString });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^valid/);
  });

  test('asks for secrets where it needs them', async () => {
    const { exitCode, stderr } = await runCli(['diagnose', '--header', header, '--url', url]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--as');
  });
});
