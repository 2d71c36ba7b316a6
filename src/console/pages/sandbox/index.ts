/** The clock of a practice world, and a fresh start. Outside a sandbox there is none of it. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { clockPages } from './clock.tsx';
import { worldPages } from './worlds.tsx';

export function sandboxPages(options: ConsoleOptions): readonly Page[] {
  const { sandbox } = options;
  return sandbox === null ? [] : [...clockPages(sandbox), ...worldPages(options, sandbox)];
}
