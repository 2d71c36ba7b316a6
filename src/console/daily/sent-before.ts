/**
 * An act under an id that was used: a browser's "Back" brings a form again, and a phone sends again what had no answer.
 * The same content is the same act. Another content is none: what stands is said, and how it is put right.
 */
import { localDateTimeOf } from '../../domain/time/index.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ConsoleApi } from '../api.ts';
import { clockInWords, dayAndDate } from '../words/amounts.ts';
import type { Language, Words } from '../words/words.ts';
import type { Act, ActKind, ActResult } from './act.ts';

export interface SentBefore {
  readonly name: string;
  readonly stream: string;
  readonly outcome: string;
  /** A site is told that something happened and when, not what an event holds. */
  readonly events: readonly { readonly type: string; readonly occurredAt: Moment }[];
}

const COMMANDS: { readonly [K in ActKind]: string } = {
  arrive: 'check-in-session',
  leave: 'check-out-session',
  absent: 'record-no-show',
  record: 'record-session',
  confirm: 'confirm-session',
  dispute: 'dispute-session',
};

/** Undefined where nothing was accepted under this id, or nobody could be asked. */
export async function sentBefore(api: ConsoleApi, id: string): Promise<SentBefore | undefined> {
  const found = await api.get<SentBefore>(`/api/v1/commands/${id}`);
  return found.ok && found.body.outcome === 'accepted' ? found.body : undefined;
}

/** Somebody's arrival, departure and so on, whatever its time. */
export const isAboutTheSame = (act: Act, { name, stream }: SentBefore): boolean =>
  name === COMMANDS[act.kind] && stream === `journey/${act.personId}`;

/** A departure happened when the session ended. */
export const isSameDeparture = (act: Act, before: SentBefore): boolean =>
  isAboutTheSame(act, before) && readingIn(before, 'SessionCheckedOut') === act.at?.slice(0, 16);

/** What a person is told who changed a form after it was sent. */
export function changedAfterSending(
  act: Act,
  before: SentBefore | undefined,
): Pick<ActResult, 'outcome' | 'sentence' | 'next'> {
  if (before === undefined || !isAboutTheSame(act, before)) {
    return { outcome: 'conflict', sentence: USED_OTHERWISE, next: BEGIN_ANEW };
  }
  const stands = { id: standing('id', act, before), en: standing('en', act, before) };
  return {
    outcome: 'conflict',
    sentence: {
      id: `Catatan ini sudah dikirim sebelumnya: ${stands.id}. Itu yang berlaku; perubahan Anda tidak dicatat.`,
      en: `This entry was sent before: ${stands.en}. That is what stands; your change was not recorded.`,
    },
    next: PUT_RIGHT,
  };
}

function standing(language: Language, act: Act, before: SentBefore): string {
  const say = (words: Words): string => words[language];
  const clock = (type: string): string => clockInWords(language, readingIn(before, type) ?? '');
  const day = dayAndDate(language, act.date);
  switch (act.kind) {
    case 'arrive': {
      const at = clock('SessionCheckedIn');
      return say({ id: `datang pukul ${at}`, en: `arrived at ${at}` });
    }
    case 'leave': {
      const at = clock('SessionCheckedOut');
      return say({ id: `pulang pukul ${at}`, en: `left at ${at}` });
    }
    case 'record': {
      const at = clock('SessionRecorded');
      return say({ id: `sesi sampai pukul ${at}`, en: `a session until ${at}` });
    }
    case 'absent':
      return `${day}, ${say({ id: 'tidak datang', en: 'did not come' })}`;
    case 'confirm':
      return say({ id: 'jam ditegaskan', en: 'hours confirmed' });
    case 'dispute':
      return say({ id: 'sanggahan dengan alasan yang pertama', en: 'the dispute with its first reason' });
  }
}

function readingIn({ events }: SentBefore, type: string): string | undefined {
  const found = events.find((event) => event.type === type);
  return found && localDateTimeOf(found.occurredAt).slice(0, 16);
}

const PUT_RIGHT: Words = {
  id: 'Bila yang berlaku itu salah, minta kejaksaan memperbaiki catatan ini dan sebutkan yang benar; catatan lama tetap terlihat.',
  en: 'If what stands is wrong, ask the prosecution office to correct this entry and tell them what is right; the old entry stays visible.',
};

const USED_OTHERWISE: Words = {
  id: 'Formulir ini sudah dipakai untuk catatan lain. Tidak ada yang ditambahkan.',
  en: 'This form was used for another entry already. Nothing was added.',
};

const BEGIN_ANEW: Words = {
  id: 'Muat ulang halaman ini, lalu catat dari daftarnya.',
  en: 'Reload this page and record it from the list.',
};
