// A signature that fits: then the server refuses the request for something else, or the signature is only badly written.
import { lintSigning } from '../lint-signing.ts';
import type { Diagnosis } from './diagnosis.ts';
import { toSigningInput } from './diagnosis-subject.ts';
import type { SignatureReading } from './signature-writings.ts';
import type { MistakeContext } from './signing-parts.ts';

/** What is wrong with a request whose signature is what its server expects. */
export function checkMatched(
  { reading }: { readonly reading: SignatureReading | null },
  context: MistakeContext,
): Diagnosis {
  const { profile } = context.subject;
  if (reading !== null && reading.finding !== null) {
    return { finding: reading.finding, detail: reading.detail, profile };
  }
  return { ...(findOtherKey(context) ?? findRefusal(context) ?? describeValid(context)), profile };
}

function findOtherKey({ authorization, secrets }: MistakeContext): Diagnosis | null {
  const find = (wanted: string): string | undefined => authorization.parameters.find(([name]) => name === wanted)?.[1];
  if (secrets.consumerKey !== undefined && secrets.consumerKey !== find('oauth_consumer_key')) {
    const detail = 'The secrets fit, but the header names another consumer key than the one that they belong to.';
    return { finding: 'other-consumer', detail };
  }
  const token = find('oauth_token');
  if (secrets.token !== undefined && token !== undefined && secrets.token !== token) {
    return { finding: 'other-token', detail: 'The secrets fit, but the header names another token than theirs.' };
  }
  return null;
}

function findRefusal({ subject, authorization, secrets }: MistakeContext): Diagnosis | null {
  const { nowSeconds, profile, url } = subject;
  const input = toSigningInput(subject, authorization, profile);
  const remarks = lintSigning(input, { isExact: true, ...(nowSeconds === undefined ? {} : { nowSeconds }) });
  for (const remark of remarks) {
    if ('rule' in remark) return { finding: remark.rule, detail: `The signature fits. ${remark.remark}` };
  }
  if (/^\s|\s$/.test(secrets.consumerSecret) || /^\s|\s$/.test(secrets.tokenSecret ?? '')) {
    return {
      finding: 'secret-blank',
      detail: 'The signature fits the secrets as given, but one has a blank around it.',
    };
  }
  const find = (wanted: string): string | undefined => authorization.parameters.find(([name]) => name === wanted)?.[1];
  const version = find('oauth_version');
  if (profile !== 'rfc5849' && version !== undefined && version !== '1.0') {
    return { finding: 'version', detail: 'The signature fits. oauth_version has to be 1.0 or to be left out.' };
  }
  if (profile !== 'rfc5849' && find('oauth_token') === undefined && !/\/oauth\/token\/request/.test(url)) {
    return { finding: 'missing-parameter', detail: 'The signature fits, but the header lacks oauth_token.' };
  }
  return null;
}

function describeValid({ subject }: MistakeContext): Diagnosis {
  const fits =
    subject.baseString !== null && subject.secrets === null
      ? 'The base string is what the server builds; if it refuses the signature, the key is wrong.'
      : 'The signature is what the server expects.';
  const detail = `${fits} If it is refused all the same: each nonce works once, also after a refusal; the token may be revoked, the integration inactive; and the server may see another scheme or host than was sent (a proxy).`;
  return { finding: 'valid', detail };
}
