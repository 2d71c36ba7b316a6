/** How far reading has come, on stderr: one line that is written over, or now and then a new one. */
import type { Progress } from '../core/verify-bundle.ts';

const TELL_EVERY_MS = { terminal: 200, file: 5_000 } as const;

export interface ProgressLine {
  tell(progress: Progress): void;
  end(): void;
}

/** @param total bytes of the file. */
export function createProgressLine(total: number): ProgressLine {
  const { isTTY } = process.stderr;
  const every = isTTY ? TELL_EVERY_MS.terminal : TELL_EVERY_MS.file;
  let told = Date.now();
  let open = false;
  return {
    tell: ({ pass, lines, bytes }) => {
      if (Date.now() - told < every) return;
      told = Date.now();
      open = isTTY === true;
      const percent = Math.floor(50 * (pass - 1) + (50 * bytes) / Math.max(total, 1));
      process.stderr.write(`${isTTY ? '\r' : ''}${percent} % · ${lines}${isTTY ? '' : '\n'}`);
    },
    end: () => {
      if (open) process.stderr.write('\n');
    },
  };
}
