/** What the command line says. */
import { parseArgs } from 'node:util';
import type { Language } from '../core/report-words.ts';

export interface Options {
  readonly what: 'bundle' | 'receipt' | 'help';
  readonly file: string;
  readonly policy: string | undefined;
  readonly checkpoints: readonly string[];
  readonly language: Language;
  readonly json: boolean;
}

export const USAGE = `node verify.mjs BUNDLE [--policy trust.txt] [--checkpoint old.txt]… [--language id|en] [--json]
node verify.mjs receipt FILE.tlog-proof --policy trust.txt [--language id|en] [--json]

exit code   0 verified   1 differs   2 cannot be read, or wrong use
            3 nothing differs, but not confirmed: no policy of yours, a kept checkpoint
              that the bundle does not reach, rules that it lacks, a fault of the program,
              or heads of streams that are missing or too old
`;

/** Undefined where the command line is not understood. */
export function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        checkpoint: { type: 'string', multiple: true },
        language: { type: 'string', default: 'id' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const what = positionals[0] === 'receipt' ? 'receipt' : 'bundle';
    const [file, ...more] = what === 'receipt' ? positionals.slice(1) : positionals;
    const { policy, checkpoint: checkpoints = [], language, json, help } = values;
    if (help) return { what: 'help', file: '', policy, checkpoints, language: 'id', json };
    if (file === undefined || more.length > 0 || (language !== 'id' && language !== 'en')) return undefined;
    if (what === 'receipt' && (policy === undefined || checkpoints.length > 0)) return undefined;
    return { what, file, policy, checkpoints, language, json };
  } catch {
    return undefined;
  }
}
