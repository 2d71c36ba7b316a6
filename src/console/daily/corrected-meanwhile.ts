/**
 * A session's number stands for its times: an entry that is corrected becomes void, and the right times get a number of
 * their own. So a word on times that were read is never taken for others; here is what is said then.
 */
import type { AttendedSession } from '../../api/attendance-view.ts';
import type { Problem } from '../api.ts';
import { clockInWords, dayAndDate } from '../words/amounts.ts';
import type { Language, Words } from '../words/words.ts';

export const wasCorrected = ({ code, parameters }: Problem): boolean =>
  code === 'WRONG_STAGE' && parameters.sessionId !== undefined && parameters.stage === 'VOID';

type Times = Pick<AttendedSession, 'start' | 'end'>;

/** @param now what stands in its place, as far as the site sees it. */
export function correctedWords(now: readonly Times[]): { readonly sentence: Words; readonly next: Words } {
  if (now.length === 0) {
    return {
      sentence: {
        id: 'Sesi ini diperbaiki setelah Anda membacanya dan tidak berlaku lagi.',
        en: 'This session was corrected after you read it and does not stand any more.',
      },
      next: { id: 'Buka daftar lagi.', en: 'Open the list again.' },
    };
  }
  const times = (language: Language) => now.map((one) => timesOf(language, one)).join('; ');
  return {
    sentence: {
      id: `Sesi ini diperbaiki setelah Anda membacanya. Sekarang tercatat: ${times('id')}.`,
      en: `This session was corrected after you read it. It now says: ${times('en')}.`,
    },
    next: {
      id: 'Baca jam yang baru, lalu tegaskan atau sanggah.',
      en: 'Read the new times, then confirm or dispute them.',
    },
  };
}

const timesOf = (language: Language, { start, end }: Times): string =>
  `${dayAndDate(language, start.slice(0, 10))}, ${clockInWords(language, start)}${end === null ? '' : `–${clockInWords(language, end)}`}`;
