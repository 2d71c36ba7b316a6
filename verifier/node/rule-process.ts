/** Runs each rule pack in a process without environment, files, children or threads, one for each build. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RuleHost } from '../core/rule-host.ts';
import { type RuleEar, type RuleLine, realmOverLine } from '../core/rule-line.ts';
import type { RuleReply } from '../core/rule-session.ts';

/** First argument by which this program's own file becomes the process for rules. */
export const RULES_ARGUMENT = '--run-rules';

/** Rules of a whole build with one stream's life take a tenth of this. */
const MEMORY_MEGABYTES = 1_024;

/** @param program file of this program; it may read that one file and nothing else. */
export function createProcessRules(program: string, limitSeconds?: number): RuleHost {
  return { load: (code) => realmOverLine(code, (ear) => openProcess(program, ear), limitSeconds) };
}

function openProcess(program: string, ear: RuleEar): RuleLine {
  const file = realpathSync(program);
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      permission,
      `--allow-fs-read=${file}`,
      `--max-old-space-size=${MEMORY_MEGABYTES}`,
      file,
      RULES_ARGUMENT,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    const reply = readReply(line);
    if (reply !== undefined) ear.reply(reply);
  });
  child.on('error', () => ear.gone());
  child.on('exit', () => ear.gone());
  // Writing to a process that has ended: its end is told already.
  child.stdin.on('error', () => undefined);
  return {
    send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    stop: () => void child.kill('SIGKILL'),
  };
}

function readReply(line: string): RuleReply | undefined {
  try {
    return JSON.parse(line) as RuleReply;
  } catch {
    return undefined;
  }
}
