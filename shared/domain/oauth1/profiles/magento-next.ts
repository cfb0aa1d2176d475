// Magento's newest development code, without Laminas: Magento\Framework\Oauth\Helper\Signature\Hmac lays what parse_str makes
// of the query over what 2.4.4 reads of it, drops arrays and sorts with ksort. facts.md calls this generation D.
import { type ByteString, decodeUtf8 } from '../../../kernel/byte-string.ts';
import { listNextRefusals } from '../magento-refusals.ts';
import type { Parameter, ParameterReading } from '../parameters.ts';
import { percentDecode } from '../percent-encoding.ts';
import { compareKeys, readPhpFields } from '../php-form.ts';
import type { ServerProfile } from '../server-profile.ts';
import type { Deviation } from '../signing-remark.ts';
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
  listRefusals: listNextRefusals,
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
  for (const { name, value, origin, pairIndex, sentName, isArray } of readPhpFields(query, 'query')) {
    const replaced = byName.get(name);
    if (isArray) {
      if (replaced) deviations.push(describe(replaced, 'ignored', 'An array of the same name takes its place.'));
      byName.delete(name);
      continue;
    }
    if (name !== sentName) {
      const how = byName.has(sentName) ? 'PHP signs it a second time' : 'PHP signs it';
      const sent = { name: sentName, pairIndex };
      deviations.push(describe(sent, 'misread', `${how} under the name “${decodeUtf8(name)}”.`));
    }
    byName.set(name, { name, value, origin, pairIndex });
  }
  return { parameters: [...byName.values()], deviations };
}

const isBracketed = (pair: string): boolean => /^[^[=]+\[.*\]/s.test(percentDecode(pair.split('=', 1)[0] ?? ''));

function describe(
  { name, pairIndex }: Pick<Parameter, 'name' | 'pairIndex'>,
  effect: Deviation['effect'],
  remark: string,
): Deviation {
  return { effect, text: decodeUtf8(name), remark, pairIndex };
}
