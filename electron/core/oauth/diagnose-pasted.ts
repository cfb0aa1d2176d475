// What a window asks about a pasted signature, put together with the sealed secrets. No secret is in the answer.
import type { DiagnoseInput, ShownDiagnosis } from '#shared/contract/signatures.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import type { Identity } from '#shared/domain/identity/identity.ts';
import { explainSignature } from '#shared/domain/oauth1/diagnosis/diagnose-signature.ts';
import type { DiagnosisSubject, SubjectSecrets } from '#shared/domain/oauth1/diagnosis/diagnosis-subject.ts';
import { maskBaseString } from '#shared/domain/oauth1/diagnosis/mask-base-string.ts';
import { readPastedSignature } from '#shared/domain/oauth1/diagnosis/read-pasted-signature.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { requireSecret } from '#electron/core/auth/require-secret.ts';

interface SealedSecrets {
  readonly identity: Identity;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What is known of the store beside what the window says. */
interface DiagnosisFacts {
  /** Completes a URL that is only a path, and says how the store verifies. */
  readonly environment: Environment | null;
  /** Used where no secrets were typed. */
  readonly sealed: SealedSecrets | null;
  readonly nowSeconds: number;
}

/** Diagnoses a pasted signature. Throws AppError `input.invalid` where there is nothing to look at, or no secret for it. */
export function diagnosePasted(input: DiagnoseInput, facts: DiagnosisFacts): ShownDiagnosis {
  const request = readRequest(input);
  const { environment } = facts;
  const isSecretNeeded = request.baseString === null;
  const { diagnosis, expected, actual } = explainSignature(
    {
      ...request,
      url: environment ? buildTargetUrl({ url: request.url, parameters: [] }, environment) : request.url,
      secrets: isSecretNeeded ? chooseSecrets(input, facts) : null,
      profile: input.profile ?? environment?.profile ?? 'magento-2.4.4',
      nowSeconds: facts.nowSeconds,
    },
    nodeSigner,
  );
  const differsAt = diagnosis.firstDifference?.index ?? null;
  return {
    diagnosis,
    expected: expected === null ? null : maskBaseString(expected, differsAt),
    actual: actual === null ? null : maskBaseString(actual, differsAt),
  };
}

type PastedRequest = Pick<DiagnosisSubject, 'method' | 'url' | 'headers' | 'body' | 'authorization' | 'baseString'>;

function readRequest({ text, method, url, headers, body }: DiagnoseInput): PastedRequest {
  const pasted = readPastedSignature(text);
  if (pasted?.kind === 'curl') {
    const { request } = pasted;
    return { ...request, authorization: headerValue(request.headers, 'Authorization') ?? null, baseString: null };
  }
  const contentType = headerValue(headers, 'Content-Type') ?? 'application/json';
  const sent = { method, url, headers, body: body === null ? null : { contentType, text: body } };
  if (pasted?.kind === 'header') return { ...sent, authorization: pasted.authorization, baseString: null };
  if (pasted?.kind === 'baseString') return { ...sent, authorization: null, baseString: pasted.baseString };
  throw new AppError({
    code: 'input.invalid',
    message: 'There is no signature to look at.',
    cause: 'The text is neither an Authorization header with OAuth, nor a cURL command, nor a base string.',
    nextStep: 'Paste “Authorization: OAuth …”, a whole cURL command, or the base string that was signed.',
  });
}

function chooseSecrets({ secrets: typed }: DiagnoseInput, { sealed }: DiagnosisFacts): SubjectSecrets {
  if (typed) return typed;
  if (!sealed) {
    throw new AppError({
      code: 'input.invalid',
      message: 'A signature can’t be checked without the secrets that should have made it.',
      cause: 'No integration was chosen, and no secrets were typed.',
      nextStep: 'Choose the integration or enter its two secrets; a base string needs none.',
    });
  }
  const secret = (name: string): string => requireSecret(sealed.identity, sealed.secrets, name);
  return {
    consumerKey: secret('consumerKey'),
    consumerSecret: secret('consumerSecret'),
    token: secret('accessToken'),
    tokenSecret: secret('accessTokenSecret'),
  };
}
