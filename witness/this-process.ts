/** Which process this is, also beside those of other containers and machines, where process ids begin anew. */
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessPlace {
  readonly pid: number;
  /** When it began, in ticks of its machine: an id that is used again began at another time. Empty if not known. */
  readonly started: string;
  /** Where process ids mean the same: machine since its start, and container. */
  readonly place: string;
}

const SHORT = 16;

export function thisProcess(): ProcessPlace {
  const parts = [
    hostname(),
    orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    orNothing(() => readlinkSync('/proc/self/ns/pid')),
  ];
  const place = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, SHORT);
  return { pid: process.pid, started: startOf(process.pid), place };
}

/** Only for a process of this place. */
export const lives = ({ pid, started }: ProcessPlace): boolean => exists(pid) && startOf(pid) === started;

/** Field 22 of its line; the name in field 2 may hold anything, also brackets and spaces. */
function startOf(pid: number): string {
  const line = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is there too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
