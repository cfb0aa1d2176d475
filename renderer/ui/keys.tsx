import styles from './keys.module.css';

/** A shortcut as its keys are written on this platform. */
export function Keys({ text }: { readonly text: string }) {
  return <kbd className={styles.keys}>{text}</kbd>;
}
