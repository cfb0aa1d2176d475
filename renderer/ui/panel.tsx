import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a side panel: its name, what can be done, its content. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <div className={styles.panel}>
      <div className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {actions}
      </div>
      {children}
    </div>
  );
}

interface FilterInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Goes into the list below. */
  readonly onLeave?: () => void;
}

/** The box that narrows the list below it; Esc empties it, ↓ goes into the list. */
export function FilterInput({ label, value, onChange, onLeave }: FilterInputProps) {
  return (
    <div className={styles.filter}>
      <Search size={13} aria-hidden />
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation();
            onChange('');
          }
          if (event.key === 'ArrowDown' && onLeave) {
            event.preventDefault();
            onLeave();
          }
        }}
      />
    </div>
  );
}
