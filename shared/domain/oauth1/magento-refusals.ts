// What every generation of Magento refuses before or beside the signature (facts.md §1 and §2).
import { readPhpFields, isIntegerKey } from './php-form.ts';
import type { RequestTarget } from './server-profile.ts';
import type { SigningInput } from './signing-input.ts';
import type { Refusal, RefusalRule } from './signing-remark.ts';

const identifierLength = 32;

/** Says what Magento up to 2.4.4 will refuse of a request although its signature fits. */
export function listMagentoRefusals(input: SigningInput, target: RequestTarget): readonly Refusal[] {
  return [...listCommonRefusals(input), ...listRawCharacters(target)];
}

/** Says what the newest code will refuse: it can't verify names that PHP takes for numbers. */
export function listNextRefusals(input: SigningInput, { query }: RequestTarget): readonly Refusal[] {
  const remark = 'A parameter whose name is a number makes this server answer 500.';
  // Few names begin like a number, even after decoding: mostly there is nothing to read.
  const isPossible = query !== null && /(?:^|&)[-%+\d]/.test(query);
  const numbers = isPossible ? readPhpFields(query, 'query').filter(({ name }) => isIntegerKey(name)) : [];
  return [
    ...listCommonRefusals(input),
    ...numbers.map(({ name, pairIndex }): Refusal => ({
      effect: 'broken',
      rule: 'numeric-name',
      text: name,
      remark,
      pairIndex,
    })),
  ];
}

/** Says what every Magento will refuse of a request although its signature fits. */
export function listCommonRefusals(input: SigningInput): readonly Refusal[] {
  const { consumerKey, token, nonce, timestamp } = input;
  const refusals: Refusal[] = [];
  const refuse = (rule: RefusalRule, text: string, remark: string): void => {
    refusals.push({ effect: 'refused', rule, text, remark, pairIndex: null });
  };
  if (consumerKey.length !== identifierLength) {
    const remark = `A Magento consumer key has 32 characters, this one has ${consumerKey.length}.`;
    refuse('consumer-key-length', 'oauth_consumer_key', remark);
  }
  if (token !== null && token.length !== identifierLength) {
    refuse('token-length', 'oauth_token', `A Magento token has 32 characters, this one has ${token.length}.`);
  }
  if (nonce.length > identifierLength) {
    const remark = 'Magento keeps only the first 32 characters of the nonce, so longer ones can clash.';
    refuse('nonce-length', 'oauth_nonce', remark);
  }
  if (!(Number(timestamp) > 0 && Number(timestamp) < 1e11)) {
    const remark = 'The timestamp is not a time in seconds: Magento will answer that it could not validate the nonce.';
    refuse('timestamp', 'oauth_timestamp', remark);
  }
  return [...refusals, ...listFormRefusals(input)];
}

// Zend_Uri_Http: letters, digits, its marks and reserved characters, and whole escapes; anything else is no URL to it.
const wellFormedPath = /^(?:[A-Za-z0-9\-_.!~*'()[\]:@&=+$,;/]|%[0-9A-Fa-f]{2})*$/;
const wellFormedQuery = /^(?:[A-Za-z0-9\-_.!~*'()[\]:@&=+$,;/?]|%[0-9A-Fa-f]{2})*$/;

function listRawCharacters({ path, query }: RequestTarget): readonly Refusal[] {
  const isPathWellFormed = wellFormedPath.test(path);
  if (isPathWellFormed && wellFormedQuery.test(query ?? '')) return [];
  const pairs = (query ?? '').split('&');
  const pairIndex = isPathWellFormed ? pairs.findIndex((pair) => !wellFormedQuery.test(pair)) : null;
  return [
    {
      effect: 'broken',
      rule: 'raw-characters',
      text: pairIndex === null ? path : (pairs[pairIndex] ?? ''),
      remark:
        'The URL has raw characters that this release can’t verify (such as | { } ^ ` \\ or a bare %): it answers 500.',
      pairIndex,
    },
  ];
}

function listFormRefusals({ body }: SigningInput): readonly Refusal[] {
  if (!body?.contentType.startsWith('application/x-www-form-urlencoded')) return [];
  const common = { text: body.contentType, pairIndex: null };
  return /(?:^|&)[^&=[]+(?:\[|%5b)/i.test(body.text)
    ? [
        {
          ...common,
          effect: 'broken',
          rule: 'form-array',
          remark: 'A form field with brackets makes Magento answer 500 when it verifies the signature.',
        },
      ]
    : [
        {
          ...common,
          effect: 'refused',
          rule: 'form-body',
          remark: 'Magento’s REST API refuses form bodies; send JSON or XML.',
        },
      ];
}
