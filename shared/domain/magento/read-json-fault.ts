import { createMessage, type FaultFacts, type FaultMessage } from './fault-message.ts';
import type { FaultParameters } from './fill-placeholders.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the fault in a JSON body; null where the body is no JSON object or no fault. */
export function readJsonFault(body: string): FaultFacts | null {
  const value = parseObject(body);
  if (!value) return null;
  return readWebapiFault(value) ?? readMessagesFault(value) ?? readGraphqlFault(value);
}

// A gift message and other entities have a `message` too, but never these members alone.
const webapiMembers: readonly string[] = ['message', 'parameters', 'errors', 'trace', 'code'];

/** Magento\Framework\Webapi\Rest\Response: one message, perhaps with single errors beside it. */
function readWebapiFault(value: JsonObject): FaultFacts | null {
  if (typeof value['message'] !== 'string' || !Object.keys(value).every((name) => webapiMembers.includes(name)))
    return null;
  return {
    shape: 'webapi',
    message: createMessage(value['message'], readParameters(value['parameters'])),
    details: readMessages(value['errors']),
    trace: typeof value['trace'] === 'string' ? value['trace'] : '',
  };
}

/** Magento\Framework\Webapi\ErrorProcessor: what failed before or after a REST service. */
function readMessagesFault(value: JsonObject): FaultFacts | null {
  const { messages } = value;
  const errors = readMessages(isObject(messages) ? messages['error'] : undefined);
  return collect('messages', errors);
}

function readGraphqlFault(value: JsonObject): FaultFacts | null {
  const errors = value['errors'];
  const facts = collect('graphql', readMessages(errors));
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (!facts || !isObject(first)) return null;
  const extensions = isObject(first['extensions']) ? first['extensions'] : {};
  return { ...facts, category: typeof extensions['category'] === 'string' ? extensions['category'] : '' };
}

/** The first of several messages stands for the fault; with more than one, all are details. */
function collect(shape: 'messages' | 'graphql', messages: readonly FaultMessage[]): FaultFacts | null {
  const [message] = messages;
  return message ? { shape, message, details: messages.length > 1 ? messages : [] } : null;
}

function readMessages(value: unknown): FaultMessage[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    isObject(item) && typeof item['message'] === 'string'
      ? [createMessage(item['message'], readParameters(item['parameters']))]
      : [],
  );
}

function readParameters(value: unknown): FaultParameters | null {
  return Array.isArray(value) || isObject(value) ? value : null;
}

function parseObject(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
