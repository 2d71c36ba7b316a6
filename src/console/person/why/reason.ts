/** Why something is late, stands still or does not count: on what it rests, what would help, and when it changes. */
import type { LocalDate } from '../../../domain/time/moment.ts';
import type { Meaning } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';

export interface Reason {
  readonly meaning: Meaning;
  /** What is the matter, as a sentence. */
  readonly what: Words;
  /** Article or practice; null where it is neither. */
  readonly basis: string | null;
  readonly help: Words;
  /** When it is looked at again by itself; null where nothing does. */
  readonly changesOn: LocalDate | null;
}

export const reason = (
  meaning: Meaning,
  what: readonly [id: string, en: string],
  help: readonly [id: string, en: string],
  more: { readonly basis?: string; readonly changesOn?: LocalDate | null | undefined } = {},
): Reason => ({
  meaning,
  what: { id: what[0], en: what[1] },
  basis: more.basis ?? null,
  help: { id: help[0], en: help[1] },
  changesOn: more.changesOn ?? null,
});
