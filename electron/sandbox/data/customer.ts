import { asFields, asList, type Fields, refuseUnknownProperties } from '../rest/arguments.ts';
import { refuseInput, refuseInputs } from '../rest/rest-fault.ts';

/** A customer as the API returns it, with the password that the API never shows. */
export interface Customer {
  readonly fields: Fields;
  readonly id: number;
  readonly email: string;
  readonly password: string;
}

export const customerProperties: readonly string[] = [
  'id',
  'group_id',
  'default_billing',
  'default_shipping',
  'confirmation',
  'created_at',
  'updated_at',
  'created_in',
  'dob',
  'email',
  'firstname',
  'lastname',
  'middlename',
  'prefix',
  'suffix',
  'gender',
  'store_id',
  'taxvat',
  'website_id',
  'addresses',
  'disable_auto_group_change',
  'extension_attributes',
  'custom_attributes',
];

const requiredTemplate = '"%fieldName" is required. Enter and try again.';

function missingAddressFields(address: Fields): string[] {
  const isEmpty = (name: string): boolean => {
    const value = address[name];
    return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  };
  return ['firstname', 'lastname', 'street', 'city', 'telephone', 'postcode', 'country_id'].filter(isEmpty);
}

/** Checks what a caller wrote about a customer: unknown properties (500), required fields, addresses, e-mail (400). */
export function checkCustomer(entity: Fields, nextReport: () => number): void {
  refuseUnknownProperties(entity, customerProperties, nextReport);
  const email = String(entity['email'] ?? '');
  const missing = ['firstname', 'lastname'].filter((name) => !entity[name]);
  const addresses = asList(entity['addresses']).flatMap((address) => missingAddressFields(asFields(address)));
  const errors = [...missing, ...addresses].map((fieldName) => ({
    message: requiredTemplate,
    parameters: { fieldName },
  }));
  if (errors.length > 0) throw refuseInputs(errors);
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw refuseInput('"%1" is not a valid email address.', [email]);
  }
}

/** Magento's default rules for passwords: eight characters of three kinds. */
export function checkPassword(password: string): void {
  const minimumLength = 8;
  const minimumKinds = 3;
  if (password.length < minimumLength) {
    throw refuseInput('The password needs at least %1 characters. Create a new password and try again.', [
      String(minimumLength),
    ]);
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (kinds < minimumKinds) {
    throw refuseInput(
      'Minimum of different classes of characters in password is %1. Classes of characters: Lower Case, Upper Case, Digits, Special Characters.',
      [String(minimumKinds)],
    );
  }
}
