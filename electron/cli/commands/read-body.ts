import { readFileSync } from 'node:fs';
import { headerValue, type HeaderPair } from '#shared/domain/http/headers.ts';
import type { RequestBody } from '#shared/domain/http/request.ts';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * The body of `-d`: the text itself, `@file` for a file's text, `-` or `@-` for standard input. It is JSON unless the
 * Content-Type among the headers says otherwise.
 */
export function readBody(data: string | undefined, headers: readonly HeaderPair[]): RequestBody {
  if (data === undefined) return { kind: 'none' };
  const text = readBodyText(data) ?? '';
  const contentType = headerValue(headers, 'content-type')?.toLowerCase() ?? 'application/json';
  if (contentType.includes('json')) return { kind: 'json', text };
  return { kind: contentType.includes('xml') ? 'xml' : 'text', text };
}

/** The text of `-d` (see `readBody`); null where there is none. */
export function readBodyText(data: string | undefined): string | null {
  if (data === undefined) return null;
  if (data === '-' || data === '@-') return readStandardInput();
  return data.startsWith('@') ? readText(data.slice(1)) : data;
}

/** Everything on standard input. Throws AppError where it can't be read. */
export function readStandardInput(): string {
  return readText(0);
}

function readText(source: string | 0): string {
  try {
    return readFileSync(source, 'utf8');
  } catch (cause) {
    throw new AppError(
      {
        code: 'request.body',
        message: `The body could not be read from ${source === 0 ? 'standard input' : source}.`,
        cause: cause instanceof Error ? cause.message : String(cause),
        nextStep: 'Check that the file exists and that you may read it.',
      },
      { cause },
    );
  }
}
