import { type FaultParameters, fillPlaceholders } from './fill-placeholders.ts';

/** The forms in which Magento reports a failure; `page` is HTML, `text` one of its plain sentences. */
export type FaultShape = 'webapi' | 'messages' | 'graphql' | 'xml' | 'soap' | 'oauth' | 'page' | 'text';

/** One message of a fault: as Magento sent it, and with its placeholders filled. */
export interface FaultMessage {
  readonly template: string;
  readonly parameters: FaultParameters | null;
  readonly text: string;
}

/** What a reader finds; what it leaves out is empty. */
export interface FaultFacts {
  readonly shape: FaultShape;
  readonly message: FaultMessage;
  readonly details?: readonly FaultMessage[];
  readonly category?: string;
  readonly trace?: string;
}

/** A message with its placeholders filled. */
export function createMessage(template: string, parameters: FaultParameters | null = null): FaultMessage {
  return { template, parameters, text: fillPlaceholders(template, parameters) };
}
