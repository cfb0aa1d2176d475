// The environment that Lodestone itself serves. Its address and secrets are set at each start, so its secrets stay in
// memory; everything else about it is the user's, as with any other environment.
import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Identity, IdentityKind } from '#shared/domain/identity/identity.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import type { CredentialService } from '../credentials/credential-service.ts';
import type { EnvironmentStore } from './environment-store.ts';

interface Account {
  readonly username: string;
  readonly password: string;
}

/** Whom the sandbox knows; the first of each kind is active and may do everything. */
export interface SandboxAccountFacts {
  readonly customers: readonly Account[];
  readonly admins: readonly Account[];
  readonly integrations: readonly {
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly accessToken: string;
    readonly accessTokenSecret: string;
  }[];
}

/** A running sandbox, as far as its environment is concerned. */
export interface SandboxFacts {
  readonly url: string;
  readonly profile: ServerProfileId;
  readonly accounts: SandboxAccountFacts;
}

const sandboxEnvironmentId = 'sandbox';

/** Makes the sandbox's environment, or points the one of last time to where the sandbox listens now. */
export function ensureSandbox(
  { store, credentials }: { readonly store: EnvironmentStore; readonly credentials: CredentialService },
  facts: SandboxFacts,
): Environment {
  const provisions = provisionIdentities(facts.accounts);
  for (const { identity, secrets } of provisions) credentials.setForSession(identity.id, secrets);
  let environment = createEnvironment(facts);
  store.update((current) => {
    const known = current.environments.find(({ origin }) => origin === 'sandbox');
    if (known) environment = { ...known, ...addressOf(facts) };
    return {
      environments: known
        ? current.environments.map((other) => (other === known ? environment : other))
        : [...current.environments, environment],
      identities: mergeIdentities(
        current.identities,
        provisions.map(({ identity }) => identity),
      ),
    };
  });
  return environment;
}

function addressOf({ url, profile }: SandboxFacts): Pick<Environment, 'baseUrl' | 'profile' | 'profileOrigin'> {
  return { baseUrl: url.replace(/\/+$/, ''), profile, profileOrigin: { kind: 'default', at: null } };
}

function createEnvironment(facts: SandboxFacts): Environment {
  return {
    id: sandboxEnvironmentId,
    name: 'Sandbox',
    storeCode: 'default',
    storeCodes: ['default'],
    release: '',
    colour: 'green',
    isProduction: false,
    verifiesTls: true,
    variables: [],
    notes: 'A Magento of your own, served by Lodestone on this machine. Try anything: a restart brings its data back.',
    origin: 'sandbox',
    ...addressOf(facts),
  };
}

interface Provision {
  readonly identity: Identity;
  readonly secrets: Readonly<Record<string, string>>;
}

function provisionIdentities({ customers, admins, integrations }: SandboxAccountFacts): Provision[] {
  const provisions = [provision('guest', '', {})];
  const [customer] = customers;
  if (customer) provisions.push(provision('customer', customer.username, { password: customer.password }));
  const [admin] = admins;
  if (admin) provisions.push(provision('admin', admin.username, { password: admin.password }));
  const [integration] = integrations;
  if (integration) {
    const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = integration;
    provisions.push(provision('integration', '', { consumerKey, consumerSecret, accessToken, accessTokenSecret }));
  }
  return provisions;
}

function provision(kind: IdentityKind, username: string, secrets: Provision['secrets']): Provision {
  const identity: Identity = {
    id: `${sandboxEnvironmentId}-${kind}`,
    environmentId: sandboxEnvironmentId,
    name: identityKindFacts[kind].label,
    kind,
    username,
  };
  return { identity, secrets };
}

/** Adds identities that are missing; of those that are there only the account follows the sandbox. */
function mergeIdentities(current: readonly Identity[], provided: readonly Identity[]): readonly Identity[] {
  const merged = current.map((identity) => {
    const fresh = provided.find(({ id, kind }) => id === identity.id && kind === identity.kind);
    return fresh ? { ...identity, username: fresh.username } : identity;
  });
  const missing = provided.filter(({ id }) => !current.some((identity) => identity.id === id));
  return [...merged, ...missing];
}
