import { expect, test } from 'vitest';
import type { ExchangeEvent } from '#shared/domain/exchange/exchange-events.ts';
import type { Exchange } from '#shared/domain/exchange/exchange.ts';
import type { SendInput } from '#shared/contract/exchanges.ts';
import type { Host } from '#renderer/host/host-client.ts';
import { HostError } from '#renderer/host/host-error.ts';
import { createSendStore } from './send-store.ts';

interface RunningStream {
  readonly onEvent: (event: ExchangeEvent) => void;
  readonly signal: AbortSignal;
  readonly end: (value: { exchangeId: string }) => void;
  readonly fail: (error: unknown) => void;
}

function createStore() {
  const streams: RunningStream[] = [];
  const host = {
    stream: (_name: string, _input: SendInput, options: Pick<RunningStream, 'onEvent' | 'signal'>) =>
      new Promise<{ exchangeId: string }>((end, fail) => streams.push({ ...options, end, fail })),
  } as unknown as Host;
  const started: string[] = [];
  const store = createSendStore({ host, onStarted: (tabId, id) => started.push(`${tabId} ${id}`) });
  return { store, streams, started };
}

const input = {} as SendInput;
const exchange = (id: string) => ({ id, outcome: { kind: 'response', status: 200, statusText: 'OK' } }) as Exchange;
const startedEvent = (exchangeId: string): ExchangeEvent => ({
  kind: 'started',
  exchangeId,
  startedAt: '2026-01-01T00:00:00Z',
});

test('tabs send side by side, one request each', async () => {
  const { store, streams, started } = createStore();
  const { send } = store.getState();
  const first = send('a', input);
  const second = send('b', input);
  await send('a', input);
  expect(streams).toHaveLength(2);
  streams[1]?.onEvent(startedEvent('x2'));
  streams[1]?.onEvent({ kind: 'ended', exchange: exchange('x2') });
  streams[1]?.end({ exchangeId: 'x2' });
  await second;
  const { a, b } = store.getState().byTab;
  expect([a?.isRunning, b?.isRunning, b?.response.exchange?.id, started]).toEqual([true, false, 'x2', ['b x2']]);
  streams[0]?.end({ exchangeId: 'x1' });
  await first;
});

test('the last answer stays until the next has come', async () => {
  const { store, streams } = createStore();
  const first = store.getState().send('a', input);
  streams[0]?.onEvent({ kind: 'ended', exchange: exchange('x1') });
  streams[0]?.end({ exchangeId: 'x1' });
  await first;
  const second = store.getState().send('a', input);
  streams[1]?.onEvent(startedEvent('x2'));
  const { response, last, isRunning } = store.getState().byTab['a'] ?? {};
  expect([response?.exchange, last?.exchange?.id, isRunning]).toEqual([null, 'x1', true]);
  streams[1]?.end({ exchangeId: 'x2' });
  await second;
});

test('cancelling aborts the call; a closed tab hears nothing more', async () => {
  const { store, streams } = createStore();
  const running = store.getState().send('a', input);
  store.getState().cancel('a');
  expect(streams[0]?.signal.aborted).toBe(true);
  streams[0]?.onEvent({ kind: 'failed', exchange: exchange('x1') });
  streams[0]?.fail(new HostError('exchange.send', { kind: 'cancelled' }));
  await running;
  expect(store.getState().byTab['a']).toMatchObject({ isRunning: false, error: null });

  const other = store.getState().send('b', input);
  store.getState().forget('b');
  streams[1]?.onEvent(startedEvent('x2'));
  streams[1]?.end({ exchangeId: 'x2' });
  await other;
  expect(store.getState().byTab['b']).toBeUndefined();
});

test('what kept the call from being made is kept for the tab', async () => {
  const { store, streams } = createStore();
  const running = store.getState().send('a', input);
  const error = new HostError('exchange.send', { kind: 'bug', errorId: 'e', message: 'boom' });
  streams[0]?.fail(error);
  await running;
  expect(store.getState().byTab['a']).toMatchObject({ isRunning: false, error });
});
