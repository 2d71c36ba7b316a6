import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as it can be found again later: operating systems reuse numbers, so its start is part of it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque mark of when the process started; empty where the system cannot tell. */
  readonly startedAt: string;
}

/** The identity of a running process, or nothing if no process has this number now. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  return { pid, startedAt: readStart(pid) };
}

/** Whether the very process that was recorded is still there, and not another one under its number. */
export function isStillRunning(recorded: ProcessIdentity): boolean {
  const present = identifyProcess(recorded.pid);
  if (present === undefined) return false;
  return recorded.startedAt === '' || present.startedAt === '' || present.startedAt === recorded.startedAt;
}

/** The command line of a running process; empty where it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return askPs(pid, 'command=');
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to someone else (Postgres under its own account, for example).
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** A zombie holds no port and no file; waiting for it to vanish would wait for its parent. */
function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

function readStart(pid: number): string {
  const ticksSinceBoot = statFields(pid)?.[19];
  if (ticksSinceBoot === undefined) return askPs(pid, 'lstart=');
  // Ticks count from the boot: after a reboot the same number would mean another moment.
  return `${readBootId()}:${ticksSinceBoot}`;
}

/** The fields of /proc/<pid>/stat from the state letter on; the command name before it may hold anything. */
function statFields(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function askPs(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
