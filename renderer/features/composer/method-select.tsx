import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { MethodLabel, methodClass } from '#renderer/ui/method-label.tsx';
import styles from './composer.module.css';

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

interface MethodSelectProps {
  readonly method: string;
  readonly onChange: (method: string) => void;
}

/** The usual methods, and any other word by hand. */
export function MethodSelect({ method, onChange }: MethodSelectProps) {
  const [isTyping, setTyping] = useState(false);
  if (isTyping) {
    return (
      <input
        className={styles.methodInput}
        aria-label="Method"
        autoFocus
        defaultValue={method}
        onFocus={(event) => event.target.select()}
        onBlur={(event) => {
          const typed = event.target.value.replace(/[^\w-]/g, '').toUpperCase();
          if (typed && typed !== method) onChange(typed);
          setTyping(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    );
  }
  return (
    <Menu
      label="Method"
      trigger={
        <button type="button" className={clsx(styles.method, methodClass(method))} aria-label={`Method: ${method}`}>
          {method}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        value={method}
        onChange={onChange}
        choices={methods.map((one) => ({ value: one, label: <MethodLabel method={one} isShort={false} /> }))}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => setTimeout(() => setTyping(true))}>Other method…</MenuItem>
    </Menu>
  );
}
