// Magento itself failed: the cause stands in its logs, and the report id finds the place.
import type { MagentoFault } from '../fault.ts';
import type { Advice, AnswerFacts, KnownFault } from '../known-fault.ts';

export const serverFaults: readonly KnownFault[] = [
  { pattern: /^Internal Error/, advice: adviseOnReport },
  { pattern: /error has happened during application run/, advice: adviseOnReport },
  { pattern: /error processing your request/i, advice: adviseOnReport },
  {
    pattern: /does not have accessor method/,
    advice: {
      meaning: 'The body has a property that the entity does not have.',
      causes: [
        'The name is misspelt, or stands at the wrong level.',
        'It belongs into custom_attributes or extension_attributes.',
      ],
      nextStep: 'Remove or move the property that the message names.',
    },
  },
  {
    pattern: /went wrong while processing the request/,
    advice: {
      meaning: 'Magento accepted the request but could not carry it out, and does not say why.',
      causes: [
        'For asynchronous and bulk routes: no message queue is configured.',
        'A service or plug-in threw an error, which stands in the server’s log.',
      ],
      nextStep: 'Look into var/log/exception.log on the server.',
    },
  },
  {
    pattern: /Temporarily Unavailable|Service Unavailable/i,
    advice: {
      meaning: 'The store is in maintenance mode, or its server is overloaded.',
      causes: [
        'Someone is deploying or has left bin/magento maintenance:enable on.',
        'The web server has no free PHP process.',
      ],
      nextStep: 'Try again in some minutes, or ask whoever runs the store.',
    },
  },
];

function adviseOnReport(fault: MagentoFault, { url }: AnswerFacts): Advice {
  const place = fault.reportId === '' ? 'var/log' : `var/log or var/report for ${fault.reportId}`;
  const isGraphql = /\/graphql\/?(?:[?#]|$)/.test(url);
  return {
    meaning: 'Magento stopped with an error that it does not show outside developer mode.',
    causes: [
      isGraphql
        ? 'The GraphQL body is empty or malformed, or the Store header names no store.'
        : 'The body or query has something the service did not expect, such as an unknown property or service.',
      ...(fault.shape === 'page' && !isGraphql
        ? ['The Accept header asks for a page, which the web API can’t give.']
        : []),
      'An extension or the installation itself is faulty.',
    ],
    nextStep: `Look into ${place} on the server.`,
  };
}
