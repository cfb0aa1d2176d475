import { isConfigOn, type SandboxState } from '../data/sandbox-state.ts';
import { findHeader, type SandboxRequest } from '../message.ts';
import { type VerificationContext, verifySignature } from '../oauth/verify-signature.ts';
import type { SeedIntegration } from '../seed/seed.ts';
import { readToken, userTypes } from '../tokens/json-web-token.ts';
import type { Caller } from './caller.ts';

export interface IdentifyContext {
  readonly state: SandboxState;
  readonly profile: VerificationContext['profile'];
  /** The server's clock in milliseconds. */
  readonly nowMs: number;
}

const guest: Caller = { kind: 'guest' };

const toCaller = (integration: SeedIntegration | undefined): Caller =>
  integration?.active ? { kind: 'integration', resources: integration.resources } : guest;

/** The token of `Bearer <token>`: the scheme in any case, exactly one space. */
function readBearer(request: SandboxRequest): string | null {
  const pieces = (findHeader(request.headers, 'authorization') ?? '').split(' ');
  const [scheme, token] = pieces;
  return pieces.length === 2 && scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

function identifyBearer(token: string, { state, nowMs }: IdentifyContext): Caller | null {
  const claims = readToken(token, nowMs);
  if (claims?.utypid === userTypes.customer) return { kind: 'customer', customerId: claims.uid };
  if (claims?.utypid === userTypes.admin) {
    const admin = state.seed.admins[claims.uid - 1];
    return admin ? { kind: 'admin', resources: admin.resources } : null;
  }
  if (!isConfigOn(state, 'oauth/consumer/enable_integration_as_bearer')) return null;
  const owner = state.seed.integrations.find((integration) => integration.accessToken === token);
  return owner?.active && !owner.revoked ? toCaller(owner) : null;
}

/**
 * Finds out who sends a request: first by Bearer token, then by signature. A token that is not good makes a guest, a
 * signature that is not good throws. `hasSession` tells that the server had to open a session to be sure, which shows
 * in a cookie.
 */
export function identifyCaller(
  request: SandboxRequest,
  context: IdentifyContext,
): { readonly caller: Caller; readonly hasSession: boolean } {
  const { state, profile, nowMs } = context;
  const token = readBearer(request);
  const byToken = token === null ? null : identifyBearer(token, context);
  if (byToken) return { caller: byToken, hasSession: false };
  const { consumers, nonces, nextReport } = state;
  const consumer = verifySignature(request, { profile, consumers, nonces, nowMs, nextReport });
  const owner = state.seed.integrations.find(({ consumerId }) => consumerId === consumer?.consumerId);
  return { caller: consumer ? toCaller(owner) : guest, hasSession: true };
}
