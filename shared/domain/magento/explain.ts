// Turns an answer into sentences: Magento's message filled, what it means, why it may be, and what to do. Known messages come
// first, then the shape, then the bare status; a plain success needs no explanation.
import type { Explanation } from '../exchange/explanation.ts';
import { splitUrl } from '../http/raw-url.ts';
import { type MagentoFault, parseFault } from './fault.ts';
import type { Advice, AnswerFacts, KnownFault } from './known-fault.ts';
import { accessFaults } from './known-faults/access.ts';
import { adviseOnGraphql } from './known-faults/graphql.ts';
import { inputFaults } from './known-faults/input.ts';
import { oauthFaults } from './known-faults/oauth.ts';
import { routingFaults } from './known-faults/routing.ts';
import { serverFaults } from './known-faults/server.ts';
import { adviseOnStatus } from './status-advice.ts';

const knownFaults: readonly KnownFault[] = [
  ...oauthFaults,
  ...accessFaults,
  ...routingFaults,
  ...inputFaults,
  ...serverFaults,
];

/** Explains an answer; null for a plain success. */
export function explainResponse(answer: AnswerFacts): Explanation | null {
  if (answer.status < 300) return explainSuccess(answer);
  if (answer.status === 304) return null;
  const fault = parseFault(answer.contentType, answer.bodyText);
  return { message: messageOf(fault), ...adviseOnFailure(fault, answer) };
}

function adviseOnFailure(fault: MagentoFault | null, answer: AnswerFacts): Advice {
  const known = fault && findKnown(fault, answer);
  if (known) return known;
  if (fault?.shape === 'graphql') return adviseOnGraphql(fault);
  return adviseOnStatus(answer, fault);
}

function findKnown(fault: MagentoFault, answer: AnswerFacts): Advice | null {
  const known = knownFaults.find(({ pattern }) => pattern.test(fault.template));
  if (!known) return null;
  return typeof known.advice === 'function' ? known.advice(fault, answer) : known.advice;
}

/** Several GraphQL errors are told together; a page's heading is no message of Magento's web API. */
function messageOf(fault: MagentoFault | null): string {
  if (!fault || fault.shape === 'page') return '';
  if (fault.shape === 'graphql' && fault.details.length > 0) return fault.details.map(({ text }) => text).join(' · ');
  return fault.text;
}

/** A 2xx that is none after all: GraphQL and SOAP errors, a page, an empty or broken answer where JSON was promised. */
function explainSuccess(answer: AnswerFacts): Explanation | null {
  const { path } = splitUrl(answer.url);
  const start = answer.bodyText.trimStart().slice(0, 1);
  if (/\/graphql\/?$/.test(path) && answer.bodyText.includes('"errors"')) return explainInBand(answer);
  if (/\/soap\//.test(path) && answer.bodyText.includes('Fault>')) return explainInBand(answer);
  if (!/\/(?:rest|graphql)(?:\/|$)|\/V1\//.test(path) || answer.method === 'HEAD' || answer.status === 204) return null;
  if (start === '') return { message: '', ...emptyAnswer };
  if (/^<(?:!doctype html|html)/i.test(answer.bodyText.trimStart())) return { message: '', ...pageInstead };
  return /[/+]json/i.test(answer.contentType) && !/[[{"\dtfn-]/.test(start) ? { message: '', ...brokenJson } : null;
}

function explainInBand(answer: AnswerFacts): Explanation | null {
  const fault = parseFault(answer.contentType, answer.bodyText);
  if (fault?.shape !== 'graphql' && fault?.shape !== 'soap') return null;
  return { message: messageOf(fault), ...adviseOnFailure(fault, answer) };
}

const emptyAnswer: Advice = {
  meaning: 'The server reported success but sent no body, where Magento always sends JSON.',
  causes: ['PHP stopped without a word, for example for lack of memory.', 'A proxy in between cut the body.'],
  nextStep: 'Look into the error log of the web server and PHP.',
};

const pageInstead: Advice = {
  meaning: 'A web page came where JSON was expected.',
  causes: [
    'The base URL leads to the storefront, a login page or a coming-soon page instead of the web API.',
    'A proxy, firewall or single sign-on answered in Magento’s place.',
  ],
  nextStep: 'Open the URL in a browser to see who answers, then correct the base URL of the environment.',
};

const brokenJson: Advice = {
  meaning: 'The body is labelled as JSON but begins with something else.',
  causes: ['PHP prints warnings or notices before the answer.', 'An extension writes its own output.'],
  nextStep: 'Read the first lines of the body, and switch display_errors off on the server.',
};
