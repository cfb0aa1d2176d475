import { findHeader, readBodyText, type SandboxRequest } from '../message.ts';
import { parsePhpQuery } from './parse-php-query.ts';
import { readXml } from './read-xml.ts';
import { refuseInput } from './rest-fault.ts';

type Arguments = Readonly<Record<string, unknown>>;

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseInput('Decoding error.');
  }
}

function decodeXml(text: string): unknown {
  const value = readXml(text);
  if (value === undefined) throw refuseInput('Decoding Error: the XML document is not well-formed.');
  return value;
}

const decoders: Readonly<Record<string, (text: string) => unknown>> = {
  'application/json': decodeJson,
  'application/xml': decodeXml,
  'application/xhtml+xml': decodeXml,
  'text/xml': decodeXml,
};

function decodeBody(request: SandboxRequest): unknown {
  const header = findHeader(request.headers, 'content-type');
  if (!header) throw refuseInput('Content-Type header is empty.');
  const match = /^([a-z\d/\-+.]+)(?:; *charset=(.+))?(?:;.*)?$/i.exec(header);
  const [, type = '', charset] = match ?? [];
  if (!match) throw refuseInput('Content-Type header is invalid.');
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
    throw refuseInput('UTF-8 is the only supported charset.');
  }
  const decode = Object.hasOwn(decoders, type.toLowerCase()) ? decoders[type.toLowerCase()] : undefined;
  if (!decode) throw refuseInput(`Server cannot understand Content-Type HTTP header media type ${type}`);
  return decode(readBodyText(request));
}

/**
 * The arguments of a service: of the body (POST and PUT only, and only where there is one), overridden by the query,
 * overridden by the path. Throws a 400 for a content type or a body that can't be read.
 */
export function readInput(request: SandboxRequest, pathParameters: Readonly<Record<string, string>>): Arguments {
  const hasBody = (request.method === 'POST' || request.method === 'PUT') && request.body.length > 0;
  const body = hasBody ? decodeBody(request) : {};
  const fields = typeof body === 'object' && body !== null ? body : {};
  return { ...fields, ...parsePhpQuery(request.query), ...pathParameters };
}
