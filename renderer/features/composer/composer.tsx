// Where a request is written. URL field and parameter table are two faces of `request.url` and `request.parameters`.
import clsx from 'clsx';
import { lazy, Suspense, useMemo, useState } from 'react';
import { formatUrl, reconcile } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { environmentScope } from '#shared/domain/variables/environment-scope.ts';
import { WireText } from '#renderer/editor/wire-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { checkRequest } from './check-request.ts';
import type { ComposerProps } from './composer-props.ts';
import { composerTabs, type Pane } from './composer-tabs.tsx';
import styles from './composer.module.css';
import { lintRequest } from './lint-request.ts';
import { MethodSelect } from './method-select.tsx';
import { SendButton } from './send-button.tsx';
import { SentForm } from './sent-form.tsx';
import { sentForm, writeRequest } from './written-request.ts';

// The editor is most of the page's script: it is fetched when everything else stands.
const UrlEditor = lazy(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return { default: (await import('#renderer/editor/url-editor.tsx')).UrlEditor };
});

const noScope: ReadonlyMap<string, string> = new Map();

export function Composer(props: ComposerProps) {
  const { request, environment, onChange } = props;
  const [pane, setPane] = useState<Pane>(() => (request.body.kind === 'none' ? 'params' : 'body'));
  const scope = useMemo(() => (environment ? environmentScope(environment) : noScope), [environment]);
  const { remarks, marks, sent } = useRemarks(props, scope);
  return (
    <section className={styles.composer} aria-label="Request" data-region="composer">
      <div className={styles.line}>
        <div className={styles.address}>
          <MethodSelect method={request.method} onChange={(method) => onChange({ ...request, method })} />
          <Url request={request} scope={scope} onChange={onChange} />
        </div>
        <SendButton
          isRunning={props.isRunning}
          keys={props.keys.send}
          isDisabled={environment === null || request.url.trim() === ''}
          onSend={props.onSend}
          onCancel={props.onCancel}
        />
        <Button size="large" title={props.keys.save} onClick={props.onSave} disabled={!props.isDirty}>
          Save
        </Button>
      </div>
      {remarks.map(({ tone, title, text }) => (
        <p key={title} role="note" className={clsx(styles.note, tone === 'info' && styles.info)}>
          <b>{title}</b>
          {text}
        </p>
      ))}
      {sent !== null && <SentForm url={sent} />}
      <Tabs label="Parts of the request" value={pane} onChange={setPane} tabs={composerTabs(props, scope, marks)} />
    </section>
  );
}

interface UrlProps {
  readonly request: Request;
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (request: Request) => void;
}

/** The URL; until its editor has arrived, the same text stands still in the same place. */
function Url({ request, scope, onChange }: UrlProps) {
  const text = formatUrl(request.url, request.parameters);
  const still = (
    <div className={styles.plainUrl}>
      <WireText text={text} scope={scope} />
    </div>
  );
  return (
    <Suspense fallback={still}>
      <UrlEditor
        text={text}
        scope={scope}
        onChange={(typed) => onChange({ ...request, ...reconcile(request.parameters, typed) })}
      />
    </Suspense>
  );
}

const nothing = { remarks: [], marks: [], sent: null } as const;

/** What is worth a word before Send, and the URL as it will be sent. */
function useRemarks({ request, environment, effective }: ComposerProps, scope: ReadonlyMap<string, string>) {
  return useMemo(() => {
    if (!environment) return nothing;
    const { name, profile } = environment;
    const identityKind = effective?.kind ?? null;
    const written = writeRequest(request, environment, scope);
    const marks = written && identityKind === 'integration' ? lintRequest(request, written, environment) : [];
    return {
      remarks: checkRequest({ request, scope, environmentName: name, profile, identityKind, marks }),
      marks,
      sent: sentForm(written, request.isExact),
    };
  }, [request, scope, environment, effective]);
}
