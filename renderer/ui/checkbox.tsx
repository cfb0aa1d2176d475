import { Check } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly label: string;
  readonly id?: string;
}

/** A tick box whose label is only read out. */
export function Checkbox({ isChecked, onChange, label, id }: CheckboxProps) {
  return (
    <Primitive.Root
      className={styles.box}
      checked={isChecked}
      onCheckedChange={(next) => onChange(next === true)}
      aria-label={label}
      id={id}
    >
      <Primitive.Indicator>
        <Check size={12} strokeWidth={3} aria-hidden />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}

/** A tick box with its label and meaning beside it. */
export function CheckboxField({ hint, ...box }: CheckboxProps & { readonly hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.line}>
      <Checkbox {...box} id={id} />
      <label htmlFor={id}>
        {box.label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </label>
    </div>
  );
}
