// Who may call what. Magento answers 401, never 403, and does not tell a guest from an expired token or a missing resource;
// who the request was sent as narrows it down.
import type { IdentityKind } from '../../identity/identity.ts';
import type { MagentoFault } from '../fault.ts';
import { type Advice, type AnswerFacts, type KnownFault, parameterOf, withArticle } from '../known-fault.ts';

export const accessFaults: readonly KnownFault[] = [
  { pattern: /isn['’]t authorized to access/, advice: adviseOnResource },
  {
    pattern: /current (?:customer|user)(?: cannot| isn['’]t)|not authorized|Not Authorized/i,
    advice: {
      meaning: 'The query needs a signed-in customer, and Magento sees none.',
      causes: [
        'The request was sent as a guest, an admin or an integration.',
        'The customer’s token has expired or was revoked.',
      ],
      nextStep: 'Send it as a customer, or sign the customer in again.',
    },
  },
  {
    pattern: /account sign-in was incorrect/,
    advice: {
      meaning: 'Magento refused the user name and password, without saying which of them is wrong.',
      causes: [
        'The user name or the password is wrong.',
        'The account is locked for a while after too many failures, or it is inactive.',
        'The account lives on another website or store than the one in the path.',
      ],
      nextStep: 'Check both in a browser before you try again, because each failure counts towards the lock.',
    },
  },
  {
    pattern: /2fa provider-specific/i,
    advice: {
      meaning: 'The password is right, but this store wants a second factor from admins.',
      causes: ['Two-factor authentication is on, as it is by default since Magento 2.4.0.'],
      nextStep: 'Call the token route of your provider with the one-time password, or send as an integration.',
    },
  },
  {
    pattern: /^Invalid code\.?$/,
    advice: {
      meaning: 'The one-time password was refused.',
      causes: ['It was mistyped or has expired.', 'The clock of the phone or of the server is wrong.'],
      nextStep: 'Try again with the next code.',
    },
  },
  {
    pattern: /^Provider is not configured/,
    advice: {
      meaning: 'This admin has not set up that second factor yet.',
      causes: ['The admin never finished the set-up, or uses another provider.'],
      nextStep: 'Sign in to the admin panel in a browser and finish the set-up of the second factor.',
    },
  },
];

function adviseOnResource(fault: MagentoFault, answer: AnswerFacts): Advice {
  const resource = parameterOf(fault, 'resources');
  if (resource === 'self') return adviseOnSelf(answer);
  const need = resource === '' ? 'a right' : `the resource ${resource}`;
  if (!answer.sentAuthorization) {
    return {
      meaning: `This route needs ${need}, and the request carried no credential.`,
      causes: ['It was sent as a guest.', 'The identity is chosen, but its token could not be had.'],
      nextStep: 'Send it as an admin or an integration whose role contains the resource.',
    };
  }
  return { meaning: `Magento does not grant this caller ${need}.`, ...byKind[answer.identityKind](resource) };
}

function adviseOnSelf({ identityKind }: AnswerFacts): Advice {
  return {
    meaning: 'This route works on the caller’s own customer account, so only a customer can call it.',
    causes:
      identityKind === 'customer'
        ? ['The customer’s token has expired or was revoked; Magento then treats the caller as a guest.']
        : [`The request was sent as ${withArticle(identityKind)}.`],
    nextStep: identityKind === 'customer' ? 'Sign the customer in again.' : 'Send it as a customer.',
  };
}

type Grounds = Pick<Advice, 'causes' | 'nextStep'>;

const headerLost =
  'The web server or a proxy removes the Authorization header before PHP sees it, so the caller counts as a guest.';

const byKind: Readonly<Record<IdentityKind, (resource: string) => Grounds>> = {
  guest: () => ({
    causes: ['The Authorization header written in the request is no valid token.', headerLost],
    nextStep: 'Remove the header and choose an identity to send as.',
  }),
  customer: () => ({
    causes: [
      'Customers may call anonymous routes and those for “self” only; this one is for admins and integrations.',
      'The customer’s token has expired or was revoked.',
      headerLost,
    ],
    nextStep: 'Send it as an admin or an integration.',
  }),
  admin: (resource) => ({
    causes: [
      `The admin’s role does not contain ${resource || 'the resource'}.`,
      'The token has expired or was revoked; Magento does not tell this from a missing right.',
      headerLost,
    ],
    nextStep: 'Sign in again; if it stays, add the resource to the role under System → Permissions → User Roles.',
  }),
  integration: (resource) => ({
    causes: [
      `The integration was not given ${resource || 'the resource'}.`,
      'The integration is not active, or its access token was revoked.',
      headerLost,
    ],
    nextStep:
      'Open System → Extensions → Integrations, check the API tab, then save and reauthorise; afterwards enter the new token here.',
  }),
};
