import { z } from 'zod';

/**
 * One row of the parameter table. `name` and `value` are the raw text between `&` and `=` as typed in the URL, so
 * table and URL are two faces of one thing; `value` is null for a flag without `=`.
 */
export const parameterSchema = z.object({
  name: z.string(),
  value: z.string().nullable(),
  isEnabled: z.boolean(),
});
export type Parameter = Readonly<z.infer<typeof parameterSchema>>;

/** One row of the header table, kept in order; `isEnabled` false leaves it out of what is sent. */
export const headerRowSchema = z.object({ name: z.string(), value: z.string(), isEnabled: z.boolean() });
export type HeaderRow = Readonly<z.infer<typeof headerRowSchema>>;

/** The body as the user edits it. `text` may hold `{{variables}}`. */
export const requestBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('json'), text: z.string() }),
  z.object({ kind: z.literal('xml'), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);
export type RequestBody = Readonly<z.infer<typeof requestBodySchema>>;

/**
 * What the user edits. `url` is the text before `?` (a path such as `/V1/products`, or an absolute URL, with
 * `{{variables}}`); the query lives in `parameters`. `sendAs` names an identity or a kind of one; null sends as the
 * identity that is chosen in the workbench. `isExact` puts the URL on the wire as typed instead of in its portable form.
 * `timeoutMs` 0 waits without end.
 */
export const requestSchema = z.object({
  method: z.string(),
  url: z.string(),
  parameters: z.array(parameterSchema).readonly(),
  headers: z.array(headerRowSchema).readonly(),
  body: requestBodySchema,
  sendAs: z.string().nullable(),
  isExact: z.boolean().default(false),
  timeoutMs: z.number().int().min(0),
  notes: z.string(),
});
export type Request = Readonly<z.infer<typeof requestSchema>>;
