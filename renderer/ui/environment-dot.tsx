import clsx from 'clsx';
import styles from './environment-dot.module.css';

type Colour = 'green' | 'blue' | 'violet' | 'amber' | 'red' | 'grey';

/** The colour by which a user tells an environment apart; always beside its name. */
export const EnvironmentDot = ({ colour }: { readonly colour: Colour }) => (
  <span aria-hidden className={clsx(styles.dot, styles[colour])} />
);
