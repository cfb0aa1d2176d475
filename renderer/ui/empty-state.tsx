import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  /** One sentence that teaches what comes here. */
  readonly sentence: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon: Icon, sentence, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={22} strokeWidth={1.5} aria-hidden />}
      <p>{sentence}</p>
      {action}
    </div>
  );
}
