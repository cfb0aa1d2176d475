// What `diagnose` is given, from options or as one JSON object, brought into one form.
import { z } from 'zod';
import { type HeaderPair, headerValue } from '#shared/domain/http/headers.ts';
import { type CurlRequest, readCurlCommand } from '#shared/domain/oauth1/diagnosis/curl-command.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** One JSON object on standard input, for `diagnose -`. `header` is the Authorization header, `headers` are the others. */
export const diagnoseInputSchema = z.object({
  header: z.string().nullish(),
  curl: z.string().nullish(),
  baseString: z.string().nullish(),
  method: z.string().nullish(),
  url: z.string().nullish(),
  headers: z.array(z.tuple([z.string(), z.string()])).nullish(),
  body: z.string().nullish(),
  consumerKey: z.string().nullish(),
  consumerSecret: z.string().nullish(),
  token: z.string().nullish(),
  tokenSecret: z.string().nullish(),
  profile: z.string().nullish(),
});
export type DiagnoseInput = z.infer<typeof diagnoseInputSchema>;

/** A request to diagnose; `url` may still be a path that an environment completes. */
export interface DiagnosedRequest extends CurlRequest {
  readonly authorization: string | null;
  readonly baseString: string | null;
}

/** Puts together what the fields and a cURL command say; a field stands over the command. Throws AppError `input.invalid`. */
export function readDiagnosedRequest(input: DiagnoseInput): DiagnosedRequest {
  const command = input.curl ? readCurlCommand(input.curl) : null;
  if (input.curl && !command) throw unusable('The cURL command can’t be read.', 'It is no command with a URL.');
  const baseString = input.baseString?.trim() ?? null;
  const url = input.url ?? command?.url;
  if (!url) throw unusable('There is no request to look at.', 'The URL of the request is missing.');
  const headers: HeaderPair[] = [...(input.headers ?? []), ...(command?.headers ?? [])];
  const authorization = input.header ?? headerValue(headers, 'Authorization') ?? null;
  if (!authorization && !baseString) {
    throw unusable('There is no signature to look at.', 'Neither an Authorization header nor a base string was given.');
  }
  const body = typeof input.body === 'string' ? describeBody(input.body, headers) : (command?.body ?? null);
  const method = input.method ?? command?.method ?? baseString?.split('&')[0] ?? (body ? 'POST' : 'GET');
  return { method, url, headers, body, authorization, baseString };
}

/** The Authorization header among the values of `--header`, which may be the bare `OAuth …`, and the other headers. */
export function sortHeaders(texts: readonly string[]): Pick<DiagnoseInput, 'header' | 'headers'> {
  const pairs = texts.map((text): [string, string] => {
    const colon = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+:/.exec(text)?.[0];
    return colon ? [colon.slice(0, -1), text.slice(colon.length).trim()] : ['Authorization', text];
  });
  return { header: headerValue(pairs, 'Authorization'), headers: pairs };
}

function describeBody(text: string, headers: readonly HeaderPair[]): CurlRequest['body'] {
  return { contentType: headerValue(headers, 'Content-Type') ?? 'application/json', text };
}

function unusable(message: string, cause: string): AppError {
  return new AppError({
    code: 'input.invalid',
    message,
    cause,
    nextStep: 'Give --header, --method and --url, or --curl, or one JSON object to `diagnose -` (docs/cli.md).',
  });
}
