import type { ExchangeContext } from '../exchange-context.ts';

/**
 * Judges a refused Bearer: Magento answers the same 401 for an expired token and a missing right, so a token that may have
 * expired is renewed once, silently. True where the request is to be sent again.
 */
export function shouldRenewToken(context: ExchangeContext): boolean {
  const { answer, token, attempts, input, dependencies } = context;
  if (answer?.head.status !== 401 || !token || attempts.length > 1) return false;
  if (!dependencies.tokens.isDoubtful(input.identity.id)) return false;
  dependencies.tokens.discard(input.identity.id, token);
  answer.body.destroy();
  context.answer = null;
  return true;
}
