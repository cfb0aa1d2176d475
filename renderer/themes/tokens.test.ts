import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colour tokens of a theme; the light one stands at `:root`. */
function colours(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['surface-chrome', 'surface', 'surface-sunken', 'surface-raised'];
const texts = ['text', 'text-muted', 'text-faint', 'accent', 'ok', 'warning', 'bad'];
const methods = ['get', 'post', 'put', 'delete', 'patch', 'other'].map((name) => `method-${name}`);
const code = ['key', 'string', 'number', 'literal', 'punctuation'].map((name) => `code-${name}`);

/** Which text stands on what. */
const pairs: (readonly [text: string, surface: string])[] = [
  ...[...texts, ...methods, ...code].flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  ...['text', 'text-muted', ...methods].flatMap((text) =>
    ['surface-hover', 'accent-soft'].map((surface) => [text, surface] as const),
  ),
  ['accent', 'accent-soft'],
  ['ok', 'ok-soft'],
  ['warning', 'warning-soft'],
  ['bad', 'bad-soft'],
  ...['text', 'text-muted'].flatMap((text) =>
    ['ok-soft', 'warning-soft', 'bad-soft'].map((surface) => [text, surface] as const),
  ),
  ['text', 'match'],
  ['text', 'match-current'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-bad', 'bad'],
];

test.each(['light', 'dark', 'contrast'])('every text of the %s theme has a contrast of at least 4.5:1', (theme) => {
  const tokens = colours(theme);
  const weak = pairs
    .map(([text, surface]) => ({
      pair: `${text} on ${surface}`,
      ratio: contrast(tokens.get(text) ?? '#000000', tokens.get(surface) ?? '#000000'),
    }))
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);
  expect(weak).toEqual([]);
});

test('each theme defines the same colours', () => {
  const names = (theme: string) => [...colours(theme).keys()].sort();
  expect(names('dark')).toEqual(names('light'));
  expect(names('contrast')).toEqual(names('light'));
});
