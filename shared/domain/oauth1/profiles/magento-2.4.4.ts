// Magento 2.4.4 as released: Magento\Framework\Oauth\Helper\Request collects the parameters, Zend_Oauth builds the base
// string. It reads a query more narrowly than RFC 5849 and sorts names naturally. facts.md calls this generation A.
import { decodeUtf8 } from '../../../kernel/byte-string.ts';
import { splitPair } from '../form-pairs.ts';
import { listMagentoRefusals } from '../magento-refusals.ts';
import { compareNaturally } from '../natural-order.ts';
import type { Parameter, ParameterReading } from '../parameters.ts';
import { percentDecode, percentEncodeBytes } from '../percent-encoding.ts';
import { readPhpFields } from '../php-form.ts';
import type { ServerProfile } from '../server-profile.ts';
import { normalizeAuthority } from '../signed-url.ts';
import type { Deviation } from '../signing-remark.ts';

export const magento244: ServerProfile = {
  label: 'Magento 2.4.4',
  signatureMethods: ['HMAC-SHA256'],
  buildAuthority: ({ scheme, urlAuthority, hostHeader }) => normalizeAuthority(hostHeader ?? urlAuthority, scheme),
  buildPath: (path) => path,
  readQuery: readMagentoQuery,
  isBodySigned: (contentType) => contentType.startsWith('application/x-www-form-urlencoded'),
  readBody: readMagentoForm,
  isHeaderParameterSigned: isProtocolName,
  combine: keepLastOfEachName,
  encodeValue: percentEncodeBytes,
  order: {
    compare: (left, right) => compareNaturally(left.encodedName, right.encodedName),
    remark: 'Magento sorts the encoded names naturally, runs of digits as numbers',
  },
  listRefusals: listMagentoRefusals,
};

/** Whether Magento takes a name for one of the protocol's: `oauth_` and a letter, dash or underscore, anywhere in it. */
export function isProtocolName(name: string): boolean {
  return /oauth_[a-z_-]/.test(name);
}

/** Reads a query as `Request::_extractQueryStringParams` does: only pairs with exactly one raw `=` count. */
export function readMagentoQuery(query: string): ParameterReading {
  const parameters: Parameter[] = [];
  const deviations: Deviation[] = [];
  for (const [pairIndex, pair] of query.split('&').entries()) {
    if (pair === '') continue;
    const { name, value } = splitPair(pair);
    const ignored = whyIgnored(name, value);
    if (value === null || ignored !== '') {
      deviations.push({ effect: 'ignored', text: pair, remark: ignored, pairIndex });
      continue;
    }
    if (pair.includes('+')) {
      const remark = 'Magento signs “+” as a plus, not as a space.';
      deviations.push({ effect: 'misread', text: pair, remark, pairIndex });
    }
    parameters.push({ name: percentDecode(name), value: percentDecode(value), origin: 'query', pairIndex });
  }
  return { parameters, deviations };
}

/** Why a pair does not count; empty where it does. */
function whyIgnored(name: string, value: string | null): string {
  if (value === null) return 'Magento leaves a name without “=” out of the signature.';
  if (value.includes('=')) return 'Magento leaves a pair with more than one raw “=” out of the signature.';
  if (!isProtocolName(name)) return '';
  return 'Magento takes “oauth_” in a name for a protocol parameter and leaves it out of the signature.';
}

/** Reads a form body as PHP does. The header's protocol parameters stand over those of the body. */
export function readMagentoForm(text: string): ParameterReading {
  const deviations: Deviation[] = [];
  const parameters: Parameter[] = [];
  const remark = (effect: Deviation['effect'], text: string, sentence: string): void => {
    deviations.push({ effect, text: decodeUtf8(text), remark: sentence, pairIndex: null });
  };
  for (const { name, value, origin, pairIndex, sentName, isArray } of readPhpFields(text, 'body')) {
    if (isArray) {
      remark('ignored', sentName, 'PHP reads brackets in a form as an array, which Magento can’t sign.');
    } else if (isProtocolName(name)) {
      remark('ignored', sentName, 'Magento takes protocol parameters from the header, not from the form.');
    } else {
      if (name !== sentName) remark('misread', sentName, `PHP names this form field “${decodeUtf8(name)}”.`);
      parameters.push({ name, value, origin, pairIndex });
    }
  }
  return { parameters, deviations };
}

/** A later value takes the place of an earlier one of the same name, as in a PHP array. */
export function keepLastOfEachName(parameters: readonly Parameter[]): ParameterReading {
  const byName = new Map<string, Parameter>();
  const deviations: Deviation[] = [];
  for (const parameter of parameters) {
    const replaced = byName.get(parameter.name);
    if (replaced) {
      deviations.push({
        effect: 'ignored',
        text: `${decodeUtf8(replaced.name)}=${decodeUtf8(replaced.value)}`,
        remark: 'Magento signs only the last value of a repeated name.',
        pairIndex: replaced.pairIndex,
      });
    }
    byName.set(parameter.name, parameter);
  }
  return { parameters: [...byName.values()], deviations };
}
