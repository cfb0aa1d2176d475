// Refuses what could not be sent as typed, before a byte goes out and before a token is asked for. A line break in a header
// value would be a further header (header injection), so it is never repaired silently.
import { headerValue, headerValues, type HeaderPair } from '#shared/domain/http/headers.ts';
import { originOf, splitUrl } from '#shared/domain/http/raw-url.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ExchangeContext, ExchangeStep } from '../exchange-context.ts';

/** RFC 9110 §5.6.2. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const refuseUrl = (message: string, cause: string, nextStep: string): never => {
  throw new AppError({ code: 'request.url', message, cause, nextStep });
};

function checkMethod(method: string): void {
  if (token.test(method) && method.toUpperCase() !== 'CONNECT') return;
  throw new AppError({
    code: 'input.invalid',
    message: `“${method}” can’t be sent as a method.`,
    cause: 'A method is one word of letters, such as GET or POST; CONNECT is for proxies only.',
    nextStep: 'Choose a method from the list.',
    facts: { method },
  });
}

function checkUrl(url: string, isExact: boolean): void {
  const { scheme, authority, path, query } = splitUrl(url);
  if (scheme === '') {
    refuseUrl(
      'The request has no host.',
      'The environment has no base URL, or the URL does not start with http:// or https://.',
      'Enter the base URL of the store in the environment.',
    );
  }
  if (!/^https?$/i.test(scheme)) {
    refuseUrl(
      `Lodestone can’t send to ${scheme}:// URLs.`,
      'Magento’s web API is reached over http and https only.',
      'Write the URL with http:// or https://.',
    );
  }
  if (authority.includes('@')) {
    refuseUrl(
      'The URL carries a user name in front of its host.',
      'Credentials in a URL end up in logs, so Lodestone does not send them.',
      'Remove them from the URL and add an Authorization header with the scheme Basic.',
    );
  }
  const port = /:(\d*)$/.exec(authority)?.[1];
  if (port !== undefined && Number(port) > 65_535) {
    refuseUrl(
      `There is no port ${port}.`,
      'Ports go from 1 to 65535.',
      'Correct the port in the base URL or the request.',
    );
  }
  if (!URL.canParse(`${scheme}://${authority}/`)) {
    refuseUrl(
      `“${authority}” is not a host that can be reached.`,
      authority === ''
        ? 'The host is missing behind ://.'
        : 'It holds a blank or another character that no host name has.',
      'Correct the host in the base URL of the environment or in the request.',
    );
  }
  if (isExact && /[\u0000-\u0020\u007f]/.test(`${path}${query ?? ''}`)) {
    refuseUrl(
      'The URL holds a blank or a control character.',
      'Sent exactly as typed it would end the request line early.',
      'Write it as %20, or send without “exactly as typed”.',
    );
  }
}

const refuseHeader = (name: string, sentences: { message: string; cause: string; nextStep: string }): never => {
  throw new AppError({ code: 'request.header', ...sentences, facts: { header: name } });
};

function checkHeader([name, value]: HeaderPair): void {
  if (!token.test(name)) {
    refuseHeader(name, {
      message: name === '' ? 'A header has no name.' : `“${name}” can’t be sent as a header name.`,
      cause: 'A header name has letters, digits and hyphens, and neither blanks nor colons.',
      nextStep: 'Correct the name, or switch the row off.',
    });
  }
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
    refuseHeader(name, {
      message: `The value of the header “${name}” holds a line break or another control character.`,
      cause: 'It would start a further header, which servers and attackers read differently.',
      nextStep: 'Remove the character; it often comes along when a value is pasted.',
    });
  }
}

function checkFraming(headers: readonly HeaderPair[], body: ExchangeContext['request']['body']): void {
  const sizeBytes = body.kind === 'none' ? 0 : Buffer.byteLength(body.text);
  const wrongLength = headerValues(headers, 'Content-Length').find((value) => value.trim() !== String(sizeBytes));
  if (wrongLength !== undefined) {
    refuseHeader('Content-Length', {
      message: `Content-Length says ${wrongLength}, but the body has ${sizeBytes} bytes.`,
      cause: 'The server would wait for bytes that never come, or take the rest for another request.',
      nextStep: 'Remove the header; Lodestone adds the right one.',
    });
  }
  const coding = headerValue(headers, 'Transfer-Encoding');
  if (coding !== undefined && coding.trim().toLowerCase() !== 'chunked') {
    refuseHeader('Transfer-Encoding', {
      message: `The body can’t be sent with Transfer-Encoding “${coding}”.`,
      cause: 'Only “chunked” is possible in a request.',
      nextStep: 'Remove the header.',
    });
  }
}

/** An identity belongs to one store: its credentials go nowhere else, whatever URL a request names. */
function checkIdentity({ input, url }: ExchangeContext, headers: readonly HeaderPair[]): void {
  const { identity, environment } = input;
  // The user's own Authorization header takes the identity's place.
  if (identity.kind === 'guest' || headerValue(headers, 'Authorization') !== undefined) return;
  if (originOf(url) === originOf(environment.baseUrl)) return;
  refuseUrl(
    `The URL leads to another host than the environment “${environment.name}”.`,
    `The credentials of “${identity.name}” belong to ${originOf(environment.baseUrl)} and are not sent to ${originOf(url)}.`,
    'Choose the environment of that host, or send as guest.',
  );
}

export const lintRequest: ExchangeStep = (context) => {
  const headers = context.request.headers.map(({ name, value }): HeaderPair => [name, value]);
  checkMethod(context.request.method);
  checkUrl(context.url, context.input.request.isExact);
  headers.forEach(checkHeader);
  checkFraming(headers, context.request.body);
  checkIdentity(context, headers);
};
