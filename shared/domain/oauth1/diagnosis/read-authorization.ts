// Authorization: OAuth … as strangers write it: any case, quotes or none, another scheme in front (Basic of a proxy).
import { decodeUtf8 } from '../../../kernel/byte-string.ts';
import type { HeaderPair } from '../../http/headers.ts';
import { percentDecode } from '../percent-encoding.ts';

/** What an Authorization header says, decoded, in its order. */
export interface Authorization {
  /** Without realm and signature. */
  readonly parameters: readonly HeaderPair[];
  readonly realm: string | null;
  readonly signature: string | null;
}

/** Reads the header as Magento does; null where it is not OAuth. */
export function readAuthorization(value: string): Authorization | null {
  const scheme = /(?:^|[\s,:])oauth\s+/i.exec(value);
  if (!scheme) return null;
  const text = value.slice(scheme.index + scheme[0].length);
  const pairs = [...text.matchAll(/([^\s=,]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g)].map(
    ([, name = '', quoted, bare]): HeaderPair => [decode(name), decode(quoted ?? bare?.trim() ?? '')],
  );
  const find = (wanted: string): string | null => pairs.find(([name]) => name === wanted)?.[1] ?? null;
  return {
    parameters: pairs.filter(([name]) => name !== 'realm' && name !== 'oauth_signature'),
    realm: find('realm'),
    signature: find('oauth_signature'),
  };
}

const decode = (text: string): string => decodeUtf8(percentDecode(text));
