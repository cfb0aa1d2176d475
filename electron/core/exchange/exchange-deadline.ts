import { AppError, CancelledError } from '#shared/errors/app-error.ts';
import { describeTimeout } from './network-failure.ts';

export interface ExchangeDeadline {
  /** Aborted by the caller with a `CancelledError`, or by the clock with an `AppError`. */
  readonly signal: AbortSignal;
  /** Must be called at the end, or the timer would keep the exchange. */
  release(): void;
}

/** One signal for the caller's wish to stop and the time that an exchange may take; 0 waits without end. */
export function startDeadline(caller: AbortSignal, timeoutMs: number, url: () => string): ExchangeDeadline {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(new CancelledError());
  caller.addEventListener('abort', cancel, { once: true });
  if (caller.aborted) cancel();
  const timer =
    timeoutMs > 0
      ? setTimeout(() => controller.abort(new AppError(describeTimeout(timeoutMs, url()))), timeoutMs)
      : undefined;
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      caller.removeEventListener('abort', cancel);
    },
  };
}
