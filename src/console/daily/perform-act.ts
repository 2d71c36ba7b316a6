/** Sends one act of a site as its command, and says what became of it in words. */
import type { AttendanceDay } from '../../api/attendance-view.ts';
import type { ConsoleApi, Problem } from '../api.ts';
import { isUndecided } from '../undecided.ts';
import { clockInWords } from '../words/amounts.ts';
import type { Words } from '../words/words.ts';
import type { Act, ActResult } from './act.ts';
import { correctedWords, wasCorrected } from './corrected-meanwhile.ts';
import { changedAfterSending, isAboutTheSame, isSameDeparture, sentBefore } from './sent-before.ts';
import { breaksOf } from './session-times.ts';

interface Sent {
  readonly warnings?: readonly { readonly sentence: Words; readonly next: Words }[];
}

export interface ActDesk {
  readonly api: ConsoleApi;
  readonly world: string;
  /** The clock of the world. */
  readonly now: string;
  /** Whose hand this is: a training centre is a place of work under its own code. */
  readonly siteId: string;
}

/** @param tried whether it may have arrived before. */
export async function performAct(desk: ActDesk, act: Act, tried: boolean): Promise<ActResult> {
  const told = { id: act.id, receivedAt: desk.now };
  const before = tried ? await departureBefore(desk, act) : undefined;
  if (before !== undefined) return { ...told, ...before };
  const command = await commandOf(desk, act);
  if ('outcome' in command) return { ...told, ...command };
  const path = `/api/v1/journeys/${act.personId}/commands/${command.name}`;
  const answer = await desk.api.send<Sent>(path, { data: command.data }, act.id);
  if (answer.ok) {
    const [warning] = answer.body.warnings ?? [];
    return {
      ...{ ...told, outcome: 'recorded' },
      ...(warning === undefined ? {} : { sentence: warning.sentence, next: warning.next }),
    };
  }
  return { ...told, ...(await refusedAct(desk, act, answer.problem)) };
}

/**
 * A departure cannot be sent again as it was: which session it closed is not open any more. Whatever else was accepted
 * under this id, the API knows it again by its content.
 */
async function departureBefore({ api }: ActDesk, act: Act): Promise<Told | undefined> {
  const before = act.kind === 'leave' ? await sentBefore(api, act.id) : undefined;
  if (before === undefined) return undefined;
  return isSameDeparture(act, before) ? { outcome: 'known' } : changedAfterSending(act, before);
}

type Outcome = Pick<ActResult, 'outcome'>;
type Told = Outcome & Pick<ActResult, 'sentence' | 'next' | 'article'>;

interface Command {
  readonly name: string;
  readonly data: object;
}

async function commandOf(desk: ActDesk, act: Act): Promise<Command | Told> {
  const { caseId, date } = act;
  switch (act.kind) {
    case 'arrive':
      return { name: 'check-in-session', data: { caseId, siteId: desk.siteId, at: act.at ?? '' } };
    case 'leave':
      return checkOut(desk, act);
    case 'absent':
      return { name: 'record-no-show', data: { caseId, date } };
    case 'record': {
      const { start = '', end = '', breakMinutes = 0 } = act;
      const breaks = start === '' || end === '' ? [] : breaksOf(start, end, breakMinutes);
      return { name: 'record-session', data: { caseId, siteId: desk.siteId, start, end, breaks } };
    }
    case 'confirm':
      return { name: 'confirm-session', data: { sessionId: act.sessionId ?? '' } };
    case 'dispute':
      return { name: 'dispute-session', data: { sessionId: act.sessionId ?? '', reason: act.reason ?? '' } };
  }
}

/** The session that was opened here, also where the phone that opened it does not know its number yet. */
async function checkOut(desk: ActDesk, act: Act): Promise<Command | Told> {
  const { at = '', breakMinutes = 0 } = act;
  const day = await dayOf(desk, act.date);
  if (day === undefined) return { outcome: 'later' };
  const sessions = sessionsOf(day, act);
  const meant =
    act.sessionId === undefined
      ? sessions.find(({ end }) => end === null)
      : sessions.find(({ sessionId }) => sessionId === act.sessionId);
  if (meant === undefined && act.sessionId === undefined) return conflict(day, act);
  const sessionId = meant?.sessionId ?? act.sessionId ?? '';
  const start = meant?.start ?? at;
  const breaks = at === '' || start >= at ? [] : breaksOf(start, at, breakMinutes);
  return { name: 'check-out-session', data: { sessionId, at, breaks } };
}

const isAbout = (row: { readonly personId: string; readonly caseId: string }, act: Act): boolean =>
  row.personId === act.personId && row.caseId === act.caseId;

export async function dayOf(
  { api, world }: Pick<ActDesk, 'api' | 'world'>,
  date: string,
): Promise<AttendanceDay | undefined> {
  const answer = await api.get<AttendanceDay>('/api/v1/attendance', { world, date });
  return answer.ok ? answer.body : undefined;
}

/** Somebody noted the same, or something that excludes it. */
const NOTED_ELSEWHERE: ReadonlySet<string> = new Set(['ALREADY_DONE', 'OVERLAP']);

async function refusedAct(desk: ActDesk, act: Act, problem: Problem): Promise<Told> {
  if (problem.code === 'COMMAND_ID_REUSED') {
    const before = await sentBefore(desk.api, act.id);
    // A button that means "now", pressed again later: the first press stands.
    const isSecondPress = act.atClock === true && before !== undefined && isAboutTheSame(act, before);
    return isSecondPress ? { outcome: 'known' } : changedAfterSending(act, before);
  }
  if (isUndecided(problem) || problem.code === 'UNAUTHENTICATED') return { outcome: 'later' };
  const refused: Told = {
    ...{ outcome: 'refused', sentence: problem.sentence, next: problem.next },
    ...(problem.article === null ? {} : { article: problem.article }),
  };
  const isCorrected = wasCorrected(problem);
  if (!isCorrected && !NOTED_ELSEWHERE.has(problem.code)) return refused;
  const day = await dayOf(desk, act.date);
  if (day === undefined) return refused;
  if (!isCorrected) return conflict(day, act, refused);
  return { outcome: 'conflict', ...correctedWords(sessionsOf(day, act)) };
}

const sessionsOf = (day: AttendanceDay, act: Act) => [
  ...day.people.filter((one) => isAbout(one, act)).flatMap((one) => one.sessions),
  ...day.toConfirm.filter((one) => isAbout(one, act)),
];

/** What stands there already, in words. */
function conflict(day: AttendanceDay, act: Act, refused?: Told): Told {
  const row = day.people.find((one) => isAbout(one, act));
  const sessions = sessionsOf(day, act);
  const named = sessions.find(({ sessionId }) => sessionId === act.sessionId) ?? sessions.at(-1);
  const sentence = standing(row?.state, named);
  if (sentence === undefined) return refused ?? { outcome: 'refused', ...NOTHING_OPEN };
  return { outcome: 'conflict', sentence, next: LOOK_AGAIN };
}

function standing(
  state: string | undefined,
  session: AttendanceDay['people'][number]['sessions'][number] | undefined,
): Words | undefined {
  if (session !== undefined && session.end !== null) {
    return session.status === 'CONFIRMED'
      ? {
          id: 'Sesi ini sudah ditegaskan oleh meja lain.',
          en: 'Another desk has already confirmed this session.',
        }
      : at(
          session.end,
          'Sudah dicatat pulang',
          'oleh meja lain.',
          'Another desk already recorded the departure at',
        );
  }
  if (session !== undefined) {
    return at(
      session.start,
      'Sudah dicatat datang',
      'oleh meja lain.',
      'Another desk already recorded the arrival at',
    );
  }
  if (state === 'ABSENT') {
    return {
      id: 'Sudah dicatat tidak datang oleh meja lain.',
      en: 'Another desk already recorded that they did not come.',
    };
  }
  if (state === 'EXCUSED') {
    return { id: 'Jaksa sudah memberi izin untuk hari ini.', en: 'The prosecutor has excused this day.' };
  }
  return undefined;
}

const at = (reading: string, before: string, after: string, en: string): Words => ({
  id: `${before} pukul ${clockInWords('id', reading)} ${after}`,
  en: `${en} ${clockInWords('en', reading)}.`,
});

const LOOK_AGAIN: Words = {
  id: 'Catatan dari telepon ini tidak ditambahkan. Bila jamnya salah, sanggah sesi itu atau hubungi kejaksaan.',
  en: 'What this phone noted was not added. If the time is wrong, dispute the session or ask the prosecution office.',
};

const NOTHING_OPEN: Pick<ActResult, 'sentence' | 'next'> = {
  sentence: {
    id: 'Tidak ada kedatangan yang masih terbuka untuk orang ini.',
    en: 'There is no open arrival of this person.',
  },
  next: {
    id: 'Catat sesi lengkap dengan jam datang dan pulang.',
    en: 'Record the whole session with both times.',
  },
};
