// Magento 2.4.4 as released: Magento\Framework\Oauth\Helper\Request collects the parameters, Zend_Oauth builds the base
// string. It reads a query more narrowly than RFC 5849 and sorts names naturally. facts.md calls this generation A.
import { decodeUtf8 } from '../../../kernel/byte-string.ts';
import { splitPair } from '../form-pairs.ts';
import { warnOfMagentoRefusals } from '../magento-warnings.ts';
import { compareNaturally } from '../natural-order.ts';
import type { Deviation, Parameter, ParameterReading } from '../parameters.ts';
import { percentDecode, percentEncodeBytes } from '../percent-encoding.ts';
import { readPhpFields } from '../php-form.ts';
import type { ServerProfile } from '../server-profile.ts';
import { normalizeAuthority } from '../signed-url.ts';

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
  warn: warnOfMagentoRefusals,
};

/** Whether Magento takes a name for one of the protocol's: `oauth_` and a letter, dash or underscore, anywhere in it. */
export function isProtocolName(name: string): boolean {
  return /oauth_[a-z_-]/.test(name);
}

/** Reads a query as `Request::_extractQueryStringParams` does: only pairs with exactly one raw `=` count. */
export function readMagentoQuery(query: string): ParameterReading {
  const parameters: Parameter[] = [];
  const deviations: Deviation[] = [];
  for (const pair of query.split('&')) {
    const { name, value } = splitPair(pair);
    if (pair === '') continue;
    if (value === null) {
      deviations.push({ text: pair, remark: 'Magento leaves a name without “=” out of the signature.' });
    } else if (value.includes('=')) {
      deviations.push({ text: pair, remark: 'Magento leaves a pair with more than one raw “=” out of the signature.' });
    } else if (isProtocolName(name)) {
      deviations.push({
        text: pair,
        remark: 'Magento takes “oauth_” in a name for a protocol parameter and leaves it out of the signature.',
      });
    } else {
      if (pair.includes('+')) {
        deviations.push({ text: pair, remark: 'Magento signs “+” as a plus, not as a space.' });
      }
      parameters.push({ name: percentDecode(name), value: percentDecode(value), origin: 'query' });
    }
  }
  return { parameters, deviations };
}

/** Reads a form body as PHP does. The header's protocol parameters stand over those of the body. */
export function readMagentoForm(text: string): ParameterReading {
  const deviations: Deviation[] = [];
  const parameters = readPhpFields(text, 'body').filter(({ name, sentName, isArray }) => {
    const shown = decodeUtf8(sentName);
    if (isArray) {
      deviations.push({ text: shown, remark: 'PHP reads brackets in a form as an array, which Magento can’t sign.' });
    } else if (isProtocolName(name)) {
      deviations.push({ text: shown, remark: 'Magento takes protocol parameters from the header, not from the form.' });
    } else {
      if (name !== sentName) {
        deviations.push({ text: shown, remark: `PHP names this form field “${decodeUtf8(name)}”.` });
      }
      return true;
    }
    return false;
  });
  return { parameters: parameters.map(({ name, value, origin }) => ({ name, value, origin })), deviations };
}

/** A later value takes the place of an earlier one of the same name, as in a PHP array. */
export function keepLastOfEachName(parameters: readonly Parameter[]): ParameterReading {
  const byName = new Map<string, Parameter>();
  const deviations: Deviation[] = [];
  for (const parameter of parameters) {
    const replaced = byName.get(parameter.name);
    if (replaced) {
      deviations.push({
        text: `${decodeUtf8(replaced.name)}=${decodeUtf8(replaced.value)}`,
        remark: 'Magento signs only the last value of a repeated name.',
      });
    }
    byName.set(parameter.name, parameter);
  }
  return { parameters: [...byName.values()], deviations };
}
