// What a status says when its text says nothing known: the web server, a proxy or a firewall answered, or an extension did.
import type { MagentoFault } from './fault.ts';
import type { Advice, AnswerFacts } from './known-fault.ts';
import { methodAdvice } from './known-faults/routing.ts';

/** Advice by status alone, for 3xx, 4xx and 5xx; `fault` is what the answer said, if anything. */
export function adviseOnStatus(answer: AnswerFacts, fault: MagentoFault | null): Advice {
  const { status, method } = answer;
  if (status === 400 && ['HEAD', 'OPTIONS', 'PATCH'].includes(method)) return methodAdvice;
  if (fault?.shape === 'page') return status === 404 ? pageNotFound : adviseByNumber(status);
  return fault && status < 500 && status !== 401 ? adviseOnMessage(fault, status) : adviseByNumber(status);
}

function adviseByNumber(status: number): Advice {
  return adviceByStatus.get(status) ?? (status >= 500 ? serverFailed : status >= 400 ? refused : redirected);
}

/** Magento itself spoke, in words that no row knows: of a rule of the store, or of an extension. */
function adviseOnMessage(fault: MagentoFault, status: number): Advice {
  const details = fault.details.map(({ text }) => text);
  return {
    meaning:
      status === 404
        ? 'Something that the request names does not exist in this store.'
        : 'Magento understood the request and refused it for the reason that its message gives.',
    causes:
      details.length > 0 ? details : ['A value in the request, or the state of what it is about, does not allow it.'],
    nextStep: 'Correct what the message names.',
  };
}

const pageNotFound: Advice = {
  meaning: 'The path did not lead to Magento’s web API but to the storefront or the web server.',
  causes: [
    'The path begins neither with /V1/ nor with /rest/.',
    'The base URL of the environment is wrong: Magento may live in a folder, or its document root is pub/.',
    'URL rewriting is off, so the path needs /index.php before /rest.',
    'A store code stands before /rest instead of behind it.',
  ],
  nextStep: 'Check the path of the request, then the base URL of the environment.',
};

const redirected: Advice = {
  meaning: 'The server sends the request to another address.',
  causes: [
    'The base URL has http instead of https, or another host than the store’s own.',
    'A trailing slash or the store code is missing.',
  ],
  nextStep: 'Use the address in the Location header as the base URL.',
};

const refused: Advice = {
  meaning: 'The server refused the request.',
  causes: [
    'Something in the request is not as the route wants it.',
    'A proxy or firewall in front of Magento answered.',
  ],
  nextStep: 'Read the body and the headers of the answer.',
};

const serverFailed: Advice = {
  meaning: 'The server failed while it handled the request.',
  causes: ['PHP stopped with an error.', 'An extension or the configuration of the server is faulty.'],
  nextStep: 'Look into var/log and the error log of the web server.',
};

const gatewayFailed: Advice = {
  meaning: 'The web server in front got no usable answer from PHP.',
  causes: ['The request takes longer than the web server waits.', 'PHP has crashed or is not running.'],
  nextStep: 'Ask for less at once, and look into the error log of the web server.',
};

const adviceByStatus: ReadonlyMap<number, Advice> = new Map<number, Advice>([
  [
    401,
    {
      meaning: 'The server wants to know who is calling, and did not accept what it got.',
      causes: [
        'The web server itself asks for a password (HTTP Basic), as many stages do.',
        'The token is wrong or has expired.',
      ],
      nextStep: 'Check who the request is sent as, and whether the stage has a password of its own.',
    },
  ],
  [
    403,
    {
      meaning: 'Something in front of Magento forbids the request; Magento itself answers 401.',
      causes: ['A firewall (WAF, Fastly, Cloudflare) or a rule of the web server blocks the address, path or body.'],
      nextStep: 'Ask whoever runs the store to look into the log of the firewall.',
    },
  ],
  [
    404,
    {
      meaning: 'There is nothing at this address, or the entity does not exist.',
      causes: ['The path or an id in it is wrong.', 'The base URL of the environment is wrong.'],
      nextStep: 'Check the path and the base URL.',
    },
  ],
  [
    405,
    {
      meaning: 'The web server does not let this method through.',
      causes: ['PUT and DELETE are blocked before Magento sees them.'],
      nextStep: 'Allow PUT and DELETE for /rest in the web server.',
    },
  ],
  [
    413,
    {
      meaning: 'The body is larger than the web server takes.',
      causes: ['client_max_body_size or post_max_size is smaller than the body.'],
      nextStep: 'Send less at once, or raise the limit.',
    },
  ],
  [
    414,
    {
      meaning: 'The URL is longer than the web server takes.',
      causes: ['The search has very many filters or values.'],
      nextStep: 'Split the search into several.',
    },
  ],
  [
    429,
    {
      meaning: 'Too many requests came in too short a time.',
      causes: ['The store or its firewall limits the rate.'],
      nextStep: 'Wait as long as the Retry-After header says, then send more slowly.',
    },
  ],
  [502, gatewayFailed],
  [
    503,
    {
      meaning: 'The store is in maintenance mode, or its server is overloaded.',
      causes: ['Someone is deploying.', 'The web server has no free PHP process, or a rate limit was reached.'],
      nextStep: 'Try again in some minutes.',
    },
  ],
  [504, gatewayFailed],
]);
