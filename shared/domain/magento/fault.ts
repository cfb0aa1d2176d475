// Magento says that something failed in many shapes, depending on how far the request came before it failed. Each shape is
// one reader; whoever explains a fault need not know the shape.
import type { FaultFacts, FaultMessage, FaultShape } from './fault-message.ts';
import { readJsonFault } from './read-json-fault.ts';
import { readOAuthProblem, readPageFault, readTextFault } from './read-text-fault.ts';
import { readXmlFault } from './read-xml-fault.ts';

/** What an answer says about its failure. */
export interface MagentoFault extends FaultMessage {
  readonly shape: FaultShape;
  /** The single errors of a collected fault (`errors[]`, several oauth problems, several GraphQL errors). */
  readonly details: readonly FaultMessage[];
  /** The category of a GraphQL error; empty elsewhere. */
  readonly category: string;
  /** The number under which Magento logged the failure; empty where it gave none. */
  readonly reportId: string;
  /** PHP's stack trace, in developer mode only. */
  readonly trace: string;
}

/**
 * Reads the fault in an answer.
 *
 * Knows `{message, parameters, errors, trace}`, `{messages: {error: […]}}`, GraphQL's `errors`, the XML form of the first,
 * SOAP faults, `oauth_problem=…`, Magento's error pages and its plain texts.
 *
 * @param contentType the answer's Content-Type; empty where there is none. It decides little, because Magento mislabels.
 * @returns null for everything that is no fault, such as a product.
 */
export function parseFault(contentType: string, bodyText: string): MagentoFault | null {
  const body = bodyText.trimStart();
  const facts = findFault(contentType, body);
  if (!facts) return null;
  const { shape, message, details = [], category = '', trace = '' } = facts;
  const reportId =
    /(?:Report ID|record number)\s*:?\s*([\w-]+)/.exec(shape === 'page' ? body : message.text)?.[1] ?? '';
  return { shape, ...message, details, category, reportId, trace };
}

function findFault(contentType: string, body: string): FaultFacts | null {
  if (body.startsWith('{') || body.startsWith('[')) return readJsonFault(body);
  if (body.startsWith('oauth_problem=')) return readOAuthProblem(body);
  if (/^<!doctype html|^<html/i.test(body)) return readPageFault(body);
  if (body.startsWith('<')) return readXmlFault(body);
  return /^text\/(?:plain|html)/i.test(contentType.trim()) ? readTextFault(body) : null;
}
