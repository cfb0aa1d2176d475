import type { SandboxState } from '../data/sandbox-state.ts';
import { refuseCaller, refuseMissing } from '../rest/rest-fault.ts';
import { issueToken, userTypes } from './json-web-token.ts';

export interface SignIn {
  readonly userType: keyof typeof userTypes;
  readonly username: string;
  readonly password: string;
  /** The server's clock in milliseconds. */
  readonly nowMs: number;
}

const lifetimePaths = {
  admin: 'webapi/jwtauth/admin_expiration',
  customer: 'webapi/jwtauth/customer_expiration',
} as const;
const defaultLifetimeMinutes = 60;

/** The id of the active account with this password; null for a wrong password, an unknown and an inactive account. */
function findAccount(state: SandboxState, { userType, username, password }: SignIn): number | null {
  if (userType === 'customer') {
    const customer = state.customers.find(username);
    return customer?.password === password ? customer.id : null;
  }
  const index = state.seed.admins.findIndex((admin) => admin.username === username);
  const admin = state.seed.admins[index];
  return admin?.active && admin.password === password ? index + 1 : null;
}

/**
 * Exchanges a user name and a password for a token. Wrong, unknown, inactive and locked all get the same 401, so that
 * nobody learns which accounts exist; an empty field is a 400.
 */
export function signIn(state: SandboxState, attempt: SignIn): string {
  const { username, password, userType, nowMs } = attempt;
  const missing = [...(username === '' ? ['username'] : []), ...(password === '' ? ['password'] : [])];
  if (missing.length > 0) throw refuseMissing(missing);
  const account = `${userType} ${username}`;
  const id = state.throttle.isLocked(account, nowMs) ? null : findAccount(state, attempt);
  if (id === null) {
    state.throttle.recordFailure(account, nowMs);
    throw refuseCaller(
      'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
    );
  }
  state.throttle.recordSuccess(account);
  const iat = Math.floor(nowMs / 1000);
  const minutes = Number(state.config[lifetimePaths[userType]] ?? defaultLifetimeMinutes);
  return issueToken({ uid: id, utypid: userTypes[userType], iat, exp: iat + Math.round(minutes * 60) });
}
