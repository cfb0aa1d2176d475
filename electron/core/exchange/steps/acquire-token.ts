import { headerValue } from '#shared/domain/http/headers.ts';
import { authorisers } from '#electron/core/auth/authorisers.ts';
import type { ExchangeStep } from '../exchange-context.ts';
import { typedHeaders } from '../assemble-headers.ts';

/** Gets the token of an identity that needs one, unless the user wrote an Authorization header. */
export const acquireToken: ExchangeStep = async (context) => {
  const { environment, identity } = context.input;
  if (headerValue(typedHeaders(context.request), 'Authorization') !== undefined) return;
  if (context.credentialProblem) throw context.credentialProblem;
  if (!authorisers[identity.kind].needsToken) return;
  context.emit({ kind: 'progress', phase: 'token', bytes: 0, totalBytes: null });
  context.token = await context.dependencies.tokens.obtain(environment, identity, context.signal);
  context.usedTokens.add(context.token.value);
};
