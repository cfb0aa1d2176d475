import { useEffect, useMemo, useState } from 'react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { Host } from '#renderer/host/host-client.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';
import { prettyText } from './pretty-text.ts';
import { decodeBody, formatHex, isBinary, joinParts, readBody } from './read-body.ts';

export type BodyState =
  | { readonly kind: 'loading'; readonly loadedBytes: number }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'text'; readonly raw: string; readonly pretty: string | null; readonly isPreparing: boolean }
  | { readonly kind: 'binary'; readonly hex: string };

/** The body of an exchange, read and laid out. What came whole with the events is there at once. */
export function useBody(exchange: Exchange, preview: readonly Uint8Array[]): BodyState {
  const host = useHost();
  // An exchange never changes once it has ended, and neither does its preview.
  const ready = useMemo(() => fromPreview(exchange, preview), [exchange, preview]);
  const [loaded, setLoaded] = useState<BodyState>({ kind: 'loading', loadedBytes: 0 });
  useEffect(() => {
    if (ready) return;
    const controller = new AbortController();
    void load({ host, exchange, preview, signal: controller.signal, onState: setLoaded });
    return () => controller.abort();
  }, [host, exchange, preview, ready]);
  return ready ?? loaded;
}

const looksLikeJson = (text: string, contentType: string) => /json/i.test(contentType) || /^\s*[[{"]/.test(text);

/** A body that came whole with the events; null where more must be read. */
function fromPreview({ body }: Exchange, preview: readonly Uint8Array[]): BodyState | null {
  const bytes = joinParts(preview);
  if (!body || bytes.byteLength < body.sizeBytes) return null;
  if (isBinary(bytes, body.contentType)) return { kind: 'binary', hex: formatHex(bytes) };
  const raw = decodeBody(bytes, body);
  let pretty: string | null = null;
  if (looksLikeJson(raw, body.contentType)) prettyText(raw, (text) => (pretty = text));
  return { kind: 'text', raw, pretty, isPreparing: false };
}

interface LoadOptions {
  readonly host: Host;
  readonly exchange: Exchange;
  readonly preview: readonly Uint8Array[];
  readonly signal: AbortSignal;
  readonly onState: (state: BodyState) => void;
}

async function load({ host, exchange: { id, body }, preview, signal, onState }: LoadOptions): Promise<void> {
  const contentType = body?.contentType ?? '';
  const sizeBytes = body?.sizeBytes ?? 0;
  const tell = (state: BodyState) => {
    if (!signal.aborted) onState(state);
  };
  try {
    const onProgress = (loadedBytes: number) => tell({ kind: 'loading', loadedBytes });
    const bytes = await readBody(host, { exchangeId: id, preview, sizeBytes, signal, onProgress });
    if (isBinary(bytes, contentType)) {
      tell({ kind: 'binary', hex: formatHex(bytes) });
      return;
    }
    const raw = decodeBody(bytes, { contentType });
    const isJson = looksLikeJson(raw, contentType);
    tell({ kind: 'text', raw, pretty: null, isPreparing: isJson });
    if (!isJson) return;
    const stop = prettyText(raw, (pretty) => tell({ kind: 'text', raw, pretty, isPreparing: false }));
    signal.addEventListener('abort', stop, { once: true });
  } catch (error) {
    if (!isCancelled(error)) tell({ kind: 'failed', error });
  }
}
