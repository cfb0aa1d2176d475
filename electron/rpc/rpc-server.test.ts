import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { defaultSettings } from '#shared/domain/settings/settings.ts';
import type { Logger } from '#electron/core/ports.ts';
import type { Handlers } from './handlers.ts';
import { RpcServer } from './rpc-server.ts';

const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

function serve(handlers: Partial<Handlers>): RpcServer {
  return new RpcServer({ handlers: handlers as Handlers, logger: silentLogger, createErrorId: () => 'E-1' });
}

const ask = (server: RpcServer, name: string, input: unknown) =>
  server.call({ caller: 1, callId: 'a', name, input }, () => undefined);

describe('a call', () => {
  test('reaches its handler with checked input and comes back in an envelope', async () => {
    const server = serve({ 'settings.update': (change) => ({ ...defaultSettings, ...(change as object) }) });
    expect(await ask(server, 'settings.update', { theme: 'dark' })).toEqual({
      ok: true,
      value: { ...defaultSettings, theme: 'dark' },
    });
  });

  test.each(['nothing.here', 'settings.changed', '__proto__', 'constructor'])('named %j is refused', async (name) => {
    expect(await ask(serve({}), name, null)).toEqual({
      ok: false,
      failure: { kind: 'invalid', problems: [{ path: '', message: `There is no call named "${name}".` }] },
    });
  });

  test('with input of another shape never reaches its handler', async () => {
    const server = serve({
      'settings.update': () => {
        throw new Error('reached');
      },
    });
    const envelope = await ask(server, 'settings.update', { theme: 'pink' });
    expect(envelope).toMatchObject({ ok: false, failure: { kind: 'invalid', problems: [{ path: 'theme' }] } });
  });

  test('leaves nothing in its answer that the contract does not promise', async () => {
    const leaking = { ...defaultSettings, password: 'hunter2' };
    expect(await ask(serve({ 'settings.get': () => leaking }), 'settings.get', null)).toEqual({
      ok: true,
      value: defaultSettings,
    });
  });
});

describe('a failure', () => {
  test('that was expected crosses whole', async () => {
    const data = { code: 'history.missing', message: 'm', cause: 'c', nextStep: 'n', facts: { id: '7' } } as const;
    const server = serve({
      'history.count': () => {
        throw new AppError(data);
      },
    });
    expect(await ask(server, 'history.count', null)).toEqual({ ok: false, failure: { kind: 'expected', error: data } });
  });

  test('that was not expected tells an id and no detail', async () => {
    const server = serve({
      'history.count': () => {
        throw new Error('secret path');
      },
    });
    expect(await ask(server, 'history.count', null)).toEqual({
      ok: false,
      failure: { kind: 'bug', errorId: 'E-1', message: 'Something unexpected went wrong inside Lodestone.' },
    });
  });
});

describe('a stream', () => {
  const waiting: Handlers['environments.discover'] = (_input, { signal, emit }) =>
    new Promise((_resolve, reject) => {
      emit({ step: 'one' });
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });

  test('tells its events and ends as cancelled when its caller cancels', async () => {
    const server = serve({ 'environments.discover': waiting });
    const events: unknown[] = [];
    const call = { caller: 1, callId: 's', name: 'environments.discover', input: { url: 'https://shop.test' } };
    const running = server.call(call, (event) => events.push(event));
    server.cancel(2, 's');
    server.cancel(1, 's');
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(events).toEqual([{ step: 'one' }]);
  });

  test('ends when its caller goes away, and drain waits for the end', async () => {
    const server = serve({ 'environments.discover': waiting });
    const call = { caller: 3, callId: 's', name: 'environments.discover', input: { url: 'x' } };
    const running = server.call(call, () => undefined);
    server.cancelAll(3);
    await server.drain();
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });
});
