import clsx from 'clsx';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  readonly size?: 'normal' | 'large';
}

/** A button with words on it; `primary` stands once in a view. */
export function Button({ variant = 'secondary', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={clsx(styles.button, styles[variant], size === 'large' && styles.large, className)}
      {...rest}
    />
  );
}
