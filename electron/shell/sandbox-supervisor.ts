// Keeps the sandbox's process: starts it, tells how it stands, starts it anew when asked or when it died by itself.
import { join } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { SandboxStatus } from '#shared/contract/sandbox.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SandboxFacts } from '#electron/core/environments/sandbox-environment.ts';
import type { SandboxMessage } from './sandbox-messages.ts';

/** A sandbox that dies more often than this within one session stays down until the user starts it. */
const restartLimit = 3;

export interface SandboxSupervisorDeps {
  /** Called when the sandbox listens, before anyone is told: makes its environment point there. */
  provision(running: SandboxFacts): void;
  onStatus(status: SandboxStatus): void;
}

export class SandboxSupervisor {
  readonly #deps: SandboxSupervisorDeps;
  #status: SandboxStatus = { kind: 'starting' };
  #child: UtilityProcess | null = null;
  #restarts = 0;

  constructor(deps: SandboxSupervisorDeps) {
    this.#deps = deps;
  }

  get status(): SandboxStatus {
    return this.#status;
  }

  /** Starts the process, or ends the running one and starts it anew; resolves when it listens or failed. */
  async start(): Promise<SandboxStatus> {
    this.stop();
    this.#set({ kind: 'starting' });
    const child = utilityProcess.fork(join(__dirname, '..', 'sandbox', 'sandbox.cjs'), [], {
      serviceName: 'Lodestone sandbox',
    });
    this.#child = child;
    const message = await firstMessage(child);
    if (this.#child !== child) return this.#status;
    if (message.kind === 'failed') {
      this.#child = null;
      return this.#set({ kind: 'stopped', message: `The sandbox could not start: ${message.message}` });
    }
    child.once('exit', (code) => {
      this.#exited(child, code);
    });
    try {
      this.#deps.provision(message);
    } catch (error) {
      this.stop();
      const reason = error instanceof AppError ? `${error.data.message} ${error.data.nextStep}` : String(error);
      return this.#set({ kind: 'stopped', message: `The sandbox could not be set up. ${reason}` });
    }
    return this.#set({ kind: 'running', url: message.url, profile: message.profile });
  }

  /** Ends the process; its environment stays. */
  stop(): void {
    const child = this.#child;
    this.#child = null;
    child?.kill();
  }

  #exited(child: UtilityProcess, code: number): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#restarts += 1;
    if (this.#restarts <= restartLimit) void this.start();
    else this.#set({ kind: 'stopped', message: `The sandbox ended by itself (code ${code}). Start it again.` });
  }

  #set(status: SandboxStatus): SandboxStatus {
    this.#status = status;
    this.#deps.onStatus(status);
    return status;
  }
}

function firstMessage(child: UtilityProcess): Promise<SandboxMessage> {
  return new Promise((resolve) => {
    child.once('message', (message: SandboxMessage) => {
      resolve(message);
    });
    child.once('exit', (code) => {
      resolve({ kind: 'failed', message: `its process ended with code ${code}.` });
    });
  });
}
