/** Counts failed sign-ins of an account; six lock it for half an hour, whatever the password then. */
export interface SignInThrottle {
  isLocked(account: string, nowMs: number): boolean;
  recordFailure(account: string, nowMs: number): void;
  recordSuccess(account: string): void;
}

const allowedFailures = 6;
const lockMs = 30 * 60 * 1000;

export function createSignInThrottle(): SignInThrottle {
  const failures = new Map<string, { readonly count: number; readonly untilMs: number }>();
  return {
    isLocked: (account, nowMs) => {
      const entry = failures.get(account);
      if (!entry) return false;
      if (entry.untilMs > nowMs) return entry.count >= allowedFailures;
      failures.delete(account);
      return false;
    },
    recordFailure: (account, nowMs) => {
      failures.set(account, { count: (failures.get(account)?.count ?? 0) + 1, untilMs: nowMs + lockMs });
    },
    recordSuccess: (account) => {
      failures.delete(account);
    },
  };
}

/** Locks an account as six failures would. */
export function lockAccount(throttle: SignInThrottle, account: string, nowMs: number): void {
  for (let count = 0; count < allowedFailures; count += 1) throttle.recordFailure(account, nowMs);
}
