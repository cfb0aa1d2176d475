// GraphQL reports in its answer, mostly with HTTP 200; the category says who has to act.
import type { MagentoFault } from '../fault.ts';
import type { Advice } from '../known-fault.ts';

const adviceByCategory: ReadonlyMap<string, Advice> = new Map<string, Advice>([
  [
    'graphql-authorization',
    {
      meaning: 'The query needs a signed-in customer, and Magento sees none.',
      causes: [
        'It was sent as a guest, an admin or an integration.',
        'The customer’s token has expired or was revoked.',
      ],
      nextStep: 'Send it as a customer, or sign the customer in again.',
    },
  ],
  [
    'graphql-authentication',
    {
      meaning: 'Magento refused the credentials in the query.',
      causes: ['E-mail or password are wrong.', 'The account is locked for a while, or not confirmed.'],
      nextStep: 'Check both in the storefront before you try again.',
    },
  ],
  [
    'graphql-no-such-entity',
    {
      meaning: 'What the query asks for does not exist in this store.',
      causes: ['An id or key is wrong, or belongs to another store view.'],
      nextStep: 'Check the ids in the variables and the Store header.',
    },
  ],
  [
    'graphql-input',
    {
      meaning: 'An argument or variable of the query is not acceptable.',
      causes: [
        'A value is missing, empty or of the wrong type.',
        'The request has another Content-Type than application/json.',
      ],
      nextStep: 'Check arguments and variables against the schema.',
    },
  ],
  [
    'graphql',
    {
      meaning: 'The query does not fit the schema of this store, or is no valid GraphQL.',
      causes: ['A field or argument is misspelt, or its module is not installed.', 'A bracket is missing.'],
      nextStep: 'Correct the query at the place that the error’s locations name.',
    },
  ],
]);

const generalAdvice: Advice = {
  meaning: 'The query failed in part or in whole; data that could be had stands beside the errors.',
  causes: ['A resolver on the server refused or failed.'],
  nextStep: 'Read the errors in the body; their path names the field.',
};

/** What to say of GraphQL errors, by the category of the first. */
export function adviseOnGraphql(fault: MagentoFault): Advice {
  return adviceByCategory.get(fault.category) ?? generalAdvice;
}
