import type { DiagnoseInput } from '#shared/contract/signatures.ts';
import type { PastedSignature } from '#shared/domain/oauth1/diagnosis/read-pasted-signature.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';

/** What stands in the dialog. `identityId` null means that the secrets are typed. */
export interface DiagnosisDraft {
  readonly text: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly identityId: string | null;
  readonly consumerSecret: string;
  readonly tokenSecret: string;
  readonly profile: ServerProfileId;
}

export const startDraft = (identityId: string | null): DiagnosisDraft => ({
  text: '',
  method: 'GET',
  url: '',
  body: '',
  identityId,
  consumerSecret: '',
  tokenSecret: '',
  profile: 'magento-2.4.4',
});

/** What main is asked; null while something is missing. */
export function toDiagnoseInput(draft: DiagnosisDraft, pasted: PastedSignature | null): DiagnoseInput | null {
  const { text, method, body, identityId, consumerSecret, tokenSecret } = draft;
  const url = draft.url.trim();
  const isUrlThere = pasted?.kind === 'curl' || url !== '';
  const areSecretsThere = identityId !== null || consumerSecret !== '' || pasted?.kind === 'baseString';
  if (!pasted || !isUrlThere || !areSecretsThere) return null;
  return {
    text,
    method: method.trim() || 'GET',
    url,
    headers: body === '' ? [] : [['Content-Type', contentTypeOf(body)]],
    body: body === '' ? null : body,
    identityId,
    secrets: identityId === null ? { consumerSecret, tokenSecret } : null,
    profile: identityId === null ? draft.profile : null,
  };
}

/** A body that begins as JSON or XML is taken for that, any other for a form. */
const contentTypeOf = (body: string): string =>
  /^\s*[[{"]/.test(body)
    ? 'application/json'
    : /^\s*</.test(body)
      ? 'application/xml'
      : 'application/x-www-form-urlencoded';
