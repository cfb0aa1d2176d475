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
  const start = authorization?.toLowerCase().indexOf('oauth ') ?? -1;
  return start < 0 ? undefined : authorization?.slice(start + 'oauth '.length);
}

/** The `name=value` or `name="value"` pairs of the header, decoded; `realm` and anything without `=` left out. */
export function parseHeaderParameters(text: string): ByteParameter[] {
  return text.split(',').flatMap((part): ByteParameter[] => {
    const equals = part.indexOf('=');
    if (equals < 0) return [];
    const name = decodeBytes(part.slice(0, equals).trim());
    if (name.toLowerCase() === 'realm') return [];
    return [
      [
        name,
        decodeBytes(
          part
            .slice(equals + 1)
            .trim()
            .replace(/^"+|"+$/g, ''),
        ),
      ],
    ];
  });
}
