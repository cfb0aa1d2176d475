// Lays out big JSON away from the window's thread, so that typing is never blocked.
import { formatJson } from '#shared/kernel/format-json.ts';

self.addEventListener('message', (event: MessageEvent<string>) => {
  const formatted = formatJson(event.data);
  self.postMessage(formatted.ok ? formatted.text : null);
});
