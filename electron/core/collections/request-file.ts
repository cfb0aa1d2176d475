import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isDocumentObject } from '#shared/domain/collection/document.ts';
import {
  mergeRequestDocument,
  parseRequestDocument,
  type RequestDocument,
} from '#shared/domain/collection/open-collection.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { formatYaml, parseYaml, updateYaml } from './yaml-file.ts';

/** No request is larger; a file that is would only hold up the list. */
const largestFileBytes = 10 * 1024 * 1024;

/** A request's file as it was read. */
export interface RequestFile {
  readonly text: string;
  /** A hash of the file's bytes. */
  readonly revision: string;
  readonly name: string;
  readonly sequence: number | null;
  readonly request: Request;
}

/** Reads a request's file; undefined where there is none, a sentence where it holds no request. */
export function readRequestFile(path: string): Result<RequestFile, string> | undefined {
  const text = readText(path);
  if (text === undefined || !text.ok) return text;
  const parsed = parseYaml(text.value);
  if (!parsed.ok) return parsed;
  const document = parseRequestDocument(parsed.value);
  if (!document.ok) return document;
  return ok({
    ...document.value,
    text: text.value,
    revision: revisionOf(text.value),
    name: document.value.name ?? nameFromFile(path),
  });
}

/** Reads a file's text; undefined where there is none. */
export function readText(path: string): Result<string, string> | undefined {
  try {
    if (statSync(path).size > largestFileBytes) return err('The file is larger than 10 MB.');
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return err(`The file can’t be read (${code ?? 'unknown'}).`);
  }
}

/** The text of a request's file: a new one, or `previous` with what changed. */
export function formatRequestFile(
  content: { readonly name: string; readonly sequence: RequestDocument['sequence']; readonly request: Request },
  previous: string | null = null,
): string {
  const parsed = previous === null ? undefined : parseYaml(previous);
  if (previous === null || !parsed?.ok || !isDocumentObject(parsed.value)) {
    return formatYaml(mergeRequestDocument({}, content));
  }
  return updateYaml(previous, mergeRequestDocument(parsed.value, content));
}

/** What a save is compared with. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function nameFromFile(path: string): string {
  return basename(path).replace(/\.ya?ml$/i, '');
}
