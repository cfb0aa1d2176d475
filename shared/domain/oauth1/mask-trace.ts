// Makes a trace fit to be shown, kept and exported: consumer key and token are shortened so that they can still be told
// apart, every other secret is blotted out.
import { secretMask } from '../exchange/secret-mask.ts';
import { percentEncode } from './percent-encoding.ts';
import type { SignatureTrace } from './signature-trace.ts';

const shortenedNames: readonly string[] = ['oauth_consumer_key', 'oauth_token'];

/**
 * Masks a trace wherever a secret stands in it, raw or encoded once or twice.
 *
 * @param secrets what must not be seen: passwords, secrets, verifier, and the keys themselves where they may stand elsewhere.
 */
export function maskTrace(trace: SignatureTrace, secrets: readonly string[]): SignatureTrace {
  const mask = createMask(collectReplacements(trace, secrets));
  return {
    ...trace,
    parameters: trace.parameters.map((parameter) => ({
      name: mask(parameter.name),
      value: mask(parameter.value),
      encodedName: mask(parameter.encodedName),
      encodedValue: mask(parameter.encodedValue),
      origin: parameter.origin,
    })),
    baseString: {
      method: trace.baseString.method,
      url: mask(trace.baseString.url),
      parameters: mask(trace.baseString.parameters),
    },
    // With PLAINTEXT the signature is the key.
    signature: mask(trace.signature),
    deviations: trace.deviations.map(({ text, remark }) => ({ text: mask(text), remark: mask(remark) })),
    refusals: trace.refusals.map(({ text, remark }) => ({ text: mask(text), remark: mask(remark) })),
  };
}

/** The first and last four characters (`hv2r…8zxy`) of what is long enough not to be given away by them; once is enough. */
export function shortenKey(key: string): string {
  if (/^.{4}….{4}$/.test(key)) return key;
  return key.length >= 16 ? `${key.slice(0, 4)}…${key.slice(-4)}` : secretMask;
}

function collectReplacements(trace: SignatureTrace, secrets: readonly string[]): Map<string, string> {
  const replacements = new Map(secrets.filter((secret) => secret !== '').map((secret) => [secret, secretMask]));
  for (const { name, value, origin } of trace.parameters) {
    if (origin === 'header' && value !== '' && shortenedNames.includes(name))
      replacements.set(value, shortenKey(value));
  }
  for (const [secret, replacement] of [...replacements]) {
    const encoded = percentEncode(secret);
    replacements.set(encoded, replacement).set(percentEncode(encoded), replacement);
  }
  return replacements;
}

/** Replaces in one pass, longer texts first, so that no replacement is masked again and no secret hides in a longer one. */
function createMask(replacements: ReadonlyMap<string, string>): (text: string) => string {
  if (replacements.size === 0) return (text) => text;
  const alternatives = [...replacements.keys()]
    .sort((left, right) => right.length - left.length)
    .map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(alternatives.join('|'), 'g');
  return (text) => text.replace(pattern, (secret) => replacements.get(secret) ?? secretMask);
}
