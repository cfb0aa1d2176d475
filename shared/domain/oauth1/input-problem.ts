// What makes signing impossible, told as an error before anything is computed.
import type { ErrorData } from '../../errors/app-error.ts';
import type { HeaderPair } from '../http/headers.ts';
import type { RequestTarget } from './server-profile.ts';
import type { SigningInput } from './signing-input.ts';
import { type SignatureMethod, signatureMethods } from './signature-methods.ts';

interface Candidate {
  readonly input: SigningInput;
  readonly target: RequestTarget | null;
  readonly method: SignatureMethod | undefined;
  readonly headerParameters: readonly HeaderPair[];
}

/** The first reason why a request can't be signed; null where there is none, and then target and hash are there. */
export function findInputProblem({ input, target, method, headerParameters }: Candidate): ErrorData | null {
  if (!target) {
    return {
      code: 'request.url',
      message: 'The request can’t be signed, because its URL is not an absolute http or https URL.',
      cause: 'A signature covers scheme, host and path, so all three must be known.',
      nextStep: 'Give the environment a base URL, or write the URL with its scheme and host.',
      facts: {},
    };
  }
  if (!method) {
    return signatureProblem(
      `The signature method “${input.signatureMethod}” is unknown.`,
      'A server can only check what both sides know.',
      `Choose one of ${Object.keys(signatureMethods).join(', ')}.`,
    );
  }
  if (method.kind === 'rsa' && !input.privateKey) return privateKeyProblem;
  if (input.method === '' || input.consumerKey === '' || (method.kind !== 'rsa' && input.consumerSecret === '')) {
    return signatureProblem(
      'The request can’t be signed without a method, a consumer key and a consumer secret.',
      'One of the integration’s values is empty.',
      'Enter all four values of the integration.',
    );
  }
  return findHeaderProblem(input, headerParameters);
}

const controlCharacter = /[\x00-\x1f\x7f]/;

function findHeaderProblem({ realm }: SigningInput, headerParameters: readonly HeaderPair[]): ErrorData | null {
  const names = ['realm', 'oauth_signature', ...headerParameters.map(([name]) => name)];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    return signatureProblem(
      `The Authorization header would hold “${repeated}” twice.`,
      'The signer writes this parameter itself.',
      'Remove it from the further OAuth parameters.',
    );
  }
  if (realm !== undefined && controlCharacter.test(realm)) {
    return signatureProblem(
      'The realm holds a control character.',
      'A header value is one line of text.',
      'Remove line breaks and tabs from the realm.',
    );
  }
  return null;
}

function signatureProblem(message: string, cause: string, nextStep: string): ErrorData {
  return { code: 'request.signature', message, cause, nextStep, facts: {} };
}

/** Told where an RSA method has no key, or one that can't be read. */
export const privateKeyProblem: ErrorData = signatureProblem(
  'The request can’t be signed, because its private key can’t be used.',
  'An RSA method needs an RSA private key in PEM, without a passphrase.',
  'Give such a key, or choose an HMAC method.',
);
