/** Runs each rule pack in a process without environment, files, children or threads, one for each build. */
import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import type { RuleHost } from '../core/rule-host.ts';
import { type RuleEar, type RuleLine, realmOverLine } from '../core/rule-line.ts';
import { REPLY_LENGTH_MAX, readReply } from '../core/rule-session.ts';

/** First argument by which this program's own file becomes the process for rules. */
export const RULES_ARGUMENT = '--run-rules';

/** Rules of a whole build with one stream's life take a tenth of this. */
const MEMORY_MEGABYTES = 1_024;

/** @param program file of this program; it may read that one file and nothing else. */
export function createProcessRules(program: string, limitSeconds?: number): RuleHost {
  return { load: (code) => realmOverLine(code, (ear) => openProcess(program, ear), limitSeconds) };
}

/** How the process for rules is started: what it may not do, whatever runs in it. */
function flagsFor(file: string): string[] {
  const known = process.allowedNodeEnvironmentFlags;
  return [
    '--no-warnings',
    known.has('--permission') ? '--permission' : '--experimental-permission',
    `--allow-fs-read=${file}`,
    `--max-old-space-size=${MEMORY_MEGABYTES}`,
    '--disallow-code-generation-from-strings',
    '--frozen-intrinsics',
    '--no-expose-wasm',
    '--no-addons',
    // Else a promise that the pack breaks would be looked at, and its stack made, outside of the pack's world.
    '--unhandled-rejections=none',
  ];
}

function openProcess(program: string, ear: RuleEar): RuleLine {
  const file = realpathSync(program);
  const child = spawn(process.execPath, [...flagsFor(file), file, RULES_ARGUMENT], {
    ...{ env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
    // A process group of its own: what is sent to a group never goes from there to the verifier's.
    detached: true,
  });
  const stop = (): void => void stopGroup(child);
  process.once('exit', stop);
  listen(child, ear, stop);
  child.on('error', () => ear.gone());
  child.on('exit', () => {
    process.removeListener('exit', stop);
    ear.gone();
  });
  // Writing to a process that has ended: its end is told already.
  child.stdin!.on('error', () => undefined);
  return { send: (message) => void child.stdin!.write(`${JSON.stringify(message)}\n`), stop };
}

/** Lines, each of which fits into memory: a process that tells without end is ended. */
function listen(child: ChildProcess, ear: RuleEar, stop: () => void): void {
  let waiting: string[] = [];
  let length = 0;
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const [first, ...more] = text.split('\n');
    waiting.push(first!);
    length += first!.length;
    for (const next of more) {
      ear.reply(readReply(waiting.join('')));
      [waiting, length] = [[next], next.length];
    }
    if (length > REPLY_LENGTH_MAX * 2) stop();
  });
}

function stopGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in between.
  }
}
