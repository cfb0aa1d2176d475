import clsx from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Draws the control with the ids that tie label and hint to it. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}

/** A control with its label above and its meaning below. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(hint ? { id, 'aria-describedby': `${id}-hint` } : { id })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface TextInputProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly onChange: (value: string) => void;
  readonly isMono?: boolean;
}

export function TextInput({ onChange, isMono = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      spellCheck={false}
      autoComplete="off"
      className={clsx(styles.input, isMono && styles.mono, className)}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  readonly onChange: (value: string) => void;
  readonly isMono?: boolean;
}

export function TextArea({ onChange, isMono = false, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      className={clsx(styles.input, isMono && styles.mono, className)}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}
