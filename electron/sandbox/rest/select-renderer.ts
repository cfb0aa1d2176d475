import { renderJson } from './render-json.ts';
import { renderXml } from './render-xml.ts';

/** Turns data into a body of one media type. */
export interface Renderer {
  readonly contentType: string;
  render(value: unknown): string;
}

const json: Renderer = { contentType: 'application/json; charset=utf-8', render: renderJson };
const xml: Renderer = { contentType: 'application/xml; charset=utf-8', render: renderXml };

// In the order in which a type with a wildcard finds them.
const renderers: readonly (readonly [type: string, renderer: Renderer])[] = [
  ['application/json', json],
  ['text/xml', xml],
  ['application/xml', xml],
  ['application/xhtml+xml', xml],
];

function parseAccept(accept: string): string[] {
  return accept
    .split(',')
    .map((part) => {
      const [type = '', ...settings] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = settings.find((setting) => setting.startsWith('q='));
      return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .sort((left, right) => right.weight - left.weight)
    .map(({ type }) => type);
}

/** The renderer for an Accept header: JSON without one. Undefined where none fits, which Magento answers with a 500 page. */
export function selectRenderer(accept: string | undefined): Renderer | undefined {
  if (accept === undefined || accept.trim() === '') return json;
  for (const type of parseAccept(accept)) {
    if (type === '*/*') return json;
    const family = type.endsWith('/*') ? type.slice(0, -1) : null;
    const match = renderers.find(([name]) => (family === null ? name === type : name.startsWith(family)));
    if (match) return match[1];
  }
  return undefined;
}
