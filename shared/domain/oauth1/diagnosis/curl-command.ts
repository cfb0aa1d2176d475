// A cURL command as people paste it. Only what makes a request is read; every other option is passed over.
import type { HeaderPair } from '../../http/headers.ts';
import { percentEncode } from '../percent-encoding.ts';
import { splitShellWords } from './shell-words.ts';

/** The request that a command makes; `body` is null where it sends none. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: { readonly contentType: string; readonly text: string } | null;
}

const aliases: Readonly<Record<string, string>> = {
  '-X': '--request',
  '-H': '--header',
  '-d': '--data',
  '--data-ascii': '--data',
  '--data-raw': '--data',
  '--data-binary': '--data',
  '-A': '--user-agent',
  '-b': '--cookie',
  '-c': '--cookie-jar',
  '-e': '--referer',
  '-F': '--form',
  '-G': '--get',
  '-I': '--head',
  '-m': '--max-time',
  '-o': '--output',
  '-u': '--user',
  '-w': '--write-out',
  '-x': '--proxy',
};

/** The options that take a value; any other is taken for one that stands alone. */
const withValue = new Set([
  '--cacert',
  '--cert',
  '--connect-timeout',
  '--connect-to',
  '--cookie',
  '--cookie-jar',
  '--data',
  '--data-urlencode',
  '--form',
  '--header',
  '--json',
  '--key',
  '--max-time',
  '--oauth2-bearer',
  '--output',
  '--proxy',
  '--referer',
  '--request',
  '--resolve',
  '--retry',
  '--url',
  '--user',
  '--user-agent',
  '--write-out',
]);

interface Option {
  readonly name: string;
  readonly value: string;
}

/** Reads a command; null where it is none or has no URL. A body that cURL would read from a file can't be known. */
export function readCurlCommand(command: string): CurlRequest | null {
  const [program, ...words] = splitShellWords(command.trim().replace(/^\$\s+/, ''));
  if (!program || !/(?:^|[\\/])curl(?:\.exe)?$/i.test(program)) return null;
  const { options, rest } = readOptions(words);
  const values = (name: string): string[] => options.filter((option) => option.name === name).map(({ value }) => value);
  const url = values('--url')[0] ?? rest[0];
  if (url === undefined) return null;
  const json = values('--json');
  const data = options.flatMap(({ name, value }) =>
    name === '--data' || name === '--json' ? [value] : name === '--data-urlencode' ? [encodeData(value)] : [],
  );
  const headers = values('--header').flatMap(readHeader);
  if (json.length > 0 && !hasHeader(headers, 'content-type')) headers.push(['Content-Type', 'application/json']);
  const isInQuery = values('--get').length > 0;
  const text = json.length > 0 ? data.join('') : data.join('&');
  const hasBody = data.length > 0 && !isInQuery;
  return {
    method: values('--request').at(-1) ?? (values('--head').length > 0 ? 'HEAD' : hasBody ? 'POST' : 'GET'),
    url: withScheme(isInQuery && data.length > 0 ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url),
    headers,
    body: hasBody ? { contentType: contentTypeOf(headers), text } : null,
  };
}

function readOptions(words: readonly string[]): { readonly options: Option[]; readonly rest: string[] } {
  const options: Option[] = [];
  const rest: string[] = [];
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    // A short option may have its value right behind it: -XPOST.
    const isLong = word.startsWith('--');
    const written = isLong ? word : word.slice(0, 2);
    const name = aliases[written] ?? written;
    const attached = isLong ? '' : word.slice(2);
    const takesValue = withValue.has(name);
    options.push({ name, value: takesValue ? attached || (queue.shift() ?? '') : '' });
    // Short options without a value may stand together: -sSL.
    if (!isLong && !takesValue && attached !== '') queue.unshift(`-${attached}`);
  }
  return { options, rest };
}

function readHeader(text: string): HeaderPair[] {
  const colon = text.indexOf(':');
  return colon <= 0 ? [] : [[text.slice(0, colon).trim(), text.slice(colon + 1).trim()]];
}

const hasHeader = (headers: readonly HeaderPair[], name: string): boolean =>
  headers.some(([candidate]) => candidate.toLowerCase() === name);

function contentTypeOf(headers: readonly HeaderPair[]): string {
  const written = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return written ?? 'application/x-www-form-urlencoded';
}

/** `name=content`, `=content` or `content`, whose content is encoded. */
function encodeData(text: string): string {
  const equals = text.indexOf('=');
  return equals < 0
    ? percentEncode(text)
    : (text.slice(0, equals + 1) + percentEncode(text.slice(equals + 1))).replace(/^=/, '');
}

const withScheme = (url: string): string => (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`);
