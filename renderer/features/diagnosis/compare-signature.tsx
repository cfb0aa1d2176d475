import { useEffect, useId, useRef, useState } from 'react';
import { readPastedSignature } from '#shared/domain/oauth1/diagnosis/read-pasted-signature.ts';
import type { Attempt, Exchange } from '#shared/domain/exchange/exchange.ts';
import { TextArea } from '#renderer/ui/field.tsx';
import { DiagnosisResult } from './diagnosis-result.tsx';
import styles from './diagnosis.module.css';
import { useDiagnosis } from './use-diagnosis.ts';

interface CompareSignatureProps {
  readonly exchange: Exchange;
  readonly attempt: Attempt;
}

/** Another client's signature for a request that was sent: pasted, it is compared at once. */
export function CompareSignature({ exchange, attempt }: CompareSignatureProps) {
  const id = useId();
  const [text, setText] = useState('');
  const { state, diagnose } = useDiagnosis();
  const isRead = readPastedSignature(text) !== null;
  const sent = attempt.hops[0]?.request;
  const identityId = exchange.identity.id;
  const { profile } = attempt;
  const result = useRef<HTMLDivElement>(null);
  // In a low window the field stands at the foot of its column, and what was found below it.
  useEffect(() => {
    result.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  useEffect(() => {
    if (!isRead || !sent) {
      diagnose(null);
      return;
    }
    // A pasted text arrives whole; a typed one is looked at when the typing pauses.
    const timer = setTimeout(() => {
      const { method, url, bodyText: body } = sent;
      const headers = sent.headers.filter(([name]) => name.toLowerCase() !== 'authorization');
      diagnose({ text, method, url, headers, body, identityId, secrets: null, profile });
    }, 150);
    return () => clearTimeout(timer);
  }, [diagnose, isRead, text, sent, identityId, profile]);
  return (
    <section className={styles.compare}>
      <label htmlFor={id} className={styles.heading}>
        Paste another signature to compare
      </label>
      <TextArea
        id={id}
        isMono
        rows={3}
        spellCheck={false}
        placeholder="Authorization: OAuth …, a cURL command or a base string"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={setText}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {text.trim() !== '' && !isRead
          ? 'This is neither an OAuth header, nor a cURL command, nor a base string.'
          : 'Of another client, for this request. Its secrets are taken from the integration and stay sealed.'}
      </p>
      <div ref={result}>
        <DiagnosisResult state={state} />
      </div>
    </section>
  );
}
