// Finds why a stranger's signature is refused: makes the signature as each server would and as each common mistake would, and
// names the first that gives what was sent. Mistakes are tried singly before they are tried in pairs.
import { percentDecode } from '../percent-encoding.ts';
import { decodeUtf8 } from '../../../kernel/byte-string.ts';
import type { HeaderPair } from '../../http/headers.ts';
import { type ServerProfileId, serverProfileIds } from '../server-profile-id.ts';
import { serverProfiles } from '../server-profiles.ts';
import { findSignatureMethod } from '../signature-methods.ts';
import type { Signer } from '../signer.ts';
import { checkMatched } from './check-matched.ts';
import { type Diagnosis, findFirstDifference } from './diagnosis.ts';
import { type DiagnosisSubject, listMissing } from './diagnosis-subject.ts';
import { encodingMistakes, orderMistake } from './encoding-mistakes.ts';
import { keyMistakes } from './key-mistakes.ts';
import { parameterMistakes } from './parameter-mistakes.ts';
import { type Authorization, readAuthorization } from './read-authorization.ts';
import { listSignatureReadings, type SignatureReading } from './signature-writings.ts';
import { type Mistake, type MistakeContext, readParts, type SigningParts } from './signing-parts.ts';
import { textMistakes } from './text-mistakes.ts';
import { urlMistakes } from './url-mistakes.ts';

/** The commonest first. */
const mistakes: readonly Mistake[] = [
  ...keyMistakes.slice(0, 4),
  orderMistake,
  ...urlMistakes,
  ...encodingMistakes,
  ...parameterMistakes,
  ...textMistakes,
  ...keyMistakes.slice(4),
];

/** A diagnosis, and the two base strings that it speaks of; null where one is not known. Keys stand in them unmasked. */
export interface ExplainedSignature {
  readonly diagnosis: Diagnosis;
  /** What the server builds. */
  readonly expected: string | null;
  /** What was signed. */
  readonly actual: string | null;
}

/**
 * Diagnoses a signature. `finding` is `valid` where the signature is what the server expects, and `unknown` where nothing
 * that is tried here explains it.
 */
export function diagnoseSignature(subject: DiagnosisSubject, signer: Signer): Diagnosis {
  return explainSignature(subject, signer).diagnosis;
}

/** Diagnoses a signature as `diagnoseSignature` does, and tells the base strings too. */
export function explainSignature(subject: DiagnosisSubject, signer: Signer): ExplainedSignature {
  const authorization = readSubject(subject);
  const problem = findProblem(subject, authorization);
  if (problem || !authorization) return { diagnosis: problem ?? noOauth, expected: null, actual: null };
  const secrets = subject.secrets ?? { consumerSecret: '', tokenSecret: null };
  return search({ subject, authorization, secrets }, signer);
}

const noOauth: Diagnosis = {
  finding: 'no-oauth',
  detail: 'There is no “Authorization: OAuth …” and no base string to look at.',
};

/** What keeps a signature from being looked at. */
function findProblem(subject: DiagnosisSubject, authorization: Authorization | null): Diagnosis | null {
  if (!authorization) return noOauth;
  const missing = listMissing(authorization, subject.baseString === null);
  if (missing.length > 0) {
    return {
      finding: 'missing-parameter',
      detail: `The header lacks ${missing.join(', ')}.`,
      profile: subject.profile,
    };
  }
  const method = findSignatureMethod(
    authorization.parameters.find(([name]) => name === 'oauth_signature_method')?.[1] ?? '',
  );
  if (!method || method.kind === 'rsa') {
    const accepted = serverProfiles[subject.profile].signatureMethods.join(', ');
    return {
      finding: 'signature-method',
      detail: `This signature method can’t be checked with secrets. The server accepts ${accepted}.`,
      profile: subject.profile,
    };
  }
  return null;
}

function readSubject({ authorization, baseString }: DiagnosisSubject): Authorization | null {
  if (authorization !== null) return readAuthorization(authorization);
  const parameters = (baseString ?? '').split('&')[2];
  if (parameters === undefined) return null;
  const decode = (text: string): string => decodeUtf8(percentDecode(text));
  const pairs = decode(parameters)
    .split('&')
    .map((pair): HeaderPair => [decode(pair.split('=', 1)[0] ?? ''), decode(pair.slice(pair.indexOf('=') + 1))]);
  return { parameters: pairs.filter(([name]) => name.startsWith('oauth_')), realm: null, signature: null };
}

interface Match {
  readonly parts: SigningParts;
  readonly reading: SignatureReading | null;
}

interface Explanation extends Match {
  readonly finding: string;
  readonly detail: string;
}

function search(context: MistakeContext, signer: Signer): ExplainedSignature {
  const { subject } = context;
  const compare = createComparison(context, signer);
  const target = readParts(subject.profile, context);
  if (!target) {
    const detail = 'The URL is not an absolute http or https URL.';
    return { diagnosis: { finding: 'no-url', detail }, expected: null, actual: subject.baseString };
  }
  const expected = target.write(target);
  const matched = compare(target);
  if (matched) return { diagnosis: checkMatched(matched, context), expected, actual: expected };

  const others = listOtherProfiles(subject.profile, context);
  const explanation =
    explainOne([target], context, compare) ??
    explainProfile(others, subject.profile, compare) ??
    explainOne(others, context, compare) ??
    explainTwo(target, context, compare);
  const actual = explanation ? explanation.parts.write(explanation.parts) : subject.baseString;
  const firstDifference = actual === null ? undefined : findFirstDifference(expected, actual);
  const diagnosis: Diagnosis = {
    ...(explanation ? describe(explanation) : describeUnknown(context)),
    ...(firstDifference ? { firstDifference } : {}),
  };
  return { diagnosis, expected, actual };
}

type Comparison = (parts: SigningParts) => Match | null;

/** Compares base strings where one is known, else signatures in all their writings. */
function createComparison({ subject, authorization }: MistakeContext, signer: Signer): Comparison {
  const { baseString } = subject;
  const readings = authorization.signature === null ? [] : listSignatureReadings(authorization.signature);
  const sign = (parts: SigningParts): string =>
    parts.hash === null ? parts.key : signer.hmac(parts.hash, parts.key, parts.write(parts));
  return (parts) => {
    if (baseString !== null && parts.write(parts) !== baseString) return null;
    if (baseString !== null && (subject.secrets === null || readings.length === 0)) return { parts, reading: null };
    const signature = sign(parts);
    const reading = readings.find(({ base64 }) => base64 === signature);
    return reading ? { parts, reading } : null;
  };
}

/** The parts under every other profile whose base string is another. */
function listOtherProfiles(profile: ServerProfileId, context: MistakeContext): SigningParts[] {
  const target = readParts(profile, context);
  const seen = new Set(target ? [target.write(target)] : []);
  return serverProfileIds.flatMap((other) => {
    const parts = readParts(other, context);
    const baseString = parts?.write(parts);
    if (!parts || baseString === undefined || seen.has(baseString)) return [];
    seen.add(baseString);
    return [parts];
  });
}

function explainProfile(
  candidates: readonly SigningParts[],
  profile: ServerProfileId,
  compare: Comparison,
): Explanation | null {
  for (const parts of candidates) {
    const match = compare(parts);
    if (!match) continue;
    const detail = `The signature is right for ${serverProfiles[parts.profile].label}, but this server verifies as ${serverProfiles[profile].label}.`;
    return { ...match, finding: 'other-profile', detail };
  }
  return null;
}

function explainOne(
  candidates: readonly SigningParts[],
  context: MistakeContext,
  compare: Comparison,
): Explanation | null {
  for (const { finding, vary } of mistakes) {
    for (const parts of candidates) {
      for (const { change, detail } of vary(parts, context)) {
        const match = compare({ ...parts, ...change });
        if (match) return { ...match, finding, detail };
      }
    }
  }
  return null;
}

/** A parameter forgotten beside each other mistake would be tried too often, and it is rare. */
const pairable = mistakes.filter(({ finding }) => finding !== 'parameter-forgotten');
/** Keeps the search near a second for the longest requests. */
const attemptLimit = 20_000;

/** Two mistakes at once; the finding is the commoner one, the detail tells both. */
function explainTwo(parts: SigningParts, context: MistakeContext, compare: Comparison): Explanation | null {
  let attemptCount = 0;
  const seen = new Set<string>();
  for (const [index, first] of pairable.entries()) {
    for (const { change, detail } of first.vary(parts, context)) {
      const once: SigningParts = { ...parts, ...change };
      const identity = `${once.key}\n${once.hash ?? ''}\n${once.write(once)}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      for (const second of pairable.slice(index + 1)) {
        for (const { change: secondChange, detail: secondDetail } of second.vary(once, context)) {
          attemptCount += 1;
          const match = compare({ ...once, ...secondChange });
          if (match) return { ...match, finding: first.finding, detail: `${detail} ${secondDetail}` };
          if (attemptCount === attemptLimit) return null;
        }
      }
    }
  }
  return null;
}

function describe({ finding, detail, parts, reading }: Explanation): Diagnosis {
  const isMiswritten = reading !== null && reading.finding !== null;
  return { finding, detail: isMiswritten ? `${detail} ${reading.detail}` : detail, profile: parts.profile };
}

function describeUnknown({ subject, authorization, secrets }: MistakeContext): Diagnosis {
  const find = (wanted: string): string | undefined => authorization.parameters.find(([name]) => name === wanted)?.[1];
  if (secrets.consumerKey !== undefined && secrets.consumerKey !== find('oauth_consumer_key')) {
    return {
      finding: 'other-consumer',
      detail: 'The request was signed with another consumer key than the one whose secrets were given.',
      profile: subject.profile,
    };
  }
  if (secrets.token !== undefined && secrets.token !== find('oauth_token')) {
    return {
      finding: 'other-token',
      detail: 'The request was signed with another token than the one whose secret was given.',
      profile: subject.profile,
    };
  }
  return {
    finding: 'unknown',
    detail:
      'Neither a server profile nor a common mistake, nor two of them, give this signature. Most likely the secrets are not those that signed, or the request was changed on its way.',
  };
}
