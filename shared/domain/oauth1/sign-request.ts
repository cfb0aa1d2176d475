// OAuth 1.0a signing as a pure function: the same input gives the same signature, and everything that went into it is told.
import type { ErrorData } from '../../errors/app-error.ts';
import { encodeUtf8 } from '../../kernel/byte-string.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { secretMask } from '../exchange/secret-mask.ts';
import type { HeaderPair } from '../http/headers.ts';
import { findInputProblem, privateKeyProblem } from './input-problem.ts';
import { signWithPackage } from './oauth-package.ts';
import {
  arrangeParameters,
  type Deviation,
  type EncodedParameter,
  findFirstReordered,
  joinParameters,
  type Parameter,
  toSignedParameter,
} from './parameters.ts';
import type { RequestTarget, ServerProfile } from './server-profile.ts';
import { serverProfiles } from './server-profiles.ts';
import { findSignatureMethod, type SignatureMethod } from './signature-methods.ts';
import type { SignatureTrace } from './signature-trace.ts';
import { readTarget } from './signed-url.ts';
import type { Signer } from './signer.ts';
import type { SigningInput } from './signing-input.ts';

/** A signature, ready to be sent and to be shown. */
export interface SignedRequest {
  readonly baseString: string;
  /** Base64. */
  readonly signature: string;
  /** The value of the Authorization header. */
  readonly authorizationHeader: string;
  /** Unmasked: pass it through `maskTrace` before it leaves the signing step. */
  readonly trace: SignatureTrace;
  /** What the server will refuse or misread although the signature fits, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Signs a request the way a server profile verifies it.
 *
 * Errors: `request.url` (not an absolute http URL), `request.signature` (an unknown method, no key or secret, an unusable
 * private key, a protocol parameter twice, control characters in a header value).
 *
 * Source: RFC 5849 §3.4 and §3.5.1; what a profile does otherwise stands in its file.
 */
export function signRequest(input: SigningInput, signer: Signer): Result<SignedRequest, ErrorData> {
  const headerParameters = listHeaderParameters(input);
  const target = readTarget(input.url, input.headers);
  const method = findSignatureMethod(input.signatureMethod);
  const problem = findInputProblem({ input, target, method, headerParameters });
  if (problem) return err(problem);
  if (!target || !method) throw new Error('findInputProblem passed a request without target or method');

  const profile = serverProfiles[input.profile];
  const { parameters, deviations } = collectParameters(profile, input, { target, headerParameters });
  const arranged = arrangeParameters(parameters, profile.encodeValue, profile.order.compare);
  const signed = signWithPackage({
    method: input.method,
    baseUrl: `${target.scheme}://${profile.buildAuthority(target)}${profile.buildPath(target.path)}`,
    parameterString: joinParameters(arranged),
    consumerSecret: input.consumerSecret,
    tokenSecret: input.tokenSecret,
    headerParameters,
    realm: input.realm,
    sign: (text, key) => makeSignature(method, { input, signer, text, key }),
  });
  if (signed === null) return err(privateKeyProblem);
  return ok({
    ...signed,
    trace: buildTrace({ input, arranged, signed, deviations: [...deviations, ...remarkOnOrder(profile, arranged)] }),
    warnings: listWarnings(profile, input, target),
  });
}

interface SignatureParts {
  readonly input: SigningInput;
  readonly signer: Signer;
  readonly text: string;
  readonly key: string;
}

function makeSignature(method: SignatureMethod, { input, signer, text, key }: SignatureParts): string | null {
  if (method.kind === 'plaintext') return key;
  return method.kind === 'rsa'
    ? signer.rsa(method.hash, input.privateKey ?? '', text)
    : signer.hmac(method.hash, key, text);
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
      parameters.push({ name: encodeUtf8(name), value: encodeUtf8(value), origin: 'header' });
    } else {
      deviations.push({ text: name, remark: 'The server does not sign this parameter of the header.' });
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
      text: `${first} before ${second}`,
      remark: `${profile.order.remark}; RFC 5849 puts “${second}” before “${first}”.`,
    },
  ];
}

interface TraceParts {
  readonly input: SigningInput;
  readonly arranged: readonly EncodedParameter[];
  readonly signed: { readonly baseString: string; readonly signature: string };
  readonly deviations: readonly Deviation[];
}

function buildTrace({ input, arranged, signed, deviations }: TraceParts): SignatureTrace {
  const [method = '', url = '', parameters = ''] = signed.baseString.split('&');
  const isRsa = findSignatureMethod(input.signatureMethod)?.kind === 'rsa';
  return {
    profile: input.profile,
    signatureMethod: input.signatureMethod,
    parameters: arranged.map(toSignedParameter),
    baseString: { method, url, parameters },
    maskedKey: !isRsa ? `${secretMask}&${input.tokenSecret ? secretMask : ''}` : secretMask,
    signature: signed.signature,
    deviations,
  };
}

function listWarnings(profile: ServerProfile, input: SigningInput, target: RequestTarget): readonly string[] {
  const warnings = [...profile.warn(input, target)];
  if (!profile.signatureMethods.includes(input.signatureMethod)) {
    warnings.push(
      `${profile.label} does not accept ${input.signatureMethod}; it accepts ${profile.signatureMethods.join(', ')}.`,
    );
  }
  if (/^\s|\s$/.test(input.consumerSecret) || /^\s|\s$/.test(input.tokenSecret ?? '')) {
    warnings.push('A secret begins or ends with a blank, which is part of the key and probably not meant to be there.');
  }
  return warnings;
}
