import { lazy, Suspense, useMemo } from 'react';
import type { RequestBody } from '#shared/domain/http/request.ts';
import { findJsonProblem, formatJsonBody } from '#renderer/editor/find-json-problem.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './composer.module.css';

const CodeEditor = lazy(() => import('#renderer/editor/code-editor.tsx').then((m) => ({ default: m.CodeEditor })));

interface BodyEditorProps {
  readonly body: RequestBody;
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (body: RequestBody) => void;
}

const kinds = [
  { value: 'none', label: 'None' },
  { value: 'json', label: 'JSON' },
  { value: 'xml', label: 'XML' },
  { value: 'text', label: 'Text' },
] as const;

export function BodyEditor({ body, scope, onChange }: BodyEditorProps) {
  const text = body.kind === 'none' ? '' : body.text;
  const problem = useMemo(() => (body.kind === 'json' ? findJsonProblem(body.text) : null), [body]);
  const choose = (kind: RequestBody['kind']) => onChange(kind === 'none' ? { kind } : { kind, text });
  const format = () => {
    const formatted = formatJsonBody(text);
    if (formatted !== null) onChange({ kind: 'json', text: formatted });
  };
  return (
    <>
      <div className={styles.bodyBar}>
        <Segmented label="Kind of body" value={body.kind} onChange={choose} choices={kinds} />
        {problem && (
          <span className={styles.problem} role="status">
            Line {text.slice(0, problem.offset).split('\n').length}: {problem.message}
          </span>
        )}
        {body.kind === 'json' && (
          <span className={styles.push}>
            <Button variant="quiet" onClick={format} disabled={problem !== null || text.trim() === ''}>
              Format
            </Button>
          </span>
        )}
      </div>
      {body.kind === 'none' ? (
        <EmptyState
          sentence="This request has no body. Magento takes JSON for nearly everything that it creates or changes."
          action={<Button onClick={() => choose('json')}>Write JSON</Button>}
        />
      ) : (
        <Suspense fallback={null}>
          <CodeEditor
            key={body.kind}
            label="Body"
            language={body.kind}
            text={text}
            scope={scope}
            onChange={(next) => onChange({ kind: body.kind, text: next })}
          />
        </Suspense>
      )}
    </>
  );
}
