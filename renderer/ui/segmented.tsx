import clsx from 'clsx';
import { ToggleGroup } from 'radix-ui';
import styles from './segmented.module.css';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly size?: 'normal' | 'large';
}

/** One of two to four values, all in sight. */
export function Segmented<T extends string>({ label, value, onChange, choices, size = 'normal' }: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      className={clsx(styles.group, size === 'large' && styles.large)}
      value={value}
      onValueChange={(next) => next && onChange(next as T)}
    >
      {choices.map((choice) => (
        <ToggleGroup.Item key={choice.value} value={choice.value} className={styles.item}>
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
