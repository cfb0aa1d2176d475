import { splitUrl } from '#shared/domain/http/raw-url.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import styles from './composer.module.css';

/** The request line as it will be sent, where it is written otherwise than typed. */
export function SentForm({ url }: { readonly url: string }) {
  const { path, query } = splitUrl(url);
  return (
    <p className={styles.sent}>
      <span>Sent as</span>
      <code title={url}>{query === null ? path : `${path}?${query}`}</code>
      <CopyButton label="Copy URL as sent" text={url} />
    </p>
  );
}
