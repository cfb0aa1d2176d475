import { useEffect, useState } from 'react';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { isCancelled } from '#renderer/host/host-error.ts';
import { prettyText } from './pretty-text.ts';
import { decodeBody, formatHex, isBinary, readBody } from './read-body.ts';

export type BodyState =
  | { readonly kind: 'loading'; readonly loadedBytes: number }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'text'; readonly raw: string; readonly pretty: string | null; readonly isPreparing: boolean }
  | { readonly kind: 'binary'; readonly hex: string };

const looksLikeJson = (text: string, contentType: string) => /json/i.test(contentType) || /^\s*[[{"]/.test(text);

/** The body of an exchange, read and laid out; what the events brought is not read again. */
export function useBody(exchange: Exchange, preview: readonly Uint8Array[]): BodyState {
  const host = useHost();
  const [state, setState] = useState<BodyState>(
    () => prepare(exchange, preview) ?? { kind: 'loading', loadedBytes: 0 },
  );
  const { id, body } = exchange;

  useEffect(() => {
    const ready = prepare(exchange, preview);
    if (ready) {
      setState(ready);
      return;
    }
    const controller = new AbortController();
    let stopPretty = () => undefined as void;
    const load = async () => {
      try {
        const bytes = await readBody(host, {
          exchangeId: id,
          preview,
          sizeBytes: body?.sizeBytes ?? 0,
          signal: controller.signal,
          onProgress: (loadedBytes) => setState({ kind: 'loading', loadedBytes }),
        });
        if (controller.signal.aborted) return;
        const contentType = body?.contentType ?? '';
        if (isBinary(bytes, contentType)) return setState({ kind: 'binary', hex: formatHex(bytes) });
        const raw = decodeBody(bytes, { contentType });
        if (!looksLikeJson(raw, contentType)) return setState({ kind: 'text', raw, pretty: null, isPreparing: false });
        setState({ kind: 'text', raw, pretty: null, isPreparing: true });
        stopPretty = prettyText(raw, (pretty) => setState({ kind: 'text', raw, pretty, isPreparing: false }));
      } catch (error) {
        if (!isCancelled(error)) setState({ kind: 'failed', error });
      }
    };
    setState({ kind: 'loading', loadedBytes: 0 });
    void load();
    return () => {
      controller.abort();
      stopPretty();
    };
    // An exchange never changes once it has ended, so its id stands for all of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [host, id]);

  return state;
}

/** A body that came whole with the events, ready within the same frame; null where more must be read or prepared. */
function prepare({ body }: Exchange, preview: readonly Uint8Array[]): BodyState | null {
  const sizeBytes = preview.reduce((sum, part) => sum + part.byteLength, 0);
  if (!body || sizeBytes < body.sizeBytes) return null;
  const bytes = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const part of preview) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  if (isBinary(bytes, body.contentType)) return { kind: 'binary', hex: formatHex(bytes) };
  const raw = decodeBody(bytes, body);
  let pretty: string | null = null;
  if (looksLikeJson(raw, body.contentType)) prettyText(raw, (text) => (pretty = text));
  return { kind: 'text', raw, pretty, isPreparing: false };
}
