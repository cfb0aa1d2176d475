import { escapeParameterName, escapeParameterValue } from '#shared/domain/http/parameters.ts';
import type { Request } from '#shared/domain/http/request.ts';
import styles from './composer.module.css';
import type { SigningMark } from './lint-request.ts';
import { RowTable } from './row-table.tsx';
import type { TableRow } from './table-line.tsx';

interface RowPaneProps {
  readonly request: Request;
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (request: Request) => void;
}

interface ParametersPaneProps extends RowPaneProps {
  /** What the store will make of single parameters when they are signed. */
  readonly marks: readonly SigningMark[];
}

export function ParametersPane({ request, scope, marks, onChange }: ParametersPaneProps) {
  const { parameters } = request;
  const change = (rows: readonly TableRow[]) =>
    onChange({
      ...request,
      // Only what was typed is escaped: a row that came through unchanged keeps its very text.
      parameters: rows.map((row) =>
        parameters.includes(row)
          ? row
          : {
              ...row,
              name: escapeParameterName(row.name),
              value: row.value === null ? null : escapeParameterValue(row.value),
            },
      ),
    });
  return (
    <div className={styles.pane}>
      <RowTable noun="parameter" rows={parameters} scope={scope} marks={marks} onChange={change} />
    </div>
  );
}

const headerNames = [
  'Accept',
  'Accept-Language',
  'Content-Type',
  'Store',
  'Content-Currency',
  'User-Agent',
  'X-Requested-With',
];

export function HeadersPane({ request, scope, onChange }: RowPaneProps) {
  return (
    <div className={styles.pane}>
      <RowTable
        noun="header"
        rows={request.headers}
        scope={scope}
        suggestions={headerNames}
        onChange={(rows) => onChange({ ...request, headers: rows.map((row) => ({ ...row, value: row.value ?? '' })) })}
      />
    </div>
  );
}
