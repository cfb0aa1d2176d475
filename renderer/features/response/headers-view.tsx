import type { HeaderPair } from '#shared/domain/http/headers.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import styles from './response.module.css';

/** Header lines in the order and case in which they came. */
export function HeadersView({ headers }: { readonly headers: readonly HeaderPair[] }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Response headers">
      <table className={styles.pairs}>
        <tbody>
          {headers.map(([name, value], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{value}</td>
              <td className={styles.copy}>
                <CopyButton label={`Copy ${name}`} text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
