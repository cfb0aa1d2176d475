import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface TabChoice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A number or a short word beside the label. */
  readonly note?: string | number | undefined;
  readonly content: () => ReactNode;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly tabs: readonly TabChoice<T>[];
  readonly start?: ReactNode;
  readonly end?: ReactNode;
}

/** A row of faces of one thing, of which one is shown. */
export function Tabs<T extends string>({ label, value, onChange, tabs, start, end }: TabsProps<T>) {
  const active = tabs.find((tab) => tab.value === value) ?? tabs[0];
  return (
    <Primitive.Root
      className={styles.root}
      value={active?.value ?? ''}
      onValueChange={(next) => onChange(next as T)}
      activationMode="manual"
    >
      <div className={styles.bar}>
        {start && <div className={styles.start}>{start}</div>}
        <Primitive.List className={styles.list} aria-label={label}>
          {tabs.map((tab) => (
            <Primitive.Trigger key={tab.value} value={tab.value} className={styles.tab}>
              {tab.label}
              {tab.note !== undefined && tab.note !== '' && <span className={styles.count}>{tab.note}</span>}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
        {end && <div className={styles.end}>{end}</div>}
      </div>
      {active && (
        <Primitive.Content value={active.value} className={styles.panel} tabIndex={-1}>
          {active.content()}
        </Primitive.Content>
      )}
    </Primitive.Root>
  );
}
