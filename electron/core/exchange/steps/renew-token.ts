import type { ExchangeContext } from '../exchange-context.ts';

/**
 * Judges a refused Bearer: Magento answers the same 401 for an expired token and a missing right, so a token that may have
 * expired or been revoked is renewed once, silently. True where the request is to be sent again.
 */
export function shouldRenewToken(context: ExchangeContext): boolean {
  const { answer, token, attempts, input, dependencies } = context;
  const { tokens } = dependencies;
  const identityId = input.identity.id;
  if (!answer || !token) return false;
  if (answer.head.status !== 401) {
    if (answer.head.status < 300) tokens.confirm(identityId, token);
    return false;
  }
  if (attempts.length > 1) {
    tokens.acquit(identityId, token);
    return false;
  }
  if (!tokens.isDoubtful(identityId)) return false;
  tokens.discard(identityId, token);
  answer.body.destroy();
  context.answer = null;
  return true;
}
