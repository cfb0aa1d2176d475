import { useState, type ReactNode } from 'react';
import type { SignatureTrace } from '#shared/domain/oauth1/signature-trace.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { baseStringPairs, decodeOnce } from './base-string-pairs.ts';
import type { ComparisonSlot } from './comparison-slot.ts';
import responseStyles from './response.module.css';
import styles from './signature-view.module.css';

type Trace = Readonly<SignatureTrace>;

interface SignatureViewProps {
  readonly exchange: Exchange;
  readonly comparison: ComparisonSlot;
}

/** The whole signature: base string in its three parts, key masked, and each parameter in the order of signing. */
export function SignatureView({ exchange, comparison }: SignatureViewProps) {
  const signed = exchange.attempts.filter(({ signature }) => signature !== null);
  const [at, setAt] = useState(signed.length - 1);
  const attempt = signed[at];
  const trace = attempt?.signature;
  if (!trace) return null;
  return (
    <div className={styles.columns}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.main} tabIndex={0} role="region" aria-label="Signature">
        {signed.length > 1 && (
          <Segmented
            label="Attempt"
            value={String(at)}
            onChange={(value) => setAt(Number(value))}
            choices={signed.map(({ profile }, index) => ({
              value: String(index),
              label: `Attempt ${index + 1}: ${profile}`,
            }))}
          />
        )}
        <BaseString trace={trace} />
        <Parameters trace={trace} />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.side} tabIndex={0} role="region" aria-label="Server profile">
        <Deviations trace={trace} />
        {comparison(exchange, attempt)}
      </div>
    </div>
  );
}

function BaseString({ trace }: { readonly trace: Trace }) {
  const { method, url, parameters } = trace.baseString;
  // A deviation in the order names two parameters, “a before b”: both are marked where they stand.
  const marks = trace.deviations.flatMap(({ text }) => text.split(' before '));
  return (
    <>
      <h3 className={responseStyles.heading}>
        Base string
        <CopyButton label="Copy base string" text={`${method}&${url}&${parameters}`} />
      </h3>
      <dl className={styles.base}>
        <Part name="method" copy={method}>
          {method}
        </Part>
        <Part name="URL" copy={url}>
          {decodeOnce(url)}
        </Part>
        <Part name="parameters" copy={parameters}>
          {baseStringPairs(parameters).map((pair, index) => (
            <span key={index} className={styles.pair}>
              {index > 0 && <span className={styles.join}>&amp;</span>}
              {markDeviations(pair, marks)}
            </span>
          ))}
        </Part>
        <Part name="key">{trace.maskedKey}</Part>
        <Part name="signature" copy={trace.signature}>
          {trace.signature}
        </Part>
      </dl>
    </>
  );
}

interface PartProps {
  readonly name: string;
  /** The exact bytes, where they may be copied. */
  readonly copy?: string;
  readonly children: ReactNode;
}

const Part = ({ name, copy, children }: PartProps) => (
  <div className={styles.part}>
    <dt>{name}</dt>
    <dd>
      {children}
      {copy !== undefined && (
        <span className={styles.copy}>
          <CopyButton label={`Copy ${name} as signed`} text={copy} />
        </span>
      )}
    </dd>
  </div>
);

/** Marks the first place of each text in which the profile leaves the RFC; bracket indexes may stand encoded. */
function markDeviations(pair: string, marks: readonly string[]): ReactNode {
  const readable = pair.replaceAll('%5B', '[').replaceAll('%5D', ']');
  const mark = marks.find((text) => text !== '' && readable.includes(text));
  if (mark === undefined) return readable;
  const at = readable.indexOf(mark);
  return (
    <>
      {readable.slice(0, at)}
      <mark className={styles.deviation}>{mark}</mark>
      {readable.slice(at + mark.length)}
    </>
  );
}

function Parameters({ trace }: { readonly trace: Trace }) {
  return (
    <>
      <h3 className={`${responseStyles.heading} ${styles.gap}`}>
        {trace.parameters.length} parameters in the order in which they are signed
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.index}>#</th>
            <th>name</th>
            <th>value</th>
            <th className={styles.origin}>from</th>
          </tr>
        </thead>
        <tbody>
          {trace.parameters.map(({ name, value, encodedName, encodedValue, origin }, index) => (
            <tr key={index}>
              <td className={styles.index}>{index + 1}</td>
              <td>
                {name}
                {encodedName !== name && <span className={styles.encoded}>{encodedName}</span>}
              </td>
              <td>
                {value}
                {encodedValue !== value && <span className={styles.encoded}>{encodedValue}</span>}
              </td>
              <td className={styles.origin}>{origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Deviations({ trace }: { readonly trace: Trace }) {
  return (
    <>
      <h3 className={responseStyles.heading}>Verified by</h3>
      <dl className={styles.facts}>
        <dt>profile</dt>
        <dd>
          <code>{trace.profile}</code>
        </dd>
        <dt>method</dt>
        <dd>
          <code>{trace.signatureMethod}</code>
        </dd>
      </dl>
      {trace.refusals.length > 0 && (
        <>
          <h3 className={`${responseStyles.heading} ${styles.gap}`}>What this store refuses in it</h3>
          <ul className={styles.refusals}>
            {trace.refusals.map(({ remark }) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className={`${responseStyles.heading} ${styles.gap}`}>Where this store leaves RFC 5849</h3>
      {trace.deviations.length === 0 ? (
        <p className={responseStyles.muted}>Nowhere for this request: any correct client would sign it alike.</p>
      ) : (
        <dl className={styles.list}>
          {trace.deviations.map(({ text, remark }, index) => (
            <div key={index}>
              <dt>
                <mark className={styles.deviation}>{text}</mark>
              </dt>
              <dd>{remark}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
