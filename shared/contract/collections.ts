import { z } from 'zod';
import { collectionRequestSchema, collectionSchema } from '../domain/collection/collection.ts';
import { requestSchema } from '../domain/http/request.ts';
import { command, query, topic } from './define.ts';

const location = z.object({ collectionId: z.string(), path: z.string() });

export const collectionsContract = {
  'collections.list': query('The open collections and their trees', z.null(), z.array(collectionSchema).readonly()),
  'collections.read': query('One request as it stands in its file', location, collectionRequestSchema),
  'collections.create': command(
    'Saves a new request; `folder` is a path in the collection, empty for its root',
    z.object({ collectionId: z.string(), folder: z.string(), name: z.string().min(1), request: requestSchema }),
    collectionRequestSchema,
  ),
  'collections.save': command(
    'Writes a request to its file, unless the file is no longer at `revision`',
    location.extend({ name: z.string().min(1), request: requestSchema, revision: z.string() }),
    collectionRequestSchema,
  ),
  'collections.remove': command('Moves a request’s file to the system’s trash', location, z.null()),
  'collections.changed': topic('A file of an open collection was added, changed or removed', z.null()),
} as const;
