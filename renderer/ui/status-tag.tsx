import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

export type Tone = 'ok' | 'warning' | 'bad' | 'neutral';

/** What a status class means at a glance: 2xx well, 3xx look, 4xx and 5xx bad. */
export function toneOfStatus(status: number): Tone {
  if (status >= 400) return 'bad';
  if (status >= 300) return 'warning';
  return status >= 200 ? 'ok' : 'neutral';
}

interface StatusTagProps {
  readonly tone: Tone;
  readonly size?: 'normal' | 'small';
  readonly children: ReactNode;
}

export function StatusTag({ tone, size = 'normal', children }: StatusTagProps) {
  return <span className={clsx(styles.tag, styles[tone], size === 'small' && styles.small)}>{children}</span>;
}
