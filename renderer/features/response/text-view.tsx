// Text of any size: only the rows in sight are drawn, long lines are cut at the width of the view.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { findMatches, rowOfOffset, rowRange, splitRows } from './body-rows.ts';
import { SearchBar } from './search-bar.tsx';
import { TextRow } from './text-row.tsx';
import styles from './text-view.module.css';

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
  const digits = String(text.length > 2_000_000 ? 9_999_999 : countLines(text)).length;
  const columns = useColumns(scroller, digits);
  const rows = useMemo(() => splitRows(text, columns), [text, columns]);
  const [word, setWord] = useState('');
  const [at, setAt] = useState(0);
  const matches = useMemo(() => (isSearching ? findMatches(text, word) : []), [text, word, isSearching]);
  const current = matches[Math.min(at, matches.length - 1)];

  const virtualizer = useVirtualizer({
    count: rows.starts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  useEffect(() => {
    if (current !== undefined) virtualizer.scrollToIndex(rowOfOffset(rows, current), { align: 'auto' });
  }, [current, rows, virtualizer]);

  return (
    <div
      className={styles.frame}
      style={{ '--gutter': `${digits + 3.5}ch` } as CSSProperties}
      onKeyDown={(event) => {
        if (event.key === 'f' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onSearch(true);
        }
      }}
    >
      {isSearching && (
        <SearchBar
          word={word}
          at={at}
          count={matches.length}
          onWord={(next) => {
            setWord(next);
            setAt(0);
          }}
          onStep={(step) => setAt((before) => (matches.length ? (before + step + matches.length) % matches.length : 0))}
          onClose={() => {
            onSearch(false);
            scroller.current?.focus();
          }}
        />
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
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
                matches={matches}
                matchLength={word.length}
                current={current}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** How many characters of the wire's font fit beside the line numbers. */
function useColumns(scroller: React.RefObject<HTMLElement | null>, digits: number): number {
  const [columns, setColumns] = useState(160);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const probe = document.createElement('span');
    probe.className = styles.probe ?? '';
    probe.textContent = '0'.repeat(100);
    element.append(probe);
    const measure = () => {
      const character = probe.getBoundingClientRect().width / 100 || 7.2;
      setColumns(Math.max(20, Math.floor((element.clientWidth - 20) / character - digits - 3.5)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      probe.remove();
    };
  }, [scroller, digits]);
  return columns;
}
