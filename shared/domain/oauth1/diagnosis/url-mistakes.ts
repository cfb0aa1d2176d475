// Mistakes of the method, of scheme, host and path.
import { splitUrl } from '../../http/raw-url.ts';
import { percentDecode, percentEncodeBytes } from '../percent-encoding.ts';
import { splitAuthority } from '../signed-url.ts';
import type { Mistake, SigningParts, Variation } from './signing-parts.ts';

const vary = (changes: readonly Partial<SigningParts>[], detail: string): Variation[] =>
  changes.map((change) => ({ change, detail }));

const paths = (list: readonly string[], detail: string): Variation[] =>
  vary(
    list.map((path) => ({ path })),
    detail,
  );

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'];

/** Mistakes of the base string's first two parts. */
export const urlMistakes: readonly Mistake[] = [
  {
    finding: 'wrong-method',
    vary: ({ method }) =>
      methods
        .filter((other) => other !== method)
        .flatMap((other) => vary([{ method: other }], `${other} was signed, but ${method} was sent.`)),
  },
  {
    finding: 'method-case',
    vary: ({ method }) =>
      vary(
        [{ method: method.toLowerCase() }, { method: method.charAt(0) + method.slice(1).toLowerCase() }],
        'The method has to be signed in upper case.',
      ),
  },
  {
    finding: 'wrong-scheme',
    vary: ({ scheme, authority }) => {
      const other = scheme === 'https' ? 'http' : 'https';
      const detail = `${other} was signed, but the server sees ${scheme}. Behind a proxy that ends TLS, the proxy has to send X-Forwarded-Proto.`;
      const { host } = splitAuthority(authority);
      return vary([{ scheme: other }, { scheme: other, authority: host }], detail);
    },
  },
  {
    finding: 'wrong-port',
    vary: ({ scheme, authority }, { subject }) => {
      const { host, port } = splitAuthority(authority);
      const sent = splitAuthority(splitUrl(subject.url).authority);
      const sentWithPort = sent.port === null ? [] : [`${host}:${sent.port}`];
      const own = scheme === 'https' ? '443' : '80';
      const others = [
        host,
        `${host}:${own}`,
        `${host}:80`,
        `${host}:443`,
        `${host}:8080`,
        `${host}:8443`,
        ...sentWithPort,
      ];
      const detail =
        port === null
          ? `A port was signed that does not belong there: the default port (${own}) is left out.`
          : `The port was signed wrongly: the server sees ${authority}.`;
      return vary(
        others.filter((other) => other !== authority).map((other) => ({ authority: other })),
        detail,
      );
    },
  },
  {
    finding: 'host-case',
    vary: ({ authority }, { subject }) => {
      const sent = splitUrl(subject.url).authority;
      const others = [
        sent,
        authority.toUpperCase(),
        authority.toLowerCase(),
        sent.toLowerCase(),
        capitalise(authority),
      ];
      return vary(
        others.map((other) => ({ authority: other })),
        'The host was signed in another case than the server has it; write it in lower case everywhere.',
      );
    },
  },
  {
    finding: 'wrong-host',
    vary: ({ authority }, { subject }) => {
      const sent = splitUrl(subject.url).authority;
      const bare = authority.replace(/^www\./i, '');
      const others = [bare, `www.${bare}`, sent, 'localhost', '127.0.0.1'];
      return vary(
        others.map((other) => ({ authority: other })),
        `Another host was signed than the server sees (${authority}).`,
      );
    },
  },
  {
    finding: 'trailing-slash',
    vary: ({ path }) =>
      paths(
        [path.endsWith('/') ? path.slice(0, -1) : `${path}/`],
        'The path was signed with a slash at its end, or without one, that the sent URL does not have like that.',
      ),
  },
  {
    finding: 'index-php',
    vary: ({ path }) =>
      paths(
        [path.startsWith('/index.php/') ? path.slice('/index.php'.length) : `/index.php${path}`],
        'index.php is part of the path that is signed exactly where it is part of the URL that is sent.',
      ),
  },
  {
    finding: 'store-code',
    vary: ({ path }) => {
      const rest = /^((?:\/index\.php)?\/rest)(?:\/([^/]+))?(\/(?:async\/(?:bulk\/)?)?V1\/.*)$/s.exec(path);
      if (!rest) return [];
      const [, front = '', code, back = ''] = rest;
      const others = ['', '/default', '/all', '/admin'].filter((other) => other !== (code ? `/${code}` : ''));
      return paths(
        others.map((other) => front + other + back),
        'Another store code was signed than the one in the URL that was sent.',
      );
    },
  },
  {
    finding: 'path-encoding',
    vary: ({ path }, { subject }) =>
      paths(
        [
          splitUrl(subject.url).path,
          percentDecode(path),
          mapSegments(path, (segment) => percentEncodeBytes(percentDecode(segment))),
          mapSegments(path, percentEncodeBytes),
          path.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
        ],
        'The path was signed in another encoding than the server gives it.',
      ),
  },
  {
    finding: 'query-in-url',
    vary: ({ path, parameters }, { subject }) => {
      const { query } = splitUrl(subject.url);
      if (query === null) return [];
      const withQuery = `${path}?${query}`;
      const headerOnly = parameters.filter(({ origin }) => origin !== 'query');
      return vary(
        [{ path: withQuery }, { path: withQuery, parameters: headerOnly }],
        'The query was left in the URL part of the base string; its parameters belong among the others.',
      );
    },
  },
  {
    finding: 'wrong-path',
    vary: ({ path }) => {
      const shorter = [/^\/rest(?=\/)/, /^\/[^/]+(?=\/rest\/)/, /^\/rest\/[^/]+(?=\/V1)/].map((part) =>
        path.replace(part, ''),
      );
      const others = [...shorter, path.replace(/\/{2,}/g, '/'), path.replace(/^\//, '//'), path.toLowerCase(), ''];
      return paths(others, 'Another path was signed than the one that was sent.');
    },
  },
];

const mapSegments = (path: string, change: (segment: string) => string): string =>
  path.split('/').map(change).join('/');

const capitalise = (text: string): string =>
  text.replace(/(^|[.-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
