// Magento's newest development code, without Laminas: Magento\Framework\Oauth\Helper\Signature\Hmac lays what parse_str makes
// of the query over what 2.4.4 reads of it, drops arrays and sorts with ksort. facts.md calls this generation D.
import { type ByteString, decodeUtf8 } from '../../../kernel/byte-string.ts';
import { warnOfNextRefusals } from '../magento-warnings.ts';
import type { Deviation, Parameter, ParameterReading } from '../parameters.ts';
import { percentDecode } from '../percent-encoding.ts';
import { compareKeys, readPhpFields } from '../php-form.ts';
import type { ServerProfile } from '../server-profile.ts';
import { keepLastOfEachName, magento244, readMagentoQuery } from './magento-2.4.4.ts';

export const magentoNext: ServerProfile = {
  ...magento244,
  label: 'Magento’s newest development',
  // Nothing is normalised: the Host header counts as it is, an upper-case host and a default port included.
  buildAuthority: ({ urlAuthority, hostHeader }) => hostHeader ?? urlAuthority,
  readQuery: readNextQuery,
  order: {
    compare: (left, right) => compareKeys(left.name, right.name),
    remark: 'This server sorts the decoded names by bytes',
  },
  warn: warnOfNextRefusals,
};

/**
 * Reads a query twice, as this server does: as 2.4.4, and with `parse_str`, whose fields stand over those of the same
 * name. So `flag` and `+` count as in a form, `a.b` is signed as `a.b` and as `a_b`, and of `a=1&a[0]=2` only the second.
 */
export function readNextQuery(query: string): ParameterReading {
  const strict = readMagentoQuery(query);
  const { parameters, deviations: repeated } = keepLastOfEachName(strict.parameters);
  const deviations: Deviation[] = [...strict.deviations.filter(({ text }) => isBracketed(text)), ...repeated];
  const byName = new Map<ByteString, Parameter>(parameters.map((parameter) => [parameter.name, parameter]));
  for (const { name, value, origin, sentName, isArray } of readPhpFields(query, 'query')) {
    const replaced = byName.get(name);
    if (isArray) {
      if (replaced) deviations.push({ text: decodeUtf8(name), remark: 'An array of the same name takes its place.' });
      byName.delete(name);
      continue;
    }
    byName.set(name, { name, value, origin });
    if (name !== sentName) deviations.push(describeRenamed(sentName, name, byName.has(sentName)));
  }
  return { parameters: [...byName.values()], deviations };
}

const isBracketed = (pair: string): boolean => /^[^[=]+\[.*\]/s.test(percentDecode(pair.split('=', 1)[0] ?? ''));

function describeRenamed(sentName: ByteString, name: ByteString, isSignedTwice: boolean): Deviation {
  const how = isSignedTwice ? 'PHP signs it a second time' : 'PHP signs it';
  return { text: decodeUtf8(sentName), remark: `${how} under the name “${decodeUtf8(name)}”.` };
}
