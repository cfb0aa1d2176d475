// Each finding of the diagnosis (docs/signatures.md) as one sentence, and what to do about it. The detail of the
// diagnosis stands between the two.

interface FindingSentences {
  readonly sentence: string;
  readonly nextStep: string;
}

const compareKey = 'Build the key as encoded consumer secret, “&”, encoded token secret.';
const signWhatIsSent = 'Sign the URL exactly as it is sent, as the server sees it.';
const signAllSent = 'Sign everything that is sent in the query, and nothing else.';
const encodeOnce = 'Encode each name and value once by RFC 3986, in UTF-8, before the pairs are joined.';
const joinParts = 'Join method, encoded URL and encoded parameters with “&”, each encoded as a whole once.';
const writeSignature = 'Send the base64 of the HMAC’s bytes, percent-encoded once.';
const changeRequest = 'Change the request: the signature itself is right.';
const completeInput = 'Paste the whole header as it was sent, and the URL with https:// in front.';

const sentences: Readonly<Record<string, FindingSentences>> = {
  valid: { sentence: 'The signature is right.', nextStep: 'Look at nonce, token, integration and proxy.' },
  unknown: {
    sentence: 'Nothing explains this signature.',
    nextStep:
      'Check that both secrets are those of this integration, and that URL and method are those that were sent.',
  },
  'other-profile': {
    sentence: 'The signature is made for another generation of Magento.',
    nextStep: 'Sign as this store verifies, or correct the server profile of the environment.',
  },
  'other-consumer': {
    sentence: 'The header belongs to another integration.',
    nextStep: 'Choose the integration whose consumer key stands in the header.',
  },
  'other-token': {
    sentence: 'The header has another access token.',
    nextStep: 'After a reauthorization the old token is gone: use the integration’s present one.',
  },
  'wrong-order': {
    sentence: 'The parameters were signed in the wrong order.',
    nextStep: 'Sort them as this server does; ten or fewer indexes sort alike everywhere.',
  },
  'wrong-hash': {
    sentence: 'The signature was made with another hash than the header says.',
    nextStep: 'Sign with the method that oauth_signature_method names; Magento from 2.4.4 on takes only HMAC-SHA256.',
  },
  'wrong-method': { sentence: 'Another method was signed than was sent.', nextStep: signWhatIsSent },
  'method-case': { sentence: 'The method was signed in small letters.', nextStep: 'Write it in capitals: GET.' },
  'wrong-timestamp': {
    sentence: 'Another timestamp was signed than was sent.',
    nextStep: 'Take the time once, and use it for the base string and for the header.',
  },
  'signature-method': {
    sentence: 'The server does not accept this signature method.',
    nextStep: 'Sign with HMAC-SHA256.',
  },
  ...each(
    {
      'missing-token-secret': 'The token secret is missing from the key.',
      'missing-consumer-secret': 'The consumer secret is missing from the key.',
      'missing-ampersand': 'The “&” is missing from the key.',
      'swapped-secrets': 'The two secrets are swapped in the key.',
      'key-for-secret': 'A key was used where its secret belongs.',
      'unencoded-secret': 'A secret was put into the key without being encoded.',
      'secret-encoded-twice': 'A secret was encoded twice.',
      'secret-blank': 'A secret has a blank around it.',
      'secret-case': 'A secret was written in other letters than it has.',
    },
    compareKey,
  ),
  ...each(
    {
      'wrong-scheme': 'The URL was signed with another scheme.',
      'wrong-host': 'Another host was signed than was sent.',
      'host-case': 'The host was signed with capitals.',
      'wrong-port': 'The port was signed otherwise than the server sees it.',
      'trailing-slash': 'The slash at the end of the path differs.',
      'index-php': '“index.php” stands in only one of the two paths.',
      'store-code': 'The store code stands in only one of the two paths.',
      'wrong-path': 'Another path was signed than was sent.',
      'path-encoding': 'The path is encoded otherwise than the server encodes it.',
      'query-in-url': 'The query was signed as part of the URL.',
    },
    signWhatIsSent,
  ),
  ...each(
    {
      'query-left-out': 'The query was not signed.',
      'empty-values-left-out': 'Parameters without a value were not signed.',
      'parameter-forgotten': 'A parameter was not signed.',
      'body-left-out': 'The form in the body was not signed.',
      'parameter-not-sent': 'A parameter was signed that the server does not see.',
      'realm-signed': 'The realm was signed.',
      'signature-signed': 'oauth_signature was signed itself.',
      'body-signed': 'The body was signed, which only a form is.',
      'repeated-name': 'A repeated name was signed otherwise than the server reads it.',
      'query-reading': 'The query was read otherwise than the server reads it.',
    },
    signAllSent,
  ),
  ...each(
    {
      'encoded-twice': 'Parameters were encoded twice.',
      'parameters-not-encoded': 'Parameters were not encoded.',
      'brackets-not-encoded': 'Brackets were not encoded.',
      'marks-not-encoded': "The marks ! * ' ( ) were not encoded.",
      'plus-for-space': 'A space was encoded as “+”.',
      'not-utf8': 'The text was not encoded in UTF-8.',
      'lower-case-escapes': 'Escapes were written in small letters.',
    },
    encodeOnce,
  ),
  ...each(
    {
      'base-string-not-encoded': 'The parts of the base string were not encoded.',
      'base-string-encoded-twice': 'The parts of the base string were encoded twice.',
      'base-string-parts': 'The base string is joined wrongly.',
    },
    joinParts,
  ),
  ...each(
    {
      'signature-hex': 'The signature is written as hexadecimal digits.',
      'signature-base64url': 'The signature is written in another base64.',
      'signature-encoded-twice': 'The signature was encoded twice.',
      'signature-plus-lost': 'The signature has lost its “+”.',
    },
    writeSignature,
  ),
  ...each(
    {
      'consumer-key-length': 'The consumer key is not 32 characters long.',
      'token-length': 'The token is not 32 characters long.',
      'nonce-length': 'The nonce is too long.',
      timestamp: 'The timestamp is no time in seconds.',
      'clock-ahead': 'The clock of the client is ahead.',
      version: 'The OAuth version is not 1.0.',
      'raw-characters': 'The URL has characters that this release can’t verify.',
      'numeric-name': 'A parameter’s name is a number.',
      'form-array': 'A form field has brackets.',
      'form-body': 'The body is a form.',
    },
    changeRequest,
  ),
  ...each(
    {
      'missing-parameter': 'The header is not complete.',
      'no-oauth': 'This is no OAuth signature.',
      'no-url': 'The URL can’t be read.',
    },
    completeInput,
  ),
};

/** The sentences of a finding; one that is not known here speaks through its detail alone. */
export const findingSentences = (finding: string): FindingSentences =>
  sentences[finding] ?? { sentence: `The signature is refused: ${finding}.`, nextStep: '' };

function each(byFinding: Readonly<Record<string, string>>, nextStep: string): Record<string, FindingSentences> {
  return Object.fromEntries(
    Object.entries(byFinding).map(([finding, sentence]) => [finding, { sentence, nextStep }] as const),
  );
}
