import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identifyProcess, isStillRunning, type ProcessIdentity } from './process-identity.ts';

/** How often an ending or starting process is looked at. */
const LOOK_INTERVAL_MS = 25;
/** How much of a failed process's log is kept to explain the failure. */
const LOG_TAIL_CHARACTERS = 2_000;

/** A server that Titian started and that it ends. */
export interface ServerProcess {
  readonly identity: ProcessIdentity;
  readonly logFile: string;
  /** Settles when the process has ended, however that came about. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
}

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The account to run under, where Titian itself runs as root. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches Titian alone, which then
 * ends its parts in order. Output goes to a file and not through a pipe: a server whose parent was killed must
 * not die, or hang, of a pipe that nobody reads.
 *
 * @throws the system's error if the command cannot be executed.
 */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  mkdirSync(dirname(server.logFile), { recursive: true });
  const log = openSync(server.logFile, 'w', 0o600);
  try {
    const child = spawn(server.command, [...server.args], {
      detached: true,
      stdio: ['ignore', log, log],
      env: server.env ?? process.env,
      windowsHide: true,
      ...(server.account === undefined ? {} : { uid: server.account.uid, gid: server.account.gid }),
    });
    await spawned(child);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.unref();
    const pid = child.pid as number;
    return {
      identity: identifyProcess(pid) ?? { pid, startedAt: '' },
      logFile: server.logFile,
      ended,
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    };
  } finally {
    closeSync(log);
  }
}

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

/** One step of ending a process: which signal, and how long it may take. */
export interface EndingStep {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

/** Ends a process by ever stronger signals; resolves when it is gone. Nothing happens if it has gone already. */
export async function endProcess(target: ProcessIdentity, steps: readonly EndingStep[]): Promise<void> {
  for (const step of steps) {
    if (!isStillRunning(target)) return;
    try {
      process.kill(target.pid, step.signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await goneWithin(target, step.graceMs)) return;
  }
  throw new Error(`process ${target.pid} did not end after ${steps.map((step) => step.signal).join(', ')}`);
}

async function goneWithin(target: ProcessIdentity, graceMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + graceMs;
  while (Date.now() < giveUpAt) {
    if (!isStillRunning(target)) return true;
    await delay(LOOK_INTERVAL_MS);
  }
  return !isStillRunning(target);
}

/**
 * Asks `isReady` again and again until it says yes.
 *
 * @throws an error with the end of the server's log if the server ends first or the time runs out.
 */
export async function waitUntilReady(
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  limitMs: number,
): Promise<void> {
  const giveUpAt = Date.now() + limitMs;
  for (;;) {
    if (server.hasEnded()) throw new Error(`it ended at once: ${tailOf(server.logFile)}`);
    if (await isReady()) return;
    if (Date.now() > giveUpAt) throw new Error(`not ready after ${limitMs} ms: ${tailOf(server.logFile)}`);
    await delay(LOOK_INTERVAL_MS);
  }
}

/** The last lines of a log, for a message; empty if there is none. */
export function tailOf(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').slice(-LOG_TAIL_CHARACTERS).trim();
  } catch {
    return '';
  }
}
