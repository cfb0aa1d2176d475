import { z } from 'zod';
import { requestSchema } from '../http/request.ts';

/** A folder or a request of a collection; `path` is relative to the collection's folder, with `/`. */
export type CollectionNode =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly children: readonly CollectionNode[];
    }
  | { readonly kind: 'request'; readonly path: string; readonly name: string; readonly method: string };

export const collectionNodeSchema: z.ZodType<CollectionNode> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('folder'),
    path: z.string(),
    name: z.string(),
    get children() {
      return z.array(collectionNodeSchema).readonly();
    },
  }),
  z.object({ kind: z.literal('request'), path: z.string(), name: z.string(), method: z.string() }),
]);

/** An opened collection: a folder of OpenCollection 1.0.0 YAML files. `problems` names files that could not be read. */
export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  directory: z.string(),
  nodes: z.array(collectionNodeSchema).readonly(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).readonly(),
});
export type Collection = Readonly<z.infer<typeof collectionSchema>>;

/** A request as it stands in its file. `revision` is a hash of the file's bytes: what a later save is compared with. */
export const collectionRequestSchema = z.object({
  collectionId: z.string(),
  path: z.string(),
  name: z.string(),
  request: requestSchema,
  revision: z.string(),
});
export type CollectionRequest = Readonly<z.infer<typeof collectionRequestSchema>>;
