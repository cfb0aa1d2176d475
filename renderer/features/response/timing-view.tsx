import clsx from 'clsx';
import { Fragment } from 'react';
import type { Attempt, Hop } from '#shared/domain/exchange/exchange.ts';
import { formatDuration } from '#shared/kernel/format-duration.ts';
import responseStyles from './response.module.css';
import { requestTarget } from './sent-request.ts';
import { timingPhases } from './timing-phases.ts';
import styles from './timing-view.module.css';

/** Where the time went, hop by hop, as a waterfall of the HAR phases. */
export function TimingView({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const hops = attempts.flatMap((attempt) => attempt.hops);
  const longest = Math.max(1, ...hops.map(({ timings }) => timings.totalMs));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={responseStyles.scroll} tabIndex={0} role="region" aria-label="Timing">
      {hops.map((hop, index) => (
        <HopTiming key={index} hop={hop} longestMs={longest} />
      ))}
    </div>
  );
}

function HopTiming({ hop: { request, timings }, longestMs }: { readonly hop: Hop; readonly longestMs: number }) {
  const percent = (durationMs: number) => `${Math.min(100, (durationMs / longestMs) * 100)}%`;
  return (
    <section className={styles.hop}>
      <h3 className={responseStyles.heading}>
        <code>
          {request.method} {requestTarget(request.url).split('?')[0]}
        </code>
        <span className={styles.note}>
          {timings.isConnectionReused ? 'on a connection that was open already' : 'on a new connection'}
        </span>
      </h3>
      <div className={styles.grid}>
        {timingPhases(timings).map(({ key, label, meaning, startMs, durationMs }) => (
          <Fragment key={key}>
            <span className={styles.name} title={meaning}>
              {label}
            </span>
            <span className={styles.track}>
              <i
                className={clsx(styles.bar, styles[key])}
                style={{ left: percent(startMs), width: percent(durationMs) }}
              />
            </span>
            <span className={styles.value} title={`${durationMs} ms`}>
              {formatDuration(durationMs)}
            </span>
          </Fragment>
        ))}
        <span className={clsx(styles.name, styles.total)}>Total</span>
        <span />
        <span className={clsx(styles.value, styles.total)} title={`${timings.totalMs} ms`}>
          {formatDuration(timings.totalMs)}
        </span>
      </div>
    </section>
  );
}
