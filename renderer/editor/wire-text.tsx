import { Fragment, type ReactNode } from 'react';
import { findVariables } from '#shared/domain/variables/find-variables.ts';
import styles from './wire-text.module.css';

const fade = (text: string, key: number): ReactNode => (
  <Fragment key={key}>
    {text.split(/([[\]])/).map((part, index) =>
      index % 2 === 1 ? (
        <span key={index} className={styles.faint}>
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </Fragment>
);

/** Text of the wire with brackets quiet and variables coloured, every character in its place. */
export function WireText({ text, scope }: { readonly text: string; readonly scope: ReadonlyMap<string, string> }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const variable of findVariables(text)) {
    parts.push(fade(text.slice(end, variable.start), end));
    parts.push(
      <span key={`v${variable.start}`} className={scope.has(variable.name) ? styles.variable : styles.unknown}>
        {text.slice(variable.start, variable.end)}
      </span>,
    );
    end = variable.end;
  }
  parts.push(fade(text.slice(end), end));
  return <>{parts}</>;
}
