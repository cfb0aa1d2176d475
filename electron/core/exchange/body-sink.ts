// Takes an answer's body as it arrives: the first bytes for the view as they are, the whole for the history with secrets
// covered. Above 1 MB it goes to a file, so memory stays flat whatever the size.
import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyPreviewBytes } from '#shared/domain/exchange/exchange-events.ts';
import type { KeptBody } from '#electron/core/history/recorder.ts';
import { removeStaleSpills } from './remove-stale-spills.ts';
import type { SecretMasker } from './mask-secrets.ts';

/** What arrived of a body. `preview` holds its first bytes uncovered; `kept` is covered. */
export interface CollectedBody {
  readonly preview: Uint8Array;
  readonly kept: KeptBody;
  readonly sizeBytes: number;
  readonly wireSizeBytes: number;
  readonly contentType: string;
  readonly isComplete: boolean;
  readonly isMasked: boolean;
}

export interface BodySink {
  write(part: Uint8Array): Promise<void>;
  /** Ends the body; nothing may be written after it. */
  finish(): Promise<Pick<CollectedBody, 'preview' | 'kept' | 'sizeBytes' | 'isMasked'>>;
  /** Removes a spill file that nobody will use. */
  discard(): Promise<void>;
}

export interface BodySinkOptions {
  readonly directory: string;
  /** The name of the spill file. */
  readonly name: string;
  readonly masker: SecretMasker;
  readonly answers: { readonly url: string; readonly contentType: string };
}

/** Up to this many bytes a body stays in memory. */
export const memoryLimitBytes = 1024 * 1024;

interface Spill {
  readonly file: FileHandle;
  readonly hash: Hash;
  sizeBytes: number;
}

export function createBodySink({ directory, name, masker, answers }: BodySinkOptions): BodySink {
  const path = join(directory, name);
  const covering = masker.bodyStream(answers.contentType);
  let parts: Uint8Array[] = [];
  let sizeBytes = 0;
  let preview: Uint8Array | null = null;
  let spill: Spill | null = null;

  async function append(target: Spill, bytes: Uint8Array): Promise<void> {
    target.hash.update(bytes);
    target.sizeBytes += bytes.length;
    await target.file.writeFile(bytes);
  }

  async function startSpill(): Promise<Spill> {
    await mkdir(directory, { recursive: true });
    await removeStaleSpills(directory, Date.now());
    const started: Spill = { file: await open(path, 'w', 0o600), hash: createHash('sha256'), sizeBytes: 0 };
    const arrived = Buffer.concat(parts);
    preview = Uint8Array.from(arrived.subarray(0, bodyPreviewBytes));
    parts = [];
    await append(started, covering.write(arrived));
    return started;
  }

  async function finishSpill(target: Spill): Promise<KeptBody> {
    await append(target, covering.end());
    await target.file.close();
    return { kind: 'file', path, sha256: target.hash.digest('hex'), sizeBytes: target.sizeBytes };
  }

  return {
    async write(part) {
      sizeBytes += part.length;
      if (spill) return append(spill, covering.write(part));
      parts.push(part);
      if (sizeBytes > memoryLimitBytes) spill = await startSpill();
    },
    async finish() {
      if (spill) {
        const kept = await finishSpill(spill);
        return { preview: preview ?? new Uint8Array(), kept, sizeBytes, isMasked: covering.hasMasked() };
      }
      const bytes = Buffer.concat(parts);
      const covered = masker.body(bytes, answers);
      return {
        preview: bytes.subarray(0, bodyPreviewBytes),
        kept: { kind: 'memory', bytes: covered },
        sizeBytes,
        isMasked: covered !== bytes,
      };
    },
    async discard() {
      if (!spill) return;
      await spill.file.close().catch(() => undefined);
      await rm(path, { force: true });
    },
  };
}
