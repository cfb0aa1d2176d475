// The request did not reach a service: wrong path, verb, store code, content type, or a body that can't be read.
import type { MagentoFault } from '../fault.ts';
import type { Advice, AnswerFacts, KnownFault } from '../known-fault.ts';

/** For methods that the REST API does not know; HEAD gets no message with it. */
export const methodAdvice: Advice = {
  meaning: 'The REST API knows GET, POST, PUT and DELETE only.',
  causes: ['The request uses another method, such as PATCH, HEAD or OPTIONS.'],
  nextStep: 'Use PUT to change an entity and GET to read it.',
};

export const routingFaults: readonly KnownFault[] = [
  { pattern: /does not match any route/, advice: adviseOnRoute },
  {
    pattern: /Specified request cannot be processed/,
    advice: {
      meaning: 'Magento could not read the path as a store code followed by V1 and a route.',
      causes: [
        'The store code in the path does not exist in this installation.',
        'The version is not written V1, or is missing.',
        'An asynchronous path was called with GET.',
      ],
      nextStep: 'Check the store code of the environment and the path; “all” and no code at all work everywhere.',
    },
  },
  {
    pattern: /Request method is invalid/,
    advice: methodAdvice,
  },
  {
    pattern: /cannot understand Content-Type/,
    advice: {
      meaning: 'Magento’s REST API reads JSON and XML bodies only.',
      causes: ['The body was sent as a form or as plain text.'],
      nextStep: 'Send the body as JSON with Content-Type application/json.',
    },
  },
  {
    pattern: /Content-Type header is empty|Request content type must be/,
    advice: {
      meaning: 'The body came without the Content-Type that tells Magento how to read it.',
      causes: ['The Content-Type header is missing or is not application/json.'],
      nextStep: 'Set Content-Type to application/json.',
    },
  },
  {
    pattern: /^Decoding error/,
    advice: {
      meaning: 'The body is not valid JSON or XML.',
      causes: [
        'A comma, quote or bracket is missing or superfluous.',
        'The body has another format than its Content-Type says.',
      ],
      nextStep: 'Correct the body where the editor marks it.',
    },
  },
  {
    pattern: /cannot match any of the given Accept/,
    advice: {
      meaning: 'Magento can’t answer in any of the formats that the Accept header asks for.',
      causes: ['Accept allows neither application/json nor application/xml.'],
      nextStep: 'Set Accept to application/json, or leave it out.',
    },
  },
  {
    pattern: /Mutation requests allowed only for POST/,
    advice: {
      meaning: 'A GraphQL mutation was sent with GET.',
      causes: ['GET is for queries only, because answers to it may be cached.'],
      nextStep: 'Send the mutation with POST.',
    },
  },
];

function adviseOnRoute(_: MagentoFault, { method, url }: AnswerFacts): Advice {
  const isVersioned = /\/V\d+\//.test(url);
  return {
    meaning: `This installation has no REST route for ${method} at this path.`,
    causes: [
      ...(isVersioned ? [] : ['The path has no version; routes look like /rest/default/V1/products.']),
      'The path is misspelt; upper and lower case and plural forms count.',
      `The route exists for another method than ${method}.`,
      'The module that brings the route is not installed or switched off.',
    ],
    nextStep: 'Compare method and path with the store’s own schema (/rest/all/schema?services=all).',
  };
}
