import type { Explanation } from '../exchange/explanation.ts';
import type { IdentityKind } from '../identity/identity.ts';
import type { ServerProfileId } from '../oauth1/server-profile-id.ts';
import type { MagentoFault } from './fault.ts';

/** What is known of an answer and of the request before it. */
export interface AnswerFacts {
  readonly status: number;
  readonly statusText: string;
  /** The answer's Content-Type; empty where there is none. */
  readonly contentType: string;
  /** The answer's text, or its first part where it is long. */
  readonly bodyText: string;
  readonly identityKind: IdentityKind;
  readonly method: string;
  readonly url: string;
  /** The profile under which the request was signed; null where it was not. */
  readonly profile: ServerProfileId | null;
  /** Whether an Authorization header went out. */
  readonly sentAuthorization: boolean;
  /** The request's Content-Type; empty or null where it had none. */
  readonly sentContentType: string | null;
}

/** An explanation without Magento's own message. */
export type Advice = Omit<Explanation, 'message'>;

/** One of Magento's messages and what to say of it. */
export interface KnownFault {
  /** Fits the message as Magento sends it, with its placeholders. */
  readonly pattern: RegExp;
  readonly advice: Advice | ((fault: MagentoFault, answer: AnswerFacts) => Advice);
}

/** The text of a fault's parameter; empty where it has none of that name. */
export function parameterOf(fault: Pick<MagentoFault, 'parameters'>, name: string): string {
  const { parameters } = fault;
  if (parameters === null || Array.isArray(parameters)) return '';
  const value = (parameters as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An identity kind in the middle of a sentence. */
export function withArticle(kind: IdentityKind): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
