import clsx from 'clsx';
import { X } from 'lucide-react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import styles from './notices.module.css';
import { useActions, useView } from './state/app-context.ts';

/** What the app has to tell that belongs to no view: it makes room for itself and never covers content. */
export function Notices() {
  const notices = useView((view) => view.notices);
  const { dismissNotice } = useActions();
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices} role="status" aria-label="Notices">
      {notices.map(({ id, level, message, nextStep }) => (
        <div key={id} className={clsx(styles.notice, styles[level])}>
          <p>
            {message} <span className={styles.next}>{nextStep}</span>
          </p>
          <IconButton icon={X} label="Dismiss" onClick={() => dismissNotice(id)} />
        </div>
      ))}
    </div>
  );
}
