import type { Explanation } from '#shared/domain/exchange/explanation.ts';
import styles from './response.module.css';

/** What the answer means and what to do about it. */
export function ExplainView({ explanation }: { readonly explanation: Explanation }) {
  const { message, meaning, causes, nextStep } = explanation;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Explanation">
      <div className={styles.explain}>
        <h3>{meaning}</h3>
        {message && <p className={styles.quote}>{message}</p>}
        {causes.length > 0 && (
          <>
            <h4>Likely causes</h4>
            <ol>
              {causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ol>
          </>
        )}
        {nextStep && (
          <>
            <h4>Next step</h4>
            <p className={styles.next}>{nextStep}</p>
          </>
        )}
      </div>
    </div>
  );
}
