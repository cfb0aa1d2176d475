import type { ExchangeContext } from './exchange-context.ts';
import { createSecretMasker, type SecretMasker } from './mask-secrets.ts';

/** Covers the secrets of the exchange's identity and every token that it used so far. */
export const maskerOf = (context: Pick<ExchangeContext, 'secrets' | 'usedTokens'>): SecretMasker =>
  createSecretMasker([...Object.values(context.secrets), ...context.usedTokens]);
