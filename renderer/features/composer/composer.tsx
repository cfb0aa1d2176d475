// Where a request is written. URL field and parameter table are two faces of `request.url` and `request.parameters`.
import clsx from 'clsx';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { formatUrl, reconcile } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { environmentScope } from '#shared/domain/variables/environment-scope.ts';
import { WireText } from '#renderer/editor/wire-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { BodyEditor } from './body-editor.tsx';
import { checkRequest } from './check-request.ts';
import styles from './composer.module.css';
import { HeadersPane, ParametersPane } from './row-panes.tsx';
import { MethodSelect } from './method-select.tsx';
import { SendAsPane } from './send-as-pane.tsx';
import { SendButton } from './send-button.tsx';

const UrlEditor = lazy(() => import('#renderer/editor/url-editor.tsx').then((m) => ({ default: m.UrlEditor })));

export interface ComposerProps {
  readonly request: Request;
  readonly environment: Environment | null;
  readonly identities: readonly IdentityState[];
  /** Who the workbench sends as, and who this request will really go as. */
  readonly chosen: IdentityState | null;
  readonly effective: IdentityState | null;
  readonly isRunning: boolean;
  readonly isDirty: boolean;
  readonly keys: { readonly send: string | undefined; readonly save: string | undefined };
  readonly onChange: (request: Request) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

type Pane = 'params' | 'headers' | 'body' | 'sendAs' | 'notes';

const noScope: ReadonlyMap<string, string> = new Map();

export function Composer(props: ComposerProps) {
  const { request, environment, identities, chosen, effective, onChange } = props;
  const [pane, setPane] = useState<Pane>(() => (request.body.kind === 'none' ? 'params' : 'body'));
  const scope = useMemo(() => (environment ? environmentScope(environment) : noScope), [environment]);
  const text = formatUrl(request.url, request.parameters);
  const remarks = useMemo(
    () =>
      environment
        ? checkRequest({
            request,
            scope,
            environmentName: environment.name,
            profile: environment.profile,
            identityKind: effective?.kind ?? null,
          })
        : [],
    [request, scope, environment, effective],
  );
  const enabled = (rows: readonly { readonly isEnabled: boolean }[]) => rows.filter((row) => row.isEnabled).length;

  return (
    <section className={styles.composer} aria-label="Request" data-region="composer">
      <div className={styles.line}>
        <div className={styles.address}>
          <MethodSelect method={request.method} onChange={(method) => onChange({ ...request, method })} />
          <Suspense
            fallback={
              <div className={styles.plainUrl}>
                <WireText text={text} scope={scope} />
              </div>
            }
          >
            <UrlEditor
              text={text}
              scope={scope}
              onChange={(typed) => onChange({ ...request, ...reconcile(request.parameters, typed) })}
            />
          </Suspense>
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
      {remarks.map(({ tone, title, text: remark }) => (
        <p key={title} role="note" className={clsx(styles.note, tone === 'info' && styles.info)}>
          <b>{title}</b>
          {remark}
        </p>
      ))}
      <Tabs
        label="Parts of the request"
        value={pane}
        onChange={setPane}
        tabs={[
          {
            value: 'params',
            label: 'Params',
            note: enabled(request.parameters) || undefined,
            content: () => <ParametersPane request={request} scope={scope} onChange={onChange} />,
          },
          {
            value: 'headers',
            label: 'Headers',
            note: enabled(request.headers) || undefined,
            content: () => <HeadersPane request={request} scope={scope} onChange={onChange} />,
          },
          {
            value: 'body',
            label: 'Body',
            note: request.body.kind === 'none' ? undefined : request.body.kind,
            content: () => (
              <BodyEditor body={request.body} scope={scope} onChange={(body) => onChange({ ...request, body })} />
            ),
          },
          {
            value: 'sendAs',
            label: 'Send as',
            note: effective?.name ?? request.sendAs ?? undefined,
            content: () => (
              <div className={styles.pane}>
                <SendAsPane
                  request={request}
                  identities={identities}
                  chosenName={chosen?.name ?? 'nobody'}
                  onChange={onChange}
                />
              </div>
            ),
          },
          {
            value: 'notes',
            label: 'Notes',
            note: request.notes ? '•' : undefined,
            content: () => (
              <textarea
                className={styles.notes}
                aria-label="Notes"
                placeholder="What this request is for, what to look at in the answer…"
                value={request.notes}
                onChange={(event) => onChange({ ...request, notes: event.target.value })}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
