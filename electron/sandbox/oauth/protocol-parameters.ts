// Reading OAuth parameters off the Authorization header, the two ways servers do it.
import { decodeBytes } from './percent-encoding.ts';

/** A decoded parameter; one byte a character. */
export type ByteParameter = readonly [name: string, value: string];

/** What Magento takes for a parameter of the protocol. It looks anywhere in the name and wants letters after `oauth_`. */
export const protocolName = /oauth_[a-z_-]+/;

/**
 * The text after the scheme `OAuth `, in any case and anywhere in the value, so that it works behind HTTP Basic.
 * Undefined where the header has no such scheme.
 */
export function findOauthText(authorization: string | undefined): string | undefined {
  const start = authorization?.search(/oauth /i) ?? -1;
  return start < 0 ? undefined : authorization?.slice(start + 'oauth '.length);
}

/** The `name=value` pairs of the header as they stand there; a value may still have its quotes. */
function splitPairs(text: string): ByteParameter[] {
  return text.split(',').flatMap((part): ByteParameter[] => {
    const pair = part.trim();
    const equals = pair.indexOf('=');
    return equals < 0 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)]];
  });
}

const decodeValue = (value: string): string => decodeBytes(value.replace(/^"+|"+$/g, ''));

/** RFC 5849 §3.5.1: every parameter but `realm`, decoded; blanks around `=` do no harm. */
export function parseHeaderParameters(text: string): ByteParameter[] {
  return splitPairs(text)
    .map(([name, value]): ByteParameter => [decodeBytes(name.trim()), decodeValue(value.trim())])
    .filter(([name]) => name.toLowerCase() !== 'realm');
}

/** Magento: only what has a name of the protocol before decoding; blanks around `=` become part of name and value. */
export function parseMagentoHeader(text: string): ByteParameter[] {
  return splitPairs(text)
    .filter(([name]) => protocolName.test(name))
    .map(([name, value]): ByteParameter => [decodeBytes(name), decodeValue(value)]);
}
