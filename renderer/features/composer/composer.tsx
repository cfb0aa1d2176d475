// Where a request is written. URL field and parameter table are two faces of `request.url` and `request.parameters`.
import clsx from 'clsx';
import { lazy, Suspense, useMemo, useState } from 'react';
import { formatUrl, reconcile } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { environmentScope } from '#shared/domain/variables/environment-scope.ts';
import { WireText } from '#renderer/editor/wire-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { checkRequest, type RequestRemark } from './check-request.ts';
import type { ComposerProps } from './composer-props.ts';
import { composerTabs, type Pane } from './composer-tabs.tsx';
import styles from './composer.module.css';
import { MethodSelect } from './method-select.tsx';
import { SendButton } from './send-button.tsx';

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
  const remarks = useRemarks(props, scope);
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
      <Tabs label="Parts of the request" value={pane} onChange={setPane} tabs={composerTabs(props, scope)} />
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

function useRemarks({ request, environment, effective }: ComposerProps, scope: ReadonlyMap<string, string>) {
  return useMemo((): readonly RequestRemark[] => {
    if (!environment) return [];
    const { name, profile } = environment;
    return checkRequest({ request, scope, environmentName: name, profile, identityKind: effective?.kind ?? null });
  }, [request, scope, environment, effective]);
}
