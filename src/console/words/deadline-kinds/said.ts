/** How the words of a kind of deadline are written down. */
import type { Words } from '../words.ts';

export interface DeadlineWords {
  /** A noun phrase: `batas terbitnya P-48`. */
  readonly name: Words;
  /** What happens then, as a clause after a date: `jangka waktu berakhir; sisa jam ditinjau`. */
  readonly act: Words;
}

export type DeadlineTable = { readonly [kind: string]: DeadlineWords };

/** Indonesian and English of the name, then of what happens. */
export const said = (id: string, en: string, actId: string, actEn: string): DeadlineWords => ({
  name: { id, en },
  act: { id: actId, en: actEn },
});
