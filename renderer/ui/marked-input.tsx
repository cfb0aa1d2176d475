import { useRef, type ComponentProps, type ReactNode } from 'react';
import styles from './marked-input.module.css';

interface MarkedInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Draws the text with marks; it must keep every character in its place. */
  readonly draw: (value: string) => ReactNode;
}

/** A cell of wire text: a plain input whose text is drawn, coloured, right behind it. */
export function MarkedInput({ value, onChange, draw, ...rest }: MarkedInputProps) {
  const face = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.field}>
      <div ref={face} className={styles.face} aria-hidden>
        {draw(value)}
      </div>
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (face.current) face.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
        {...rest}
      />
    </div>
  );
}
