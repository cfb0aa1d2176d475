import { expect, test } from 'vitest';
import type { Envelope, HostBridge, HostMessage } from '#shared/contract/envelope.ts';
import { createHost } from './host-client.ts';
import { describeFailure, HostError, isCancelled } from './host-error.ts';

/** A bridge whose answers the test gives by hand. */
function createBridge() {
  const calls: { callId: string; name: string; answer: (envelope: Envelope) => void }[] = [];
  const cancelled: string[] = [];
  let listener: (message: HostMessage) => void = () => undefined;
  const bridge: HostBridge = {
    names: [],
    call: (callId, name) => new Promise((resolve) => calls.push({ callId, name, answer: resolve })),
    cancel: (callId) => cancelled.push(callId),
    subscribe: (next) => {
      listener = next;
      return () => undefined;
    },
  };
  return { bridge, calls, cancelled, tell: (message: HostMessage) => listener(message) };
}

test('a stream hears its own events only', async () => {
  const { bridge, calls, tell } = createBridge();
  const heard: string[] = [];
  const running = createHost(bridge).stream(
    'environments.discover',
    { url: 'https://a.test' },
    { onEvent: ({ step }) => heard.push(step) },
  );
  const callId = calls[0]?.callId ?? '';
  tell({ kind: 'event', callId, event: { step: 'one' } });
  tell({ kind: 'event', callId: 'other', event: { step: 'two' } });
  calls[0]?.answer({ ok: true, value: { baseUrl: 'https://a.test' } });
  expect(await running).toEqual({ baseUrl: 'https://a.test' });
  tell({ kind: 'event', callId, event: { step: 'late' } });
  expect(heard).toEqual(['one']);
});

test('aborting cancels in main, and the failure says so', async () => {
  const { bridge, calls, cancelled } = createBridge();
  const controller = new AbortController();
  const running = createHost(bridge).call('history.count', null, controller.signal);
  controller.abort();
  calls[0]?.answer({ ok: false, failure: { kind: 'cancelled' } });
  const error: unknown = await running.catch((reason: unknown) => reason);
  expect([cancelled, isCancelled(error)]).toEqual([[calls[0]?.callId], true]);
});

test('a topic is heard until it is given up', () => {
  const { bridge, tell } = createBridge();
  const heard: unknown[] = [];
  const stop = createHost(bridge).on('history.changed', (payload) => heard.push(payload));
  tell({ kind: 'topic', name: 'history.changed', payload: null });
  stop();
  tell({ kind: 'topic', name: 'history.changed', payload: null });
  expect(heard).toEqual([null]);
});

test.each([
  [
    new HostError('x', { kind: 'bug', errorId: 'e-1', message: 'boom' }),
    { message: 'Something went wrong inside Lodestone.', cause: 'boom', facts: { 'error id': 'e-1' } },
  ],
  [
    new HostError('x', { kind: 'invalid', problems: [{ path: 'name', message: 'too short' }] }),
    { message: 'This can’t be used as it stands.', cause: 'name: too short', facts: {} },
  ],
])('%s is told in sentences', (error, expected) => {
  expect(describeFailure(error)).toMatchObject(expected);
});
