// The service was reached and did not like what it was given.
import type { MagentoFault } from '../fault.ts';
import { type Advice, type AnswerFacts, type KnownFault, parameterOf, withArticle } from '../known-fault.ts';

export const inputFaults: readonly KnownFault[] = [
  { pattern: /^"%fieldName" is required/, advice: adviseOnField },
  {
    pattern: /^"?oauth_\w+"? is required/,
    advice: adviseOnHeader(),
  },
  { pattern: /input exceptions have occurred/, advice: adviseOnSeveral },
  {
    pattern: /value's type is invalid/,
    advice: {
      meaning: 'A value has another type than the service declares.',
      causes: [
        'A number was expected in the path or body and something else stands there.',
        'An array or object stands where a single value is expected.',
      ],
      nextStep: 'Compare the value that the message names with the schema of the route.',
    },
  },
  {
    pattern: /attribute name is invalid/,
    advice: {
      meaning: 'A filter or sort order names an attribute that the entity does not have.',
      causes: [
        'The attribute code is misspelt; it is a code such as updated_at, not a label.',
        'The attribute belongs to another entity.',
      ],
      nextStep: 'Check the field of each filter and sort order.',
    },
  },
  {
    pattern: /^No such entity/,
    advice: (fault) => ({
      meaning:
        `There is nothing with ${parameterOf(fault, 'fieldName') || 'the given key'} ${parameterOf(fault, 'fieldValue')}`.trim() +
        ' in this store.',
      causes: [
        'The id or key is wrong, or belongs to another installation.',
        'The entity was deleted, or a cart was already turned into an order.',
      ],
      nextStep: 'Look the entity up with a search, and use the id that it has here.',
    }),
  },
  {
    pattern: /product that was requested doesn['’]t exist/,
    advice: {
      meaning: 'No product has this SKU.',
      causes: [
        'The SKU is misspelt or belongs to another installation.',
        'The SKU has characters that must be escaped in a path: a slash as %2F, a plus as %2B.',
      ],
      nextStep: 'Search for the product by its SKU, and escape special characters in the path.',
    },
  },
  {
    pattern: /Bulk uuid/,
    advice: {
      meaning: 'This caller has no bulk operation with that id.',
      causes: ['The id is wrong.', 'The operation was started by another user or integration, or was cleaned up.'],
      nextStep: 'Use the bulk_uuid of the answer that accepted the operation, and the same identity.',
    },
  },
  {
    pattern: /requested qty is not available|There are no source items|out of stock/i,
    advice: {
      meaning: 'The stock does not hold the quantity that was asked for.',
      causes: ['Less is salable than requested, reservations of open orders deducted.'],
      nextStep: 'Ask for less, or raise the stock of the product.',
    },
  },
  {
    pattern: /password needs at least|classes of characters in password/,
    advice: {
      meaning: 'The password does not meet the store’s rules.',
      causes: ['It is too short, or has too few kinds of characters.'],
      nextStep: 'Choose a longer password with capitals, digits and other characters.',
    },
  },
  {
    pattern: /must be valid base64/,
    advice: {
      meaning: 'The image in the body can’t be decoded.',
      causes: ['The base64 text is cut off, or carries a data: prefix.'],
      nextStep: 'Put the bare base64 of the file into base64_encoded_data.',
    },
  },
];

const wrappers: readonly string[] = ['product', 'customer', 'entity', 'order', 'block', 'page', 'cartItem', 'category'];

/** One missing field; a few of them mean something that their name does not say. */
function adviseOnField(fault: MagentoFault, answer: AnswerFacts): Advice {
  const field = parameterOf(fault, 'fieldName');
  if (field.startsWith('oauth_')) return adviseOnHeader();
  if (field === 'searchCriteria') {
    return {
      meaning: 'Lists can’t be asked for without search criteria.',
      causes: ['The query has no parameter that begins with searchCriteria.'],
      nextStep: 'Add searchCriteria[pageSize]=20, or an empty searchCriteria for everything.',
    };
  }
  if (field === 'customerId' && answer.identityKind !== 'customer') {
    return {
      meaning: 'This route takes the customer from the token, and this caller is no customer.',
      causes: [`The request was sent as ${withArticle(answer.identityKind)}.`],
      nextStep: 'Send it as a customer, or use the route that takes a customer’s id.',
    };
  }
  return {
    meaning: `The service needs ${field === '' ? 'a value' : `“${field}”`}, and the request does not have it.`,
    causes: [
      ...(wrappers.includes(field) ? [`The body must wrap the entity: {"${field}": {…}}.`] : []),
      'The name is misspelt, stands at the wrong level of the body, or its value is empty.',
      'The body was not read at all because its Content-Type is missing.',
    ],
    nextStep: 'Compare the body with the schema of the route.',
  };
}

function adviseOnHeader(): Advice {
  return {
    meaning: 'The Authorization header lacks parameters that OAuth 1.0a needs.',
    causes: [
      'Magento reads them from the Authorization header only, not from the query.',
      'A proxy shortened or replaced the header.',
    ],
    nextStep: 'Send as an integration and write no Authorization header of your own.',
  };
}

function adviseOnSeveral(fault: MagentoFault): Advice {
  if (fault.details.some((detail) => parameterOf(detail, 'fieldName').startsWith('oauth_'))) return adviseOnHeader();
  return {
    meaning: 'The service found several things wrong with the input.',
    causes: fault.details.map((detail) => detail.text),
    nextStep: 'Correct each of them; Magento has changed nothing.',
  };
}
