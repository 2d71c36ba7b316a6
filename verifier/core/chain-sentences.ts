/** What is wrong with a stream's chains, in words (step 4). */
import type { Sentence } from './findings.ts';
import type { DecisionLine, EventLine } from './line-types.ts';
import { type RowPlace, rowName, streamName } from './names.ts';

export const EVENT_WORDS = { id: 'peristiwa', en: 'event' };
export const DECISION_WORDS = { id: 'keputusan', en: 'decision' };

export function gap(stream: string, before: number, found: number, words: Sentence): Sentence {
  const name = streamName(stream);
  return {
    id: `Pada ${name.id}, setelah ${words.id} ke-${before} datang ke-${found}: rantainya terputus.`,
    en: `In ${name.en}, ${words.en} ${before} is followed by ${found}: the chain has a gap.`,
  };
}

export const withoutDecision = (event: Sentence): Sentence => ({
  id: `${event.id} tidak termasuk dalam keputusan mana pun yang mendahuluinya.`,
  en: `${event.en} belongs to no decision before it.`,
});

/** @param before the last version before the decision. */
export function otherVersions(decision: Sentence, row: DecisionLine, before: number): Sentence {
  const [first, last] = [row.first_version ?? '–', row.last_version ?? '–'];
  return {
    id: `${decision.id} menyebut peristiwa ke-${first} sampai ke-${last}, padahal peristiwa terakhir sebelumnya adalah ke-${before}.`,
    en: `${decision.en} says it made events ${first} to ${last}, but the last event before it is ${before}.`,
  };
}

export const eventsMissing = (
  decision: Sentence,
  made: number,
  found: number,
  missing: number,
): Sentence => ({
  id: `${decision.id} membuat ${made} peristiwa, tetapi berkas hanya memuat ${found}: yang ke-${missing} tidak ada.`,
  en: `${decision.en} made ${made} events, but the file holds ${found}: event ${missing} is missing.`,
});

export const otherEventHead = (decision: Sentence): Sentence => ({
  id: `${decision.id} tidak sama dengan segelnya: ujung rantai peristiwa yang dicatatnya bukan ujung rantai di berkas ini.`,
  en: `${decision.en} does not match its seal: the end of the chain of events that it records is not the one in this file.`,
});

export const sealedOtherwise = (event: Sentence, decision: DecisionLine): Sentence => ({
  id: `${event.id} tidak sama dengan segelnya: keputusan ke-${decision.sequence} (${decision.name}) menyegel isi yang lain.`,
  en: `${event.en} does not match its seal: decision ${decision.sequence} (${decision.name}) sealed other content.`,
});

/** @param before the row that the link holds; absent where the row is the first of its chain. */
export function brokenLink(before: RowPlace | undefined, row: RowPlace, words: Sentence): Sentence {
  const name = rowName(before ?? row);
  return before === undefined
    ? {
        id: `${name.id} tidak sama dengan segelnya: rantainya tidak berawal dari aliran ini.`,
        en: `${name.en} does not match its seal: its chain does not begin with this stream.`,
      }
    : {
        id: `${name.id} tidak sama dengan segelnya: ${words.id} ke-${row.position} menyambung ke isi yang lain.`,
        en: `${name.en} does not match its seal: ${words.en} ${row.position} follows other content.`,
      };
}

export function underOtherStream(line: number, stream: string, row: DecisionLine | EventLine): Sentence {
  const [above, owner] = [streamName(stream), streamName(row.stream_id)];
  return {
    id: `Baris ${line} berada di bawah ${above.id}, tetapi milik ${owner.id}.`,
    en: `Line ${line} stands under ${above.en}, but belongs to ${owner.en}.`,
  };
}

export const outOfLeafOrder = (row: Sentence): Sentence => ({
  id: `${row.id} berada tidak menurut urutan daunnya di dalam log.`,
  en: `${row.en} does not stand in the order of its leaf in the log.`,
});

export const notCanonical = (row: Sentence, field: string): Sentence => ({
  id: `${row.id}: teks ${field} bukan JSON dalam bentuk bakunya.`,
  en: `${row.en}: the text ${field} is not JSON in its canonical form.`,
});
