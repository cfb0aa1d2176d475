// The page is served from its own `app://` scheme: a real origin with a strict policy, and no access to `file:`.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const scheme = 'app';
const host = 'lodestone';
const rendererDirectory = join(__dirname, '..', 'renderer');

/** Where the window goes. */
export const appUrl = `${scheme}://${host}/index.html`;

/** True for a URL of our own page. */
export const isAppUrl = (url: string): boolean => url.startsWith(`${scheme}://${host}/`);

/** Stands in the built page where each answer's nonce goes (`html.cspNonce` in vite.config.ts). */
const noncePlaceholder = '%CSP_NONCE%';

/** Nothing from elsewhere, no inline script, no eval, no frames; style elements only with this answer's nonce. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer; a path outside its folder or an unknown type is 404. */
export function serveRenderer(): void {
  protocol.handle(scheme, async (request) => {
    const { hostname, pathname } = new URL(request.url);
    const file = normalize(join(rendererDirectory, decodePath(pathname)));
    const type = mediaTypes[extname(file)];
    if (request.method !== 'GET' || hostname !== host || !file.startsWith(rendererDirectory + sep) || !type) {
      return new Response('Not found', { status: 404 });
    }
    try {
      const nonce = randomBytes(16).toString('base64');
      const content = await readFile(file);
      return new Response(isHtml(file) ? content.toString().replaceAll(noncePlaceholder, nonce) : content, {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy(nonce),
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

/** The path of a file name; a broken escape names nothing, and then nothing is found. */
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

const isHtml = (file: string): boolean => extname(file) === '.html';
