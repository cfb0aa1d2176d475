// Everything about a signature but the signature: what is signed, in which order, and what there is to say of it. The
// signer, the lint and the diagnosis all start here.
import type { ErrorData } from '../../errors/app-error.ts';
import { encodeUtf8 } from '../../kernel/byte-string.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { HeaderPair } from '../http/headers.ts';
import { findInputProblem } from './input-problem.ts';
import {
  arrangeParameters,
  type EncodedParameter,
  findFirstReordered,
  type Parameter,
  toSignedParameter,
} from './parameters.ts';
import type { RequestTarget, ServerProfile } from './server-profile.ts';
import { serverProfiles } from './server-profiles.ts';
import { findSignatureMethod, type SignatureMethod } from './signature-methods.ts';
import { readTarget } from './signed-url.ts';
import type { SigningInput } from './signing-input.ts';
import type { Deviation, Refusal } from './signing-remark.ts';

/** A request ready to be signed, and what there is to say of it. */
export interface PreparedSignature {
  readonly method: SignatureMethod;
  /** Scheme, authority and path as they are signed. */
  readonly baseUrl: string;
  /** Every signed parameter, encoded and in signing order. */
  readonly parameters: readonly EncodedParameter[];
  /** The parameters of the Authorization header without realm and signature. */
  readonly headerParameters: readonly HeaderPair[];
  readonly deviations: readonly Deviation[];
  readonly refusals: readonly Refusal[];
}

/** Prepares a signature. Errors: `request.url` and `request.signature`, as `signRequest` tells them. */
export function prepareSignature(input: SigningInput): Result<PreparedSignature, ErrorData> {
  const headerParameters = listHeaderParameters(input);
  const target = readTarget(input.url, input.headers);
  const method = findSignatureMethod(input.signatureMethod);
  const problem = findInputProblem({ input, target, method, headerParameters });
  if (problem) return err(problem);
  if (!target || !method) throw new Error('findInputProblem passed a request without target or method');

  const profile = serverProfiles[input.profile];
  const { parameters, deviations } = collectParameters(profile, input, { target, headerParameters });
  const arranged = arrangeParameters(parameters, profile.encodeValue, profile.order.compare);
  return ok({
    method,
    baseUrl: `${target.scheme}://${profile.buildAuthority(target)}${profile.buildPath(target.path)}`,
    parameters: arranged,
    headerParameters,
    deviations: [...deviations, ...remarkOnOrder(profile, arranged)],
    refusals: [...profile.listRefusals(input, target), ...listRefusalsOfAll(profile, input)],
  });
}

function listHeaderParameters(input: SigningInput): HeaderPair[] {
  const pairs: HeaderPair[] = [
    ['oauth_consumer_key', input.consumerKey],
    ['oauth_nonce', input.nonce],
    ['oauth_signature_method', input.signatureMethod],
    ['oauth_timestamp', input.timestamp],
  ];
  if (input.version !== null) pairs.push(['oauth_version', input.version]);
  if (input.token !== null) pairs.push(['oauth_token', input.token]);
  if (input.verifier !== undefined) pairs.push(['oauth_verifier', input.verifier]);
  return [...pairs, ...(input.oauthParameters ?? [])];
}

interface Sources {
  readonly target: RequestTarget;
  readonly headerParameters: readonly HeaderPair[];
}

/** Header, body, query: in this order Magento fills its array, which decides between names that sort as equals. */
function collectParameters(profile: ServerProfile, input: SigningInput, { target, headerParameters }: Sources) {
  const deviations: Deviation[] = [];
  const parameters: Parameter[] = [];
  for (const [name, value] of headerParameters) {
    if (profile.isHeaderParameterSigned(name)) {
      parameters.push({ name: encodeUtf8(name), value: encodeUtf8(value), origin: 'header', pairIndex: null });
    } else {
      const remark = 'The server does not sign this parameter of the header.';
      deviations.push({ effect: 'ignored', text: name, remark, pairIndex: null });
    }
  }
  const { body } = input;
  const readings = [
    ...(body && profile.isBodySigned(body.contentType) ? [profile.readBody(body.text)] : []),
    ...(target.query === null ? [] : [profile.readQuery(target.query)]),
  ];
  const combined = profile.combine([...parameters, ...readings.flatMap((reading) => reading.parameters)]);
  return {
    parameters: combined.parameters.filter(({ name }) => name !== 'oauth_signature'),
    deviations: [...deviations, ...readings.flatMap((reading) => reading.deviations), ...combined.deviations],
  };
}

function remarkOnOrder(profile: ServerProfile, arranged: readonly EncodedParameter[]): Deviation[] {
  const reordered = findFirstReordered(arranged);
  if (!reordered) return [];
  const [first, second] = reordered.map((parameter) => toSignedParameter(parameter).name);
  return [
    {
      effect: 'reordered',
      text: `${first} before ${second}`,
      remark: `${profile.order.remark}; RFC 5849 puts “${second}” before “${first}”.`,
      pairIndex: reordered[0].pairIndex ?? reordered[1].pairIndex,
    },
  ];
}

function listRefusalsOfAll(profile: ServerProfile, input: SigningInput): Refusal[] {
  const refusals: Refusal[] = [];
  const common = { effect: 'refused', pairIndex: null } as const;
  if (!profile.signatureMethods.includes(input.signatureMethod)) {
    const remark = `${profile.label} does not accept ${input.signatureMethod}; it accepts ${profile.signatureMethods.join(', ')}.`;
    refusals.push({ ...common, rule: 'signature-method', text: input.signatureMethod, remark });
  }
  if (/^\s|\s$/.test(input.consumerSecret) || /^\s|\s$/.test(input.tokenSecret ?? '')) {
    const remark = 'A secret begins or ends with a blank, which is part of the key and probably not meant to be there.';
    refusals.push({ ...common, rule: 'secret-blank', text: 'secret', remark });
  }
  return refusals;
}
