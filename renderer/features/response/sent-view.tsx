import type { Attempt, Hop } from '#shared/domain/exchange/exchange.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { formatSize } from '#shared/kernel/format-size.ts';
import { StatusTag, toneOfStatus } from '#renderer/ui/status-tag.tsx';
import styles from './response.module.css';
import { formatSentRequest, requestTarget } from './sent-request.ts';

/** What really went on the wire, each attempt and each hop, secrets masked. */
export function SentView({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const hops = attempts.flatMap((attempt, index) =>
    attempt.hops.map((hop, at) => ({ hop, title: titleOf(attempts, index, at) })),
  );
  if (hops.length === 0) return <p className={styles.explain}>Nothing was sent: it failed before that.</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="What was sent">
      {hops.map(({ hop, title }, index) => (
        <SentHop key={index} hop={hop} title={title} />
      ))}
    </div>
  );
}

function titleOf(attempts: readonly Attempt[], attempt: number, hop: number): string {
  const which = attempts.length > 1 ? `Attempt ${attempt + 1}` : 'Sent';
  const redirect = hop > 0 ? `, redirect ${hop}` : '';
  const profile = attempts[attempt]?.profile;
  return `${which}${redirect}${attempts.length > 1 && profile ? ` under ${profile}` : ''}`;
}

function SentHop({ hop: { request, response }, title }: { readonly hop: Hop; readonly title: string }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>
        {title}
        {response && (
          <StatusTag size="small" tone={toneOfStatus(response.status)}>
            {response.status}
          </StatusTag>
        )}
        <CopyButton label="Copy as sent" text={formatSentRequest(request)} />
      </h3>
      <div className={styles.wire}>
        <div>
          <b>{request.method}</b> {requestTarget(request.url)} HTTP/1.1
        </div>
        {request.headers.map(([name, value], index) => (
          <div key={index}>
            <span className={styles.name}>{name}</span>: {value}
          </div>
        ))}
        {request.bodyText !== null && request.bodyText !== '' && (
          <>
            <br />
            <div>{request.bodyText}</div>
          </>
        )}
        {request.bodySizeBytes > (request.bodyText?.length ?? 0) * 4 && (
          <div className={styles.muted}>… {formatSize(request.bodySizeBytes)} in all</div>
        )}
      </div>
    </section>
  );
}
