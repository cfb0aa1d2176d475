import type { Request } from '#shared/domain/http/request.ts';
import type { TabChoice } from '#renderer/ui/tabs.tsx';
import { BodyEditor } from './body-editor.tsx';
import styles from './composer.module.css';
import type { ComposerProps } from './composer-props.ts';
import type { SigningMark } from './lint-request.ts';
import { HeadersPane, ParametersPane } from './row-panes.tsx';
import { SendAsPane } from './send-as-pane.tsx';

export type Pane = 'params' | 'headers' | 'body' | 'sendAs' | 'notes';

const countEnabled = (rows: readonly { readonly isEnabled: boolean }[]) =>
  rows.filter((row) => row.isEnabled).length || undefined;

/** The parts of a request, each with what it holds in a word. */
export function composerTabs(
  props: ComposerProps,
  scope: ReadonlyMap<string, string>,
  marks: readonly SigningMark[],
): TabChoice<Pane>[] {
  const { request, effective, onChange } = props;
  return [
    {
      value: 'params',
      label: 'Params',
      note: countEnabled(request.parameters),
      content: () => <ParametersPane request={request} scope={scope} marks={marks} onChange={onChange} />,
    },
    {
      value: 'headers',
      label: 'Headers',
      note: countEnabled(request.headers),
      content: () => <HeadersPane request={request} scope={scope} onChange={onChange} />,
    },
    {
      value: 'body',
      label: 'Body',
      note: request.body.kind === 'none' ? undefined : bodyNames[request.body.kind],
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
            identities={props.identities}
            chosenName={props.chosen?.name ?? 'nobody'}
            onChange={onChange}
          />
        </div>
      ),
    },
    {
      value: 'notes',
      label: 'Notes',
      note: request.notes ? '•' : undefined,
      content: () => <NotesPane request={request} onChange={onChange} />,
    },
  ];
}

const bodyNames = { json: 'JSON', xml: 'XML', text: 'text' } as const;

interface NotesPaneProps {
  readonly request: Request;
  readonly onChange: (request: Request) => void;
}

const NotesPane = ({ request, onChange }: NotesPaneProps) => (
  <textarea
    className={styles.notes}
    aria-label="Notes"
    placeholder="What this request is for, what to look at in the answer…"
    value={request.notes}
    onChange={(event) => onChange({ ...request, notes: event.target.value })}
  />
);
