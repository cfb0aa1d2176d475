import type { Services } from '#electron/core/create-services.ts';
import type { Handlers } from '#electron/rpc/handlers.ts';

type SignatureCalls = Extract<keyof Handlers, `signatures.${string}`>;

export function createSignatureHandlers({
  environments,
  identities,
  credentials,
}: Services): Pick<Handlers, SignatureCalls> {
  return {
    'signatures.diagnose': async (input) => {
      const { diagnosePasted } = await import('#electron/core/oauth/diagnose-pasted.ts');
      const identity = input.identityId === null ? null : identities.get(input.identityId);
      return diagnosePasted(input, {
        environment: identity && environments.get(identity.environmentId),
        sealed: identity && { identity, secrets: await credentials.read(identity) },
        nowSeconds: Math.floor(Date.now() / 1000),
      });
    },
  };
}
