import { z } from 'zod';
import { discoverySchema, environmentDraftSchema, environmentSchema } from '../domain/environment/environment.ts';
import { identityDraftSchema, identityStateSchema } from '../domain/identity/identity.ts';
import { probeResultSchema } from '../domain/oauth1/probe-result.ts';
import { command, query, stream, topic } from './define.ts';

const idInput = z.object({ id: z.string() });

export const environmentsContract = {
  'environments.list': query('Every environment, in the user’s order', z.null(), z.array(environmentSchema).readonly()),
  'environments.discover': stream('Finds out what any URL of a store tells without a credential', {
    input: z.object({ url: z.string() }),
    event: z.object({ step: z.string() }),
    output: discoverySchema,
  }),
  'environments.create': command('Adds an environment and its guest', environmentDraftSchema, environmentSchema),
  'environments.update': command(
    'Changes an environment',
    z.object({ id: z.string(), draft: environmentDraftSchema }),
    environmentSchema,
  ),
  'environments.remove': command('Removes an environment, its identities and their secrets', idInput, z.null()),
  'environments.probe': stream('Finds out by signed requests how a store verifies, and keeps what is decided', {
    input: z.object({ environmentId: z.string(), identityId: z.string().nullable() }),
    event: z.object({ step: z.string() }),
    output: probeResultSchema,
  }),
  'environments.changed': topic('Some environment was added, changed or removed', z.null()),
  'identities.list': query(
    'The identities of every environment and how their tokens stand',
    z.null(),
    z.array(identityStateSchema).readonly(),
  ),
  'identities.create': command('Adds an identity and seals its secrets', identityDraftSchema, identityStateSchema),
  'identities.update': command(
    'Changes an identity; an absent secret stays as it is',
    z.object({ id: z.string(), draft: identityDraftSchema }),
    identityStateSchema,
  ),
  'identities.remove': command('Removes an identity and its secrets', idInput, z.null()),
  'identities.signIn': stream('Obtains a token now, to see whether the user name and password are right', {
    input: idInput,
    event: z.object({ step: z.string() }),
    output: identityStateSchema,
  }),
  'identities.reveal': query(
    'The one secret field that the user asked to see',
    z.object({ id: z.string(), field: z.string() }),
    z.object({ value: z.string() }),
  ),
  'identities.changed': topic('Some identity or its token changed', z.null()),
} as const;
