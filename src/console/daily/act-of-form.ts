/** From a sent form to an act. What a browser without scripts leaves open, the clock at hand fills in. */
import { localDateTimeOf, momentAt } from '../../domain/time/index.ts';
import type { Instant, Zone } from '../../domain/time/moment.ts';
import type { Words } from '../words/words.ts';
import type { Act } from './act.ts';
import { isActKind } from './attendance-words.ts';
import { departure, readingOf } from './session-times.ts';

export type ReadAct =
  | { readonly ok: true; readonly act: Act }
  | { readonly ok: false; readonly error: Words };

const NOT_A_TIME: Words = {
  id: 'Isi jam seperti 08.05.',
  en: 'Enter a time like 08:05.',
};
const NOT_AN_ACT: Words = {
  id: 'Formulir ini tidak dapat dibaca. Muat ulang halaman dan coba lagi.',
  en: 'This form could not be read. Reload the page and try again.',
};
const NO_REASON: Words = {
  id: 'Tulis apa yang tidak benar.',
  en: 'Say what is wrong.',
};

const ID = /^[A-Za-z0-9._:-]{8,100}$/;
const PLAIN_ID = /^[A-Za-z0-9._-]{1,80}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** @param field text of a field by its name; '' where it was not sent. */
export function actOfForm(field: (name: string) => string, now: Instant, zone: Zone): ReadAct {
  const text = (name: string): string => field(name).trim();
  const [id, kind, personId, caseId, date] = ['id', 'kind', 'personId', 'caseId', 'date'].map(text);
  const sessionId = text('sessionId');
  if (!isActKind(kind!) || !ID.test(id!) || !DATE.test(date!)) return { ok: false, error: NOT_AN_ACT };
  if (!PLAIN_ID.test(personId!) || !PLAIN_ID.test(caseId!)) return { ok: false, error: NOT_AN_ACT };
  const act: Act = {
    ...{ id: id!, kind, personId: personId!, caseId: caseId!, date: date! },
    ...(PLAIN_ID.test(sessionId) ? { sessionId } : {}),
  };
  const breakMinutes = Math.max(0, Math.min(1_440, Math.floor(Number(text('breakMinutes')) || 0)));
  const reading = localDateTimeOf(momentAt(now, zone)).slice(0, 16);
  switch (kind) {
    case 'arrive': {
      if (text('time') === '') return { ok: true, act: { ...act, at: reading, atClock: true } };
      const at = readingOf(date!, text('time'));
      return at === undefined ? wrongTime : { ok: true, act: { ...act, at } };
    }
    case 'leave': {
      const start = text('start').slice(0, 16);
      const at =
        text('time') === '' ? undefined : departure(start === '' ? `${date}T00:00` : start, text('time'));
      return at === undefined ? wrongTime : { ok: true, act: { ...act, at, breakMinutes } };
    }
    case 'record': {
      const start = readingOf(date!, text('startTime'));
      const end = start === undefined ? undefined : departure(start, text('endTime'));
      if (start === undefined || end === undefined) return wrongTime;
      return { ok: true, act: { ...act, start, end, breakMinutes } };
    }
    case 'dispute':
      return text('reason') === ''
        ? { ok: false, error: NO_REASON }
        : { ok: true, act: { ...act, reason: text('reason') } };
    default:
      return { ok: true, act };
  }
}

const wrongTime: ReadAct = { ok: false, error: NOT_A_TIME };
