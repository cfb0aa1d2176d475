// OAuth 1.0a signing as a pure function: the same input gives the same signature, and everything that went into it is told.
import type { ErrorData } from '../../errors/app-error.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { secretMask } from '../exchange/secret-mask.ts';
import { privateKeyProblem } from './input-problem.ts';
import { signWithPackage } from './oauth-package.ts';
import { joinParameters, toSignedParameter } from './parameters.ts';
import { type PreparedSignature, prepareSignature } from './prepare-signature.ts';
import type { SignatureMethod } from './signature-methods.ts';
import type { SignatureTrace } from './signature-trace.ts';
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
  /** What the server will refuse although the signature fits, one sentence each. */
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
  const prepared = prepareSignature(input);
  if (!prepared.ok) return prepared;
  const { method, baseUrl, parameters, headerParameters, refusals } = prepared.value;
  const signed = signWithPackage({
    method: input.method,
    baseUrl,
    parameterString: joinParameters(parameters),
    consumerSecret: input.consumerSecret,
    tokenSecret: input.tokenSecret,
    headerParameters,
    realm: input.realm,
    sign: (text, key) => makeSignature(method, { input, signer, text, key }),
  });
  if (signed === null) return err(privateKeyProblem);
  const warnings = refusals.map(({ remark }) => remark);
  return ok({ ...signed, trace: buildTrace(input, prepared.value, signed), warnings });
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

function buildTrace(
  input: SigningInput,
  prepared: PreparedSignature,
  signed: { readonly baseString: string; readonly signature: string },
): SignatureTrace {
  const [method = '', url = '', parameters = ''] = signed.baseString.split('&');
  const isRsa = prepared.method.kind === 'rsa';
  return {
    profile: input.profile,
    signatureMethod: input.signatureMethod,
    parameters: prepared.parameters.map(toSignedParameter),
    baseString: { method, url, parameters },
    maskedKey: isRsa ? secretMask : `${secretMask}&${input.tokenSecret ? secretMask : ''}`,
    signature: signed.signature,
    deviations: prepared.deviations.map(({ text, remark }) => ({ text, remark })),
    refusals: prepared.refusals.map(({ text, remark }) => ({ text, remark })),
  };
}
