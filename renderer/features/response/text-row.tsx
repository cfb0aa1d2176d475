import clsx from 'clsx';
import { memo, type ReactNode } from 'react';
import { jsonTokens, type JsonToken } from './json-tokens.ts';
import styles from './text-view.module.css';

interface TextRowProps {
  readonly top: number;
  /** 0 for the rest of a long line. */
  readonly lineNumber: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isJson: boolean;
  readonly matches: readonly number[];
  readonly matchLength: number;
  readonly current: number | undefined;
}

const colours: Readonly<Record<JsonToken['kind'], string | undefined>> = {
  key: styles.key,
  string: styles.string,
  number: styles.number2,
  literal: styles.literal,
  punctuation: styles.punctuation,
};

/** Lines longer than this are not coloured: they are read, not looked at. */
const longestColoured = 20_000;

export const TextRow = memo(function TextRow(props: TextRowProps) {
  return (
    <div className={styles.row} style={{ transform: `translateY(${props.top}px)` }}>
      <span className={styles.number}>{props.lineNumber || ''}</span>
      <span className={styles.text}>{props.isJson ? coloured(props) : marked(props, props.from, props.to)}</span>
    </div>
  );
});

/** A row's own part of the tokens of its line. */
function coloured(props: TextRowProps): ReactNode[] {
  const { text, from, to } = props;
  // Looked for only so far as a coloured line can reach: the next break may be megabytes away.
  const nearStart = Math.max(0, from - longestColoured);
  const lineStart = nearStart + text.slice(nearStart, from).lastIndexOf('\n') + 1;
  const lineBreak = text.slice(to, to + longestColoured).indexOf('\n');
  const lineEnd = lineBreak < 0 ? Math.min(text.length, to + longestColoured) : to + lineBreak;
  if (lineEnd - lineStart > longestColoured) return marked(props, from, to);
  const parts: ReactNode[] = [];
  let at = from;
  for (const token of jsonTokens(text.slice(lineStart, lineEnd))) {
    const start = Math.max(lineStart + token.start, from);
    const end = Math.min(lineStart + token.end, to);
    if (start >= end) continue;
    if (at < start) parts.push(...marked(props, at, start));
    parts.push(
      <span key={`t${start}`} className={colours[token.kind]}>
        {marked(props, start, end)}
      </span>,
    );
    at = end;
  }
  if (at < to) parts.push(...marked(props, at, to));
  return parts;
}

/** A stretch of text with the matches of the search in it. */
function marked({ text, matches, matchLength, current }: TextRowProps, from: number, to: number): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = from;
  for (let index = firstAfter(matches, from - matchLength); index < matches.length; index += 1) {
    const match = matches[index] ?? 0;
    if (match >= to) break;
    const start = Math.max(match, at);
    const end = Math.min(match + matchLength, to);
    if (start >= end) continue;
    if (at < start) parts.push(text.slice(at, start));
    parts.push(
      <mark key={`m${start}`} className={clsx(styles.match, match === current && styles.current)}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  if (at < to) parts.push(text.slice(at, to));
  return parts;
}

function firstAfter(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
