import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { formatCount } from '#renderer/ui/format-count.ts';
import styles from './text-view.module.css';

interface SearchBarProps {
  readonly word: string;
  readonly at: number;
  readonly count: number;
  readonly onWord: (word: string) => void;
  readonly onStep: (step: number) => void;
  readonly onClose: () => void;
}

/** Finds a word in the body: Enter goes on, Shift+Enter back, Esc closes. */
export function SearchBar({ word, at, count, onWord, onStep, onClose }: SearchBarProps) {
  return (
    <div className={styles.search} role="search">
      <input
        aria-label="Find in body"
        placeholder="Find in body"
        autoFocus
        value={word}
        onChange={(event) => onWord(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className={styles.count} role="status">
        {word === ''
          ? ''
          : count === 0
            ? 'not found'
            : `${formatCount(Math.min(at, count - 1) + 1)} of ${formatCount(count)}`}
      </span>
      <IconButton icon={ChevronUp} label="Previous match" disabled={count === 0} onClick={() => onStep(-1)} />
      <IconButton icon={ChevronDown} label="Next match" disabled={count === 0} onClick={() => onStep(1)} />
      <span className={styles.push}>
        <IconButton icon={X} label="Close search" onClick={onClose} />
      </span>
    </div>
  );
}
