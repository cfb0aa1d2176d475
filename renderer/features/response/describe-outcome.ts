import type { Outcome } from '#shared/domain/exchange/exchange.ts';
import type { Tone } from '#renderer/ui/status-tag.tsx';
import { toneOfStatus } from '#renderer/ui/status-tag.tsx';

/** How an exchange ended, in a word and a tone. */
export function describeOutcome(outcome: Outcome): { readonly text: string; readonly tone: Tone } {
  switch (outcome.kind) {
    case 'response':
      return { text: `${outcome.status} ${outcome.statusText}`.trim(), tone: toneOfStatus(outcome.status) };
    case 'failed':
      return { text: 'Failed', tone: 'bad' };
    case 'cancelled':
      return { text: 'Cancelled', tone: 'neutral' };
    case 'interrupted':
      return { text: 'Interrupted', tone: 'warning' };
    case 'pending':
      return { text: 'Running', tone: 'neutral' };
  }
}
