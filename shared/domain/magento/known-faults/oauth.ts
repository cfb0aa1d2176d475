// What Magento says of an OAuth 1.0a signature, as JSON on REST routes and as `oauth_problem` on the token routes. Its order of
// checks is: parameters, lengths, method, nonce and timestamp, token and verifier, and the signature last.
import type { MagentoFault } from '../fault.ts';
import type { Advice, AnswerFacts, KnownFault } from '../known-fault.ts';

const fourValues = 'Copy the four values of the integration anew from System → Extensions → Integrations.';

export const oauthFaults: readonly KnownFault[] = [
  { pattern: /signature is invalid/i, advice: adviseOnSignature },
  {
    pattern: /nonce is already being used/i,
    advice: {
      meaning: 'Magento has seen this nonce from this consumer before; each one is good for one request.',
      causes: [
        'The same signed request was sent twice, perhaps by a proxy that repeats it.',
        'The first 32 characters agree with those of an earlier nonce; Magento keeps no more.',
      ],
      nextStep: 'Send again: every Send signs with a new nonce.',
    },
  },
  {
    pattern: /error occurred validating the nonce/i,
    advice: {
      meaning: 'Magento refused the timestamp or could not store the nonce; its message names only the nonce.',
      causes: [
        'The clock of this computer is more than ten minutes ahead of the server’s.',
        'The timestamp is not a time in seconds.',
        'The nonce agrees in its first 32 characters with an earlier one.',
      ],
      nextStep: 'Compare the clocks of this computer and the server, then send again.',
    },
  },
  {
    pattern: /consumer having the specified key does not exist/i,
    advice: {
      meaning: 'This store has no integration with that consumer key.',
      causes: ['The key belongs to another store or stage.', 'The integration was deleted or made anew.'],
      nextStep: fourValues,
    },
  },
  {
    pattern: /(?:consumer key|token|verifier)(?: length)? is (?:invalid|not the correct length)/i,
    advice: {
      meaning: 'One of the keys does not have the 32 characters that Magento’s keys have.',
      causes: ['A value was cut off or carries a blank.', 'Two values were put into each other’s field.'],
      nextStep: fourValues,
    },
  },
  {
    pattern: /token does not exist/i,
    advice: {
      meaning: 'Magento does not know this token.',
      causes: [
        'The integration was reauthorised, which replaces token and token secret.',
        'The token belongs to another store or stage.',
      ],
      nextStep: fourValues,
    },
  },
  {
    pattern: /token has been revoked/i,
    advice: {
      meaning: 'The access token was withdrawn.',
      causes: ['Someone revoked or deactivated the integration.'],
      nextStep: 'Reauthorise the integration in the admin panel and enter its new token here.',
    },
  },
  {
    pattern: /token is already being used/i,
    advice: {
      meaning: 'This token has done its work in the handshake and can’t be exchanged again.',
      causes: ['The exchange for an access token was already done.', 'A token of another step was sent.'],
      nextStep: 'Start the handshake anew with Reauthorize in the admin panel.',
    },
  },
  {
    pattern: /consumer key has expired/i,
    advice: {
      meaning: 'The request token has to be asked for within five minutes of the activation.',
      causes: ['More than 300 seconds have passed since Magento posted the credentials.'],
      nextStep: 'Activate or reauthorise the integration once more.',
    },
  },
  {
    pattern: /not a verifier token/i,
    advice: {
      meaning: 'A request token was already fetched for this activation.',
      causes: ['The request was repeated without a new activation.'],
      nextStep: 'Reauthorise the integration, which posts new credentials.',
    },
  },
  {
    pattern: /signature method .* is not supported/i,
    advice: {
      meaning: 'This release does not verify that signature method.',
      causes: ['Since 2.4.4 only HMAC-SHA256 is accepted; HMAC-SHA1 was dropped.'],
      nextStep: 'Sign with HMAC-SHA256.',
    },
  },
  {
    pattern: /oauth version/i,
    advice: {
      meaning: 'Magento knows OAuth 1.0a only.',
      causes: ['oauth_version is sent with a value other than 1.0.'],
      nextStep: 'Send oauth_version as 1.0, or leave it out.',
    },
  },
];

function adviseOnSignature(_: MagentoFault, { profile }: AnswerFacts): Advice {
  const byProfile =
    profile === 'rfc5849'
      ? 'The request was signed by RFC 5849, which no Magento follows in everything: order, repeated names and “+” differ.'
      : `The store’s release verifies in another way than the profile ${profile ?? 'of the request'} signs.`;
  return {
    meaning: 'Magento computed another signature for this request than the one it got.',
    causes: [
      'The consumer secret or the token secret is wrong, or belongs to another integration.',
      byProfile,
      'A proxy changes what Magento sees: the scheme (no X-Forwarded-Proto), the host, its port or the path.',
    ],
    nextStep: 'Check the four values first, then try another server profile of the environment.',
  };
}
