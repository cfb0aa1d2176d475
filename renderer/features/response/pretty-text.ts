import { formatJson } from '#shared/kernel/format-json.ts';

/** Texts up to this many characters are laid out at once: it takes less than a frame. */
const atOnce = 300_000;

/** Lays JSON out, at once where it is small; `onDone` hears null where the text is no JSON. Returns how to stop. */
export function prettyText(text: string, onDone: (pretty: string | null) => void): () => void {
  if (text.length <= atOnce) {
    const formatted = formatJson(text);
    onDone(formatted.ok ? formatted.text : null);
    return () => undefined;
  }
  const worker = new Worker(new URL('./pretty-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<string | null>) => {
    onDone(event.data);
    worker.terminate();
  };
  worker.onerror = () => onDone(null);
  worker.postMessage(text);
  return () => worker.terminate();
}
