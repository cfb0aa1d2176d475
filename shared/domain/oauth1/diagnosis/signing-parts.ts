// A signature taken apart, so that each part can be put wrong by itself.
import { percentEncode, percentEncodeBytes } from '../percent-encoding.ts';
import { type EncodedParameter, joinParameters } from '../parameters.ts';
import { prepareSignature } from '../prepare-signature.ts';
import type { ServerProfileId } from '../server-profile-id.ts';
import type { HashName } from '../signature-methods.ts';
import { serverProfiles } from '../server-profiles.ts';
import { type Authorization } from './read-authorization.ts';
import { type DiagnosisSubject, type SubjectSecrets, toSigningInput } from './diagnosis-subject.ts';

/** Everything that a signature is made of. */
export interface SigningParts {
  readonly profile: ServerProfileId;
  readonly method: string;
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly parameters: readonly EncodedParameter[];
  readonly key: string;
  /** Null for PLAINTEXT, where the key is the signature. */
  readonly hash: HashName | null;
  /** Joins the parts into the base string. */
  readonly write: (parts: SigningParts) => string;
}

/** What a mistake sees of the request beside the parts that it changes. */
export interface MistakeContext {
  readonly subject: DiagnosisSubject;
  readonly authorization: Authorization;
  readonly secrets: SubjectSecrets;
}

/** One way of making a mistake: the parts that it puts wrong, and what to say of it. */
export interface Variation {
  readonly change: Partial<SigningParts>;
  readonly detail: string;
}

/** A common mistake, by the name of its finding. */
export interface Mistake {
  readonly finding: string;
  readonly vary: (parts: SigningParts, context: MistakeContext) => readonly Variation[];
}

/** The parts as a server of this profile has them; null where it can't verify such a request at all. */
export function readParts(profile: ServerProfileId, context: MistakeContext): SigningParts | null {
  const { subject, authorization, secrets } = context;
  const prepared = prepareSignature(toSigningInput(subject, authorization, profile));
  if (!prepared.ok) return null;
  const { baseUrl, parameters, method } = prepared.value;
  const [, scheme = '', authority = '', path = ''] = /^([^:]+):\/\/([^/]*)(.*)$/s.exec(baseUrl) ?? [];
  return {
    profile,
    method: subject.method.toUpperCase(),
    scheme,
    authority,
    path,
    parameters,
    key: writeKey(secrets.consumerSecret, secrets.tokenSecret),
    hash: method.kind === 'plaintext' ? null : method.hash,
    write: writeBaseString,
  };
}

/** RFC 5849 §3.4.1.1. */
export function writeBaseString(parts: SigningParts): string {
  const parameters = percentEncodeBytes(joinParameters(parts.parameters));
  return `${parts.method}&${percentEncodeBytes(writeUrl(parts))}&${parameters}`;
}

/** The base string URI. */
export function writeUrl({ scheme, authority, path }: SigningParts): string {
  return `${scheme}://${authority}${path}`;
}

/** The key of an HMAC (RFC 5849 §3.4.2). */
export function writeKey(consumerSecret: string, tokenSecret: string | null): string {
  return `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret ?? '')}`;
}

/** Puts parameters in the order of the profile. */
export function arrange(profile: ServerProfileId, parameters: readonly EncodedParameter[]): EncodedParameter[] {
  return [...parameters].sort(serverProfiles[profile].order.compare);
}

/** A parameter with both forms of its name and value. */
export function encodeParameter(
  profile: ServerProfileId,
  parameter: Pick<EncodedParameter, 'name' | 'value' | 'origin'>,
): EncodedParameter {
  return {
    ...parameter,
    pairIndex: null,
    encodedName: percentEncodeBytes(parameter.name),
    encodedValue: serverProfiles[profile].encodeValue(parameter.value),
  };
}
