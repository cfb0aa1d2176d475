import { headerValue } from '#shared/domain/http/headers.ts';
import { judgeSignature, type SignatureVerdict } from '#shared/domain/magento/signature-verdict.ts';
import { findNextLikelyProfile } from '#shared/domain/oauth1/likely-profiles.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import { peekBody } from '../peek-body.ts';

/** What may be sent a second time with the effect of once (RFC 9110 §9.2.2); a refused signature had no effect anyway. */
const idempotentMethod = /^(?:GET|HEAD|OPTIONS|PUT|DELETE)$/;

/**
 * Judges a refused signature: the store may verify as another profile than the environment says, so the request is signed
 * once more under the likeliest that signs this very request otherwise. What worked is remembered as a suggestion. True
 * where the request is to be sent again.
 */
export async function shouldTryProfile(context: ExchangeContext): Promise<boolean> {
  const signedAs = context.attempts.at(-1)?.profile ?? null;
  if (!context.answer || signedAs === null) return false;
  if (signedAs !== context.input.environment.profile) {
    const verdict = await readVerdict(context);
    context.suggestedProfile = verdict === 'accepted' ? signedAs : null;
    return false;
  }
  if (context.answer.head.status !== 401 || !idempotentMethod.test(context.request.method)) return false;
  if ((await readVerdict(context)) !== 'invalid') return false;
  const next = findNextProfile(context, signedAs);
  if (next === null) return false;
  context.profile = next;
  context.answer.body.destroy();
  context.answer = null;
  return true;
}

/** Looks into the body of a failure; it stays to be received. */
async function readVerdict(context: ExchangeContext): Promise<SignatureVerdict> {
  if (!context.answer) return 'unclear';
  const { status, headers } = context.answer.head;
  if (status < 300) return 'accepted';
  if (status < 400 || status >= 500) return 'unclear';
  const { text, answer } = await peekBody(context.answer);
  context.answer = answer;
  return judgeSignature({ status, contentType: headerValue(headers, 'Content-Type') ?? '', bodyText: text });
}

function findNextProfile({ attempts, body }: ExchangeContext, refused: ServerProfileId): ServerProfileId | null {
  const sent = attempts.at(-1)?.hops.at(-1)?.request;
  if (!sent) return null;
  const contentType = headerValue(sent.headers, 'Content-Type') ?? '';
  const hasBody = body !== null && sent.bodyText !== null;
  return findNextLikelyProfile({ ...sent, body: hasBody ? { contentType, text: body.text } : null }, refused);
}
