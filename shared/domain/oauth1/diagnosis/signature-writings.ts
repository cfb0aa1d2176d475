// Forms in which a right signature reaches a server wrongly written.
import { percentDecode } from '../percent-encoding.ts';

/** A signature as it may have been meant; `finding` is null for the one that was written rightly. */
export interface SignatureReading {
  readonly base64: string;
  readonly finding: string | null;
  readonly detail: string;
}

/** Every signature that a stranger may have meant by what the header has. */
export function listSignatureReadings(signature: string): readonly SignatureReading[] {
  const plain: SignatureReading = { base64: signature, finding: null, detail: '' };
  const wrong: SignatureReading[] = [
    {
      base64: percentDecode(signature),
      finding: 'signature-encoded-twice',
      detail: 'The signature is right, but it was percent-encoded twice in the header.',
    },
    {
      base64: signature.trim().replaceAll(' ', '+'),
      finding: 'signature-plus-lost',
      detail: 'The signature is right, but its “+” was turned into a space: encode it as %2B.',
    },
    {
      base64: pad(signature.replaceAll('-', '+').replaceAll('_', '/')),
      finding: 'signature-base64url',
      detail: 'The signature is right, but it was written in the URL-safe alphabet or without its “=” at the end.',
    },
    {
      base64: encodeBase64(readHex(signature)),
      finding: 'signature-hex',
      detail: 'The signature was written as hexadecimal digits; it has to be base64 of the bytes.',
    },
    {
      base64: encodeBase64(readHex(decodeBase64(signature))),
      finding: 'signature-hex',
      detail: 'The signature is base64 of hexadecimal digits; it has to be base64 of the bytes.',
    },
  ];
  return [plain, ...wrong.filter(({ base64 }) => base64 !== '' && base64 !== signature)];
}

const pad = (text: string): string =>
  text.replace(/=+$/, '').padEnd(Math.ceil(text.replace(/=+$/, '').length / 4) * 4, '=');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function readHex(text: string): number[] {
  if (!/^(?:[0-9a-f]{2}){16,64}$/i.test(text)) return [];
  return (text.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
}

function encodeBase64(bytes: readonly number[]): string {
  let bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  bits = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0');
  return pad((bits.match(/.{6}/g) ?? []).map((six) => alphabet.charAt(Number.parseInt(six, 2))).join(''));
}

function decodeBase64(text: string): string {
  const digits = Array.from(text.replace(/=+$/, ''), (character) => alphabet.indexOf(character));
  if (digits.includes(-1)) return '';
  const bits = digits.map((digit) => digit.toString(2).padStart(6, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
