// Faults in XML: Magento's REST renderer for who asks for XML, and SOAP 1.2. Both are written by machines in a fixed layout,
// so a few patterns do; a parser would weigh more than all other readers together.
import { createMessage, type FaultFacts, type FaultMessage } from './fault-message.ts';

/** Reads the fault in an XML body; null where it is none. */
export function readXmlFault(body: string): FaultFacts | null {
  return readSoapFault(body) ?? readRestFault(body);
}

/** `<response>` with `<message>` as its first child; that of a gift message comes later. */
function readRestFault(body: string): FaultFacts | null {
  const response = /^(?:<\?xml[^>]*\?>\s*)?<response>\s*(<message>.*)<\/response>/s.exec(body)?.[1];
  if (response === undefined) return null;
  const errors = /<errors>(.*)<\/errors>/s.exec(response)?.[1] ?? '';
  const message = readMessage(response.replace(/<errors>.*<\/errors>/s, ''));
  return {
    shape: 'xml',
    message,
    details: [...errors.matchAll(/<item>\s*(<message>.*?)(?=<item>\s*<message>|$)/gs)].map(([, item = '']) =>
      readMessage(item),
    ),
    trace: readElement(response, 'trace'),
  };
}

function readMessage(xml: string): FaultMessage {
  const parameters = /<parameters>(.*?)<\/parameters>/s.exec(xml)?.[1] ?? '';
  const pairs = [...parameters.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(
    ([, name = '', value = '']) => [name, decodeEntities(value)] as const,
  );
  const isList = pairs.length > 0 && pairs.every(([name]) => name === 'item');
  return createMessage(
    readElement(xml, 'message'),
    isList ? pairs.map(([, value]) => value) : Object.fromEntries(pairs),
  );
}

function readSoapFault(body: string): FaultFacts | null {
  const fault = /<(?:\w+:)?Fault>(.*)<\/(?:\w+:)?Fault>/s.exec(body)?.[1];
  if (fault === undefined) return null;
  const pairs = [...fault.matchAll(/<(?:\w+:)?key>([^<]*)<\/(?:\w+:)?key>\s*<(?:\w+:)?value>([^<]*)</g)].map(
    ([, key = '', value = '']) => [decodeEntities(key), decodeEntities(value)] as const,
  );
  return {
    shape: 'soap',
    message: createMessage(readElement(fault, '(?:\\w+:)?Text'), Object.fromEntries(pairs)),
    trace: readElement(fault, '(?:\\w+:)?Trace'),
  };
}

/** The text of the first element of a name, its entities decoded; empty where there is none. */
function readElement(xml: string, name: string): string {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '';
  return decodeEntities(text.replace(/^<!\[CDATA\[(.*)\]\]>$/s, '$1'));
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Decodes the entities of XML and of Magento's pages. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|\w+);/gi, decodeEntity);
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return entities.get(name) ?? entity;
  const codePoint = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : entity;
}
