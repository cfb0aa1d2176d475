// `lodestone sandbox --profile` starts a sandbox of every kind; what each one accepts is tested beside the verifier.
import { describe, expect, it } from 'vitest';
import { serverProfileIds } from '#shared/domain/oauth1/server-profile-id.ts';
import { runCli, startCliSandbox } from '#tests/support/run-cli.ts';

describe('sandbox --profile', () => {
  it('takes every profile', { timeout: 30_000 }, async () => {
    const sandboxes = await Promise.all(serverProfileIds.map((id) => startCliSandbox(['--profile', id])));
    const announced = sandboxes.map((sandbox) => sandbox.announced['profile']);
    const exitCodes = await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
    expect(announced).toEqual(serverProfileIds);
    expect(exitCodes).toEqual(serverProfileIds.map(() => 0));
  });

  it('refuses another one and names those that there are', async () => {
    const { exitCode, stderr } = await runCli(['sandbox', '--profile', 'magento-1.9']);
    expect({ exitCode, isEachNamed: serverProfileIds.every((id) => stderr.includes(id)) }).toEqual({
      exitCode: 2,
      isEachNamed: true,
    });
  });
});
