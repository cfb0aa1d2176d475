// HTML pages where Magento answers with HTML: same place, same status, words of our own.
import { createHash } from 'node:crypto';
import type { Reply } from './message.ts';
import { pageHeaders } from './reply-headers.ts';

const contentType = ['Content-Type', 'text/html; charset=UTF-8'] as const;

function renderPage(title: string, paragraphs: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    `    <title>${title}</title>`,
    '    <meta charset="utf-8"/>',
    '</head>',
    '<body>',
    '    <main>',
    `        <h1>${title}</h1>`,
    ...paragraphs.map((paragraph) => `        <p>${paragraph}</p>`),
    '    </main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** An error outside the web API's own handling (500) with a report number of 64 hex digits. */
export function errorPage(report: number): Reply {
  const digest = createHash('sha256').update(`report ${report}`).digest('hex');
  const body = renderPage('The request could not be processed', [
    '<em>Details are not shown.</em>',
    `Error log record number: ${digest}`,
  ]);
  return { status: 500, headers: [contentType, ...pageHeaders.slice(2)], body };
}

/** A page that does not exist (404). */
export function notFoundPage(): Reply {
  const body = renderPage('404 Not Found', ['This page does not exist in the sandbox.']);
  return { status: 404, headers: [contentType, ...pageHeaders], body };
}

/** What a browser sees at the address of the sandbox. */
export function homePage(): Reply {
  const body = renderPage('Sandbox store', [
    'This is an imitation of Magento 2.4.4 for trying requests. Its web API begins at /rest/V1 and /graphql.',
  ]);
  return { status: 200, headers: [contentType, ...pageHeaders], body };
}

/** What the web server in front of Magento says to two Authorization headers. */
export function badRequestPage(): Reply {
  return { status: 400, headers: [contentType], body: renderPage('400 Bad Request', []) };
}

/** A plain text for a failure that even the web API's error handling did not see (500). */
export function plainFailure(message: string): Reply {
  return { status: 500, headers: [['Content-Type', 'text/plain;charset=UTF-8']], body: `${message}\n\n` };
}
