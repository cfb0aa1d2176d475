// What a diagnosis found: the finding as a sentence, its detail, what to do, and both base strings around the place where
// they first differ.
import clsx from 'clsx';
import { useState } from 'react';
import type { ShownDiagnosis } from '#shared/contract/signatures.ts';
import { describeFailure } from '#renderer/host/host-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import {
  baseStringLines,
  cutAround,
  findPlace,
  markAt,
  tellDifference,
  type BaseStringLine,
} from './base-string-lines.ts';
import styles from './diagnosis.module.css';
import { findingSentences } from './finding-sentences.ts';
import type { DiagnosisState } from './use-diagnosis.ts';

type ShownBaseString = NonNullable<ShownDiagnosis['expected']>;

export function DiagnosisResult({ state }: { readonly state: DiagnosisState }) {
  return (
    <div className={styles.result} role="status" aria-live="polite" aria-label="Diagnosis">
      {state.kind === 'failed' && <ErrorPanel error={describeFailure(state.error)} />}
      {state.kind === 'done' && <Found shown={state.shown} />}
    </div>
  );
}

function Found({ shown: { diagnosis, expected, actual } }: { readonly shown: ShownDiagnosis }) {
  const { finding, detail, profile } = diagnosis;
  const { sentence, nextStep } = findingSentences(finding);
  const isValid = finding === 'valid';
  const isDifferent = expected !== null && actual !== null && expected.differsAt !== null;
  return (
    <>
      <div className={clsx(styles.finding, isValid && styles.valid)}>
        <p className={styles.sentence}>{sentence}</p>
        <p>{detail}</p>
        {nextStep && (
          <p className={styles.nextStep}>
            <b>Next step</b> {nextStep}
          </p>
        )}
        <p className={styles.name}>
          <code>{finding}</code>
          {profile && (
            <>
              {' under '}
              <code>{profile}</code>
            </>
          )}
        </p>
      </div>
      {isDifferent && (
        <p className={styles.difference}>
          {tellDifference(placeOf(expected), placeOf(actual), (actual.differsAt ?? 0) + 1)}
        </p>
      )}
      {expected && (isDifferent || finding === 'unknown') && (
        <BaseString title="The server’s base string" baseString={expected} tone="expected" />
      )}
      {isDifferent && <BaseString title="What was signed" baseString={actual} tone="actual" />}
    </>
  );
}

const placeOf = ({ text, differsAt }: ShownBaseString) => findPlace(text, differsAt ?? 0);

interface BaseStringProps {
  readonly title: string;
  readonly baseString: ShownBaseString;
  readonly tone: 'expected' | 'actual';
}

function BaseString({ title, baseString: { text, differsAt }, tone }: BaseStringProps) {
  const [isWhole, setWhole] = useState(false);
  const lines = baseStringLines(text);
  const { before, shown, after } = isWhole ? { before: 0, shown: lines, after: 0 } : cutAround(lines, differsAt);
  return (
    <section className={styles.baseString} aria-label={title}>
      <h4>
        {title}
        <span>
          {lines.length > shown.length || isWhole ? (
            <Button variant="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? 'Only the difference' : 'Whole'}
            </Button>
          ) : null}
          <CopyButton label={`Copy: ${title.toLowerCase()}`} text={text} />
        </span>
      </h4>
      <div className={styles.text}>
        {before > 0 && <p className={styles.alike}>{`⋯ ${before} before, alike in both`}</p>}
        {shown.map((line) => (
          <Line key={line.start} line={line} differsAt={differsAt} tone={tone} />
        ))}
        {after > 0 && <p className={styles.alike}>{`⋯ ${after} more`}</p>}
      </div>
    </section>
  );
}

interface LineProps {
  readonly line: BaseStringLine;
  readonly differsAt: number | null;
  readonly tone: 'expected' | 'actual';
}

function Line({ line: { text, start }, differsAt, tone }: LineProps) {
  const place = differsAt === null ? -1 : differsAt - start;
  if (place < 0 || place > text.length || (place === text.length && text !== '')) {
    return (
      <p>
        <Escaped text={text} />
      </p>
    );
  }
  const { from, to } = markAt(text, place);
  return (
    <p className={styles.differing}>
      <Escaped text={text.slice(0, from)} />
      <mark className={styles[tone]}>{text.slice(from, to)}</mark>
      <Escaped text={text.slice(to)} />
    </p>
  );
}

/** The text as it stands, its escapes paler. */
const Escaped = ({ text }: { readonly text: string }) =>
  text.split(/((?:%(?:25)*[0-9A-F]{2})+)/i).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className={styles.escape}>
        {part}
      </span>
    ) : (
      part
    ),
  );
