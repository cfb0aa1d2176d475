import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileNameFor } from '#shared/domain/collection/file-name.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JsonDocuments } from '../ports.ts';
import { writeTextAtomic } from '../storage/atomic-file.ts';
import type { DocumentFormat } from '../storage/document-format.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { VersionedDocument } from '../storage/versioned-document.ts';
import { formatRequestFile } from './request-file.ts';
import { sampleRequests } from './sample-requests.ts';
import { formatYaml } from './yaml-file.ts';

/** What is remembered of the collections beside their own files. */
const collectionsSchema = z.object({ isSampleMade: z.boolean() });

/** `collections.json` through the releases. */
const collectionsFormat: DocumentFormat<Readonly<z.infer<typeof collectionsSchema>>> = {
  title: 'the list of collections',
  versions: [{ version: 1, schema: collectionsSchema }],
  defaults: { isSampleMade: false },
};

const folderName = 'getting-started';

export interface SampleCollectionOptions {
  /** The folder of all collections. */
  readonly directory: string;
  readonly documents: JsonDocuments;
  readonly notices: NoticeCollector;
}

/**
 * Writes the sample collection at the first start and never again, so that one which the user removed stays away. Where
 * it can't be written a notice says so, and the next start tries again.
 */
export function ensureSampleCollection({ directory, documents, notices }: SampleCollectionOptions): void {
  const remembered = new VersionedDocument(collectionsFormat, documents.open('collections'), notices);
  if (remembered.read().isSampleMade) return;
  const folder = join(directory, folderName);
  try {
    for (const [name, text] of formatSampleFiles()) {
      const path = join(folder, name);
      // A start that was ended half-way left some of them; none is ever overwritten.
      if (!existsSync(path)) writeTextAtomic(path, text);
    }
    remembered.update((current) => ({ ...current, isSampleMade: true }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message, cause, nextStep } = error.data;
    notices.add({ level: 'warning', message: `The sample collection is missing: ${message} ${cause}`, nextStep });
  }
}

/** The sample collection's files by name: the collection itself and a request each. */
export function formatSampleFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  sampleRequests.forEach(({ name, request }, index) => {
    const fileName = fileNameFor(name, '.yml', files.keys());
    files.set(fileName, formatRequestFile({ name, sequence: index + 1, request }));
  });
  // Last, so that a folder which has it is complete.
  files.set(
    'opencollection.yml',
    formatYaml({
      opencollection: '1.0.0',
      info: { name: 'Getting started' },
      bundled: false,
      docs: 'Eight requests to the sandbox. Press Send on each: the notes say what to look at.',
    }),
  );
  return files;
}
