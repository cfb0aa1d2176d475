import { shortenKey } from '../mask-trace.ts';

/** A base string as it may be shown, and the place in it where it first differs from another. */
export interface ShownBaseString {
  readonly text: string;
  readonly differsAt: number | null;
}

/** Consumer key and token with their values, however often they are encoded. */
const keys = /(oauth_(?:consumer_key|token)(?:%(?:25)*3D|=))([^%&=]+)/gi;

/**
 * Shortens consumer key and token in a base string. `differsAt` moves along; where it lies within a key it goes to the
 * key's begin, so that no more of the key is told.
 */
export function maskBaseString(baseString: string, differsAt: number | null): ShownBaseString {
  let shownAt = differsAt;
  const text = baseString.replace(keys, (...found: readonly unknown[]) => {
    const [, name, value, offset] = found as readonly [string, string, string, number];
    const start = offset + name.length;
    const shown = shortenKey(value);
    if (differsAt !== null && shownAt !== null && differsAt > start) {
      const isWithin = differsAt < start + value.length;
      shownAt += isWithin ? start - differsAt : shown.length - value.length;
    }
    return name + shown;
  });
  return { text, differsAt: shownAt };
}
