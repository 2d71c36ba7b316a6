import type { PartsReporter } from './parts.ts';

/** Wide enough for the longest part's name. */
const NAME_WIDTH = 12;

/** What a start looks like to a person: one line per part, and what it has to tell in between. */
export interface Progress extends PartsReporter {
  tell(line: string): void;
}

/** Writes progress to a stream; on a terminal the part being started is shown while it starts. */
export function showProgress(out: NodeJS.WriteStream): Progress {
  let pending = false;
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
