import { CircleSlash, Hourglass } from 'lucide-react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { BodyView } from './body-view.tsx';

interface OutcomeViewProps {
  readonly exchange: Exchange;
  readonly preview: readonly Uint8Array[];
}

/** What stands in the place of the body where no whole answer came. */
export function OutcomeView({ exchange, preview }: OutcomeViewProps) {
  const { outcome, body } = exchange;
  switch (outcome.kind) {
    case 'failed':
      return (
        <>
          <ErrorPanel error={outcome.error} />
          {body && body.sizeBytes > 0 && <BodyView exchange={exchange} preview={preview} />}
        </>
      );
    case 'cancelled':
      return (
        <EmptyState
          icon={CircleSlash}
          sentence="Cancelled. The store may still have carried the request out; what was sent stands under Sent."
        />
      );
    case 'interrupted':
      return (
        <EmptyState
          icon={Hourglass}
          sentence="Lodestone was ended before the answer was complete. The store may have carried the request out."
        />
      );
    case 'pending':
      return <EmptyState icon={Hourglass} sentence="This request is still on its way." />;
    case 'response':
      return null;
  }
}
