// The page is served from its own `app://` scheme: a real origin with a strict policy, and no access to `file:`.
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

/** Nothing from elsewhere, no inline script, no eval, no frames; styles may be set at run time, as the editor does. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
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
    const file = normalize(join(rendererDirectory, decodeURIComponent(pathname)));
    const type = mediaTypes[extname(file)];
    if (request.method !== 'GET' || hostname !== host || !file.startsWith(rendererDirectory + sep) || !type) {
      return new Response('Not found', { status: 404 });
    }
    try {
      return new Response(await readFile(file), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
