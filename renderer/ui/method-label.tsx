import clsx from 'clsx';
import styles from './method-label.module.css';

const known: Readonly<Record<string, string | undefined>> = {
  GET: styles.get,
  POST: styles.post,
  PUT: styles.put,
  DELETE: styles.delete,
  PATCH: styles.patch,
};
const short: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', PATCH: 'PATCH' };

/** The class that gives a method its colour, for places that write the method themselves. */
export const methodClass = (method: string) => known[method] ?? styles.other;

/** A request's method in its colour; lists write it short. */
export function MethodLabel({ method, isShort = true }: { readonly method: string; readonly isShort?: boolean }) {
  return (
    <span className={clsx(styles.method, methodClass(method))}>
      <span aria-hidden={isShort && method in short}>{isShort ? (short[method] ?? method.slice(0, 5)) : method}</span>
      {isShort && method in short && <span className="visually-hidden">{method}</span>}
    </span>
  );
}
