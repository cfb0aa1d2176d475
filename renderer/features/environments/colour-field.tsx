import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { EnvironmentDot } from '#renderer/ui/environment-dot.tsx';
import styles from './environments-dialog.module.css';

type Colour = Environment['colour'];

// Spelled out: the domain's own list would bring its schemas into the window.
const colours: readonly Colour[] = ['green', 'blue', 'violet', 'amber', 'red', 'grey'];

interface ColourFieldProps {
  readonly colour: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** The colour by which an environment is told apart. */
export function ColourField({ colour, onChange }: ColourFieldProps) {
  const id = useId();
  return (
    <div>
      <p className={styles.label} id={id}>
        Colour
      </p>
      <RadioGroup.Root
        className={styles.colours}
        aria-labelledby={id}
        orientation="horizontal"
        value={colour}
        onValueChange={(next) => onChange(next as Colour)}
      >
        {colours.map((one) => (
          <RadioGroup.Item key={one} value={one} className={styles.colour} aria-label={one}>
            <EnvironmentDot colour={one} />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
