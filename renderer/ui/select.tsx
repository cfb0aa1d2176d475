import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './select.module.css';
import { styleNonce } from './style-nonce.ts';

interface SelectProps<T extends string> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** One of a few values. */
export function Select<T extends string>({ value, onChange, choices, ...ids }: SelectProps<T>) {
  return (
    <Primitive.Root value={value} onValueChange={(next) => onChange(next as T)}>
      <Primitive.Trigger className={styles.trigger} {...ids}>
        <Primitive.Value />
        <ChevronDown size={14} aria-hidden />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.content} position="popper" sideOffset={4} collisionPadding={8}>
          <Primitive.Viewport nonce={styleNonce()}>
            {choices.map((choice) => (
              <Primitive.Item key={choice.value} value={choice.value} className={styles.item}>
                <span className={styles.text}>
                  <Primitive.ItemText>{choice.label}</Primitive.ItemText>
                </span>
                <Primitive.ItemIndicator className={styles.indicator}>
                  <Check size={14} aria-hidden />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
