// Covers what is secret by its name in a body that comes in parts and is never whole in memory. It works on windows of the
// text, parted where no secret member stands; what starts near the end of one waits for the next.
import { secretMask } from '#shared/domain/exchange/secret-mask.ts';
import { findMaskCut, maskBodyText } from '#shared/domain/exchange/secret-names.ts';

/** Bytes as Latin-1 map one to one, so a body that is not valid UTF-8 keeps every byte. */
export const latin1Mask = Buffer.from(secretMask, 'utf8').toString('latin1');

const windowBytes = 256 * 1024;
/** No secret with its name is longer than this; what is can be anything but a token. */
const overlapBytes = 64 * 1024;

/** A mask for one stream of bytes: give it each part, then `end()` for what it held back. */
export interface MaskStream {
  write(part: Uint8Array): Uint8Array;
  end(): Uint8Array;
  hasMasked(): boolean;
}

export function createNameMaskStream(): MaskStream {
  let parts: Uint8Array[] = [];
  let heldBytes = 0;
  let hasMasked = false;

  const takeHeld = (): string => {
    const text = Buffer.concat(parts).toString('latin1');
    parts = [];
    heldBytes = 0;
    return text;
  };
  const hold = (bytes: Uint8Array): void => {
    parts.push(bytes);
    heldBytes += bytes.length;
  };
  const cover = (text: string): Uint8Array => {
    const covered = maskBodyText(text, latin1Mask);
    hasMasked ||= covered !== text;
    return Buffer.from(covered, 'latin1');
  };

  return {
    write(part) {
      hold(part);
      if (heldBytes < windowBytes) return new Uint8Array();
      const text = takeHeld();
      const latest = text.length - overlapBytes;
      // Members that follow each other without a gap for a whole window are parted all the same: memory stays flat.
      const cut = findMaskCut(text, latest) || latest;
      hold(Buffer.from(text.slice(cut), 'latin1'));
      return cover(text.slice(0, cut));
    },
    end: () => cover(takeHeld()),
    hasMasked: () => hasMasked,
  };
}
