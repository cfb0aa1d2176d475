import type { RequestBody } from '#shared/domain/http/request.ts';
import type { EncodedBody, ExchangeStep } from '../exchange-context.ts';

const contentTypes: Readonly<Record<Exclude<RequestBody['kind'], 'none'>, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  text: 'text/plain; charset=utf-8',
};

/** Text goes out as UTF-8 exactly as typed: reformatting would change large integers and what the user sees. */
const encode = (body: RequestBody): EncodedBody | null =>
  body.kind === 'none'
    ? null
    : { contentType: contentTypes[body.kind], text: body.text, bytes: Buffer.from(body.text, 'utf8') };

/** Turns the body into the bytes that are sent. An empty text is no body. */
export const encodeBody: ExchangeStep = (context) => {
  const body = encode(context.request.body);
  context.body = body?.bytes.length === 0 ? null : body;
};
