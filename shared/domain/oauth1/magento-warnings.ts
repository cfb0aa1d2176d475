// What every generation of Magento refuses before or beside the signature (facts.md §1 and §2).
import { isIntegerKey, readPhpFields } from './php-form.ts';
import type { RequestTarget } from './server-profile.ts';
import type { SigningInput } from './signing-input.ts';

const identifierLength = 32;

/** Says what Magento up to 2.4.4 will refuse of a request although its signature fits. */
export function warnOfMagentoRefusals(input: SigningInput, target: RequestTarget): readonly string[] {
  return [...warnOfLaminasRefusals(input), ...warnOfUrl(target)];
}

/** Says what the newest code will refuse: it can't verify names that PHP takes for numbers. */
export function warnOfNextRefusals(input: SigningInput, { query }: RequestTarget): readonly string[] {
  const isBroken = readPhpFields(query ?? '', 'query').some(({ name }) => isIntegerKey(name));
  return [
    ...warnOfLaminasRefusals(input),
    ...(isBroken ? ['A parameter whose name is a number makes this server answer 500.'] : []),
  ];
}

/** Says what every Magento will refuse of a request although its signature fits. */
export function warnOfLaminasRefusals(input: SigningInput): readonly string[] {
  return [
    ...warnOfIdentifiers(input),
    ...warnOfForm(input),
    ...(input.nonce.length > identifierLength
      ? ['Magento keeps only the first 32 characters of the nonce, so longer ones can clash.']
      : []),
    ...(Number(input.timestamp) > 0 && Number(input.timestamp) < 1e11
      ? []
      : ['The timestamp is not a time in seconds: Magento will answer that it could not validate the nonce.']),
  ];
}

function warnOfIdentifiers({ consumerKey, token }: SigningInput): readonly string[] {
  const warnings: string[] = [];
  if (consumerKey.length !== identifierLength) {
    warnings.push(`A Magento consumer key has 32 characters, this one has ${consumerKey.length}.`);
  }
  if (token !== null && token.length !== identifierLength) {
    warnings.push(`A Magento token has 32 characters, this one has ${token.length}.`);
  }
  return warnings;
}

// Zend_Uri_Http: letters, digits, its marks and reserved characters, and whole escapes; anything else is no URL to it.
const wellFormedPath = /^(?:[A-Za-z0-9\-_.!~*'()[\]:@&=+$,;/]|%[0-9A-Fa-f]{2})*$/;
const wellFormedQuery = /^(?:[A-Za-z0-9\-_.!~*'()[\]:@&=+$,;/?]|%[0-9A-Fa-f]{2})*$/;

function warnOfUrl({ path, query }: RequestTarget): readonly string[] {
  if (wellFormedPath.test(path) && wellFormedQuery.test(query ?? '')) return [];
  return [
    'The URL has raw characters that this release can’t verify (such as | { } ^ ` \\ or a bare %): it answers 500.',
  ];
}

function warnOfForm({ body }: SigningInput): readonly string[] {
  if (!body?.contentType.startsWith('application/x-www-form-urlencoded')) return [];
  return /(?:^|&)[^&=[]+(?:\[|%5b)/i.test(body.text)
    ? ['A form field with brackets makes Magento answer 500 when it verifies the signature.']
    : ['Magento’s REST API refuses form bodies; send JSON or XML.'];
}
