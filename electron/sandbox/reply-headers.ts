import { createHash } from 'node:crypto';
import { findHeader, type HeaderLine, type SandboxRequest } from './message.ts';
import type { SandboxContext } from './sandbox-context.ts';

const sessionSeconds = 3600;

/** The headers that come with a new session: its cookie, and PHP's headers against caching. */
export function buildSessionHeaders(request: SandboxRequest, { state, nowMs }: SandboxContext): HeaderLine[] {
  const digest = createHash('sha256').update(`session ${state.nextSession()}`).digest('hex');
  const expires = new Date(nowMs + sessionSeconds * 1000).toUTCString();
  const domain = (findHeader(request.headers, 'host') ?? '').replace(/:\d+$/, '');
  const cookie = [
    `PHPSESSID=${digest.slice(0, 26)}`,
    `expires=${expires}`,
    `Max-Age=${sessionSeconds}`,
    'path=/',
    `domain=${domain}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return [
    ['Set-Cookie', cookie.join('; ')],
    ['Expires', 'Thu, 19 Nov 1981 08:52:00 GMT'],
    ['Pragma', 'no-cache'],
  ];
}

/** The headers with which Magento sends pages and GraphQL answers. */
export const pageHeaders: readonly HeaderLine[] = [
  ['Pragma', 'no-cache'],
  ['Cache-Control', 'max-age=0, must-revalidate, no-cache, no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-XSS-Protection', '1; mode=block'],
  ['X-Frame-Options', 'SAMEORIGIN'],
];
