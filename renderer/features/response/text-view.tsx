// Text of any size: only the rows in sight are drawn, long lines are cut at the width of the view.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { countLines, findMatches, rowOfOffset, rowRange, splitRows } from './body-rows.ts';
import { SearchBar } from './search-bar.tsx';
import { TextRow } from './text-row.tsx';
import styles from './text-view.module.css';
import { useColumns } from './use-columns.ts';

interface TextViewProps {
  readonly label: string;
  readonly text: string;
  readonly isJson: boolean;
  readonly isSearching: boolean;
  readonly onSearch: (isSearching: boolean) => void;
}

const rowHeight = 18;

export function TextView({ label, text, isJson, isSearching, onSearch }: TextViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const digits = useMemo(() => String(countLines(text)).length, [text]);
  const columns = useColumns(scroller, digits);
  const rows = useMemo(() => splitRows(text, columns), [text, columns]);
  const search = useSearch(text, isSearching);
  const { current } = search;
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes here
  const virtualizer = useVirtualizer({
    count: rows.starts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  useEffect(() => {
    if (current !== undefined) virtualizer.scrollToIndex(rowOfOffset(rows, current), { align: 'auto' });
  }, [current, rows, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSearch(true);
  };
  const closeSearch = () => {
    onSearch(false);
    scroller.current?.focus();
  };
  return (
    <div
      className={styles.frame}
      style={{ '--gutter': `${digits + 3.5}ch` } as CSSProperties}
      role="presentation"
      onKeyDown={onKeyDown}
    >
      {isSearching && <SearchBar {...search} onClose={closeSearch} />}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={label} data-region-start>
        <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const [from, to] = rowRange(rows, index, text.length);
            return (
              <TextRow
                key={index}
                top={start}
                lineNumber={rows.lines[index] ?? 0}
                text={text}
                from={from}
                to={to}
                isJson={isJson}
                matches={search.matches}
                matchLength={search.word.length}
                current={current}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The word that is looked for, where it occurs, and which of the places is the current one. */
function useSearch(text: string, isSearching: boolean) {
  const [word, setWord] = useState('');
  const [at, setAt] = useState(0);
  const matches = useMemo(() => (isSearching ? findMatches(text, word) : []), [text, word, isSearching]);
  const count = matches.length;
  return {
    word,
    at,
    count,
    matches,
    current: matches[Math.min(at, count - 1)],
    onWord: (next: string) => {
      setWord(next);
      setAt(0);
    },
    onStep: (step: number) => setAt((before) => (count > 0 ? (before + step + count) % count : 0)),
  };
}
