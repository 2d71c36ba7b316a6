import type { PartsReporter } from './parts.ts';

/** Wide enough for the longest part's name. */
const NAME_WIDTH = 12;

const BAR_WIDTH = 24;
/** Where the output goes to a file, a line for each quarter is enough. */
const STEPS_IN_A_FILE = 4;

/** What a start looks like to a person: one line per part, and what it has to tell in between. */
export interface Progress extends PartsReporter {
  tell(line: string): void;
  /** How far long work has come: a bar on a terminal, a few lines in a file. */
  advance(name: string, done: number, total: number): void;
}

/** Writes progress to a stream; on a terminal the part being started is shown while it starts. */
export function showProgress(out: NodeJS.WriteStream): Progress {
  let pending = false;
  let toldQuarter = 0;
  const clear = () => {
    if (pending) out.write('\r\u001b[2K');
    pending = false;
  };
  const line = (text: string) => {
    clear();
    out.write(`${text}\n`);
  };
  return {
    tell: (text) => line(`    ${text}`),
    advance(name, done, total) {
      if (out.isTTY) {
        out.write(`\r\u001b[2K  … ${name.padEnd(NAME_WIDTH)} ${bar(done, total)}`);
        pending = true;
        return;
      }
      const quarter = Math.floor((done * STEPS_IN_A_FILE) / total);
      if (quarter > toldQuarter) line(`    ${name}: ${done} of ${total}`);
      toldQuarter = quarter;
    },
    starting(name) {
      if (!out.isTTY) return;
      clear();
      out.write(`  … ${name}`);
      pending = true;
    },
    started(name, detail, tookMs) {
      line(`  ✓ ${name.padEnd(NAME_WIDTH)} ${detail} (${(tookMs / 1000).toFixed(1)} s)`);
    },
    stopping: (name) => line(`  ■ ${name}`),
    stopFailed: (name, error) => line(`  ! ${name} did not stop properly: ${error.message}`),
  };
}

function bar(done: number, total: number): string {
  const filled = Math.floor((done * BAR_WIDTH) / total);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done} of ${total}`;
}
