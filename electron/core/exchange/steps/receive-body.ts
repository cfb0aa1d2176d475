import { headerValue } from '#shared/domain/http/headers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createBodySink } from '../body-sink.ts';
import { decodeBody, type BodyProblem } from '../decode-body.ts';
import type { ExchangeContext, ExchangeStep } from '../exchange-context.ts';
import { maskerOf } from '../masker-of.ts';
import { describeIncompleteBody } from '../network-failure.ts';
import type { WireResponse } from '../transport.ts';

/** A view needs no more than ten figures a second. */
const progressIntervalMs = 100;
const bodilessStatus: readonly number[] = [204, 205, 304];

/**
 * Reads the answer's body: counts it on the wire, undoes its content codings, keeps it. Whatever arrived is kept also
 * where it broke off, was cancelled or took too long.
 */
export const receiveBody: ExchangeStep = async (context) => {
  const { answer } = context;
  if (!answer) return;
  const { head } = answer;
  const masker = maskerOf(context);
  context.emit({ kind: 'head', head: masker.head(head) });
  const contentType = headerValue(head.headers, 'Content-Type') ?? '';
  const sink = createBodySink({
    directory: context.dependencies.spillDirectory,
    name: `${context.id}.part`,
    masker,
    answers: { url: context.url, contentType },
  });
  const problems: BodyProblem[] = [];
  let wireSizeBytes = 0;
  const wire = countWire(context, answer, (bytes) => (wireSizeBytes = bytes));
  const hasBody = context.request.method !== 'HEAD' && !bodilessStatus.includes(head.status);
  try {
    const decoded = decodeBody(wire, hasBody ? head.headers : [], (problem) => problems.push(problem));
    for await (const part of decoded) {
      await sink.write(part);
      await context.input.onBody?.(part);
    }
  } catch (error) {
    await sink.discard();
    throw error;
  }
  const [problem] = problems;
  const isComplete = problem === undefined && !answer.hasFramingError();
  context.received = { ...(await sink.finish()), wireSizeBytes, contentType, isComplete };
  if (context.signal.aborted) throw context.signal.reason;
  if (problem) throw new AppError(describeProblem(problem, answer, wireSizeBytes), { cause: problem.error });
};

async function* countWire(
  context: ExchangeContext,
  answer: WireResponse,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const announced = Number(headerValue(answer.head.headers, 'Content-Length') ?? Number.NaN);
  const totalBytes = Number.isSafeInteger(announced) ? announced : null;
  let bytes = 0;
  let toldAt = 0;
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    count(bytes);
    const now = performance.now();
    if (now - toldAt >= progressIntervalMs) {
      toldAt = now;
      context.emit({ kind: 'progress', phase: 'download', bytes, totalBytes });
    }
    yield part;
  }
}

function describeProblem({ kind, error }: BodyProblem, answer: WireResponse, wireSizeBytes: number) {
  const announced = headerValue(answer.head.headers, 'Content-Length');
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const facts = { receivedBytes: wireSizeBytes, reason: code };
  if (kind === 'coding') {
    const coding = headerValue(answer.head.headers, 'Content-Encoding') ?? '';
    return describeIncompleteBody(`Its content coding (${coding}) is damaged or stops before its end.`, facts);
  }
  if (answer.hasFramingError()) return describeIncompleteBody('Its chunks are not framed as HTTP demands.', facts);
  return announced === undefined
    ? describeIncompleteBody('The server closed the connection before the last chunk.', facts)
    : describeIncompleteBody(
        `The server announced ${announced} bytes and closed the connection after ${wireSizeBytes}.`,
        facts,
      );
}
