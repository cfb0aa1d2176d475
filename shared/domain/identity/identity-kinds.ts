import type { IdentityKind } from './identity.ts';

/** One secret field of an identity kind, as forms, the CLI's secrets file and its environment variables name it. */
export interface SecretField {
  readonly name: string;
  readonly label: string;
}

/** What the views and the CLI need to know of an identity kind; how it authorises stands in `electron/core/auth`. */
export interface IdentityKindFacts {
  readonly label: string;
  readonly summary: string;
  /** The label of the account field, or null where the kind has none. */
  readonly usernameLabel: string | null;
  readonly secrets: readonly SecretField[];
}

/** The table of identity kinds; adding one is a row here and an authoriser in `electron/core/auth`. */
export const identityKindFacts: Readonly<Record<IdentityKind, IdentityKindFacts>> = {
  guest: { label: 'Guest', summary: 'No credential: what anyone may call', usernameLabel: null, secrets: [] },
  customer: {
    label: 'Customer',
    summary: 'A shopper’s account; its token opens “self” routes such as /customers/me',
    usernameLabel: 'E-mail',
    secrets: [{ name: 'password', label: 'Password' }],
  },
  admin: {
    label: 'Admin',
    summary: 'An admin user; its role decides which resources open',
    usernameLabel: 'User name',
    secrets: [{ name: 'password', label: 'Password' }],
  },
  integration: {
    label: 'Integration',
    summary: 'OAuth 1.0a: four values from System → Extensions → Integrations sign each request',
    usernameLabel: null,
    secrets: [
      { name: 'consumerKey', label: 'Consumer key' },
      { name: 'consumerSecret', label: 'Consumer secret' },
      { name: 'accessToken', label: 'Access token' },
      { name: 'accessTokenSecret', label: 'Access token secret' },
    ],
  },
};
