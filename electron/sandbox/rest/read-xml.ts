// A small reader for XML request bodies: elements and texts become nested data, attributes are not looked at.

type XmlValue = string | XmlValue[] | { [name: string]: XmlValue };
interface OpenElement {
  readonly name: string;
  readonly children: [name: string, value: XmlValue][];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([A-Za-z_][\w.-]*)[^>]*?(\/?)>|([^<]+)/y;

const decodeEntities = (text: string): string =>
  text.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);

function closeElement(element: OpenElement): XmlValue {
  if (element.children.length === 0) return element.text;
  if (element.children.every(([name]) => name === 'item')) return element.children.map(([, value]) => value);
  const fields: { [name: string]: XmlValue } = {};
  for (const name of new Set(element.children.map(([childName]) => childName))) {
    const values = element.children.filter(([childName]) => childName === name).map(([, value]) => value);
    const [only] = values;
    fields[name] = values.length === 1 && only !== undefined ? only : values;
  }
  return fields;
}

/** The content of the root element as data; undefined where the text is no well-formed document. */
export function readXml(text: string): unknown {
  const root: OpenElement = { name: '', children: [], text: '' };
  const open: OpenElement[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    const current = open.at(-1);
    if (!match || !current) return undefined;
    const [, cdata, slash, name, selfClosing, plain] = match;
    if (cdata !== undefined) current.text += cdata;
    else if (plain !== undefined) current.text += decodeEntities(plain);
    else if (name === undefined) continue;
    else if (slash) {
      const parent = open.at(-2);
      if (!parent || current.name !== name) return undefined;
      open.pop();
      parent.children.push([name, closeElement(current)]);
    } else if (selfClosing) current.children.push([name, '']);
    else open.push({ name, children: [], text: '' });
  }
  const [document, second] = root.children;
  return open.length === 1 && document && !second ? document[1] : undefined;
}
