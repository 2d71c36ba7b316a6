/**
 * How recorded session events change a journey. A session:
 *
 *     (check-in) OPEN --check-out--> RECORDED --site--> CONFIRMED
 *     (entry)  ------------------>   RECORDED --site--> DISPUTED --prosecutor--> DECIDED
 *     any of them --correction--> VOID
 *
 * An entry made by the site itself is CONFIRMED from the start. A prosecutor may decide on any of them.
 */
import { withEntry, withoutEntry } from '../entries.ts';
import type { NotCreditedReason } from '../events.ts';
import type { Evolver, Evolvers, SessionEventName } from '../handlers.ts';
import { changeCase } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';

const changeSession = (
  state: JourneyState,
  sessionId: string,
  change: (session: Session) => Session,
): JourneyState => {
  const session = state.sessions[sessionId];
  if (session === undefined) return state;
  return { ...state, sessions: { ...state.sessions, [sessionId]: change(session) } };
};

const addSession = (state: JourneyState, session: Session): JourneyState => ({
  ...state,
  sessionCount: state.sessionCount + 1,
  sessions: { ...state.sessions, [session.sessionId]: session },
});

const recordedStatus = (confirmBy: unknown): Session['status'] =>
  confirmBy === null ? 'CONFIRMED' : 'RECORDED';

const nothingArmed: Session['confirmation'] = { confirmBy: null, escalateAt: null };

/** Adds minutes to a date's balance; a date with nothing left disappears, so that balances compare. */
const balance = (credited: Session['credited'], date: string, minutes: number): Session['credited'] => {
  const { [date]: before = 0, ...others } = credited;
  return before + minutes === 0 ? others : { ...others, [date]: before + minutes };
};

const lessNotCredited = (
  entries: Session['notCredited'],
  date: string,
  minutes: number,
  reason: NotCreditedReason | undefined,
): Session['notCredited'] => {
  if (reason === undefined) return entries;
  let left = minutes;
  return entries
    .map((entry) => {
      if (entry.date !== date || entry.reason !== reason) return entry;
      const taken = Math.min(left, entry.minutes);
      left -= taken;
      return { ...entry, minutes: entry.minutes - taken };
    })
    .filter((entry) => entry.minutes > 0);
};

const credit = (state: JourneyState, caseId: string, date: string, minutes: number): JourneyState =>
  changeCase(state, caseId, ({ creditedMinutes, repeat }) => ({
    creditedMinutes: creditedMinutes + minutes,
    repeat:
      repeat === null || date >= repeat.from
        ? repeat
        : { ...repeat, creditedBefore: repeat.creditedBefore + minutes },
  }));

const excuse = (state: JourneyState, caseId: string, date: string): JourneyState =>
  changeCase(state, caseId, (obligation) => ({
    excused: obligation.excused.includes(date) ? obligation.excused : [...obligation.excused, date],
    noShows: obligation.noShows.filter((noShow) => noShow !== date),
  }));

const SessionCheckedIn: Evolver<'SessionCheckedIn'> = (state, { data, version }) =>
  addSession(state, {
    ...data,
    kind: 'WORK',
    source: 'DEVICE',
    end: null,
    breaks: [],
    parts: [],
    toward: 'HOURS',
    credited: {},
    notCredited: [],
    status: 'OPEN',
    version,
    confirmation: nothingArmed,
  });

const SessionCheckedOut: Evolver<'SessionCheckedOut'> = (state, { data, version }) =>
  changeSession(state, data.sessionId, (session) => ({
    ...session,
    end: data.end,
    breaks: data.breaks,
    parts: data.parts,
    status: recordedStatus(data.confirmBy),
    version,
    confirmation: { confirmBy: data.confirmBy, escalateAt: data.escalateAt },
  }));

const SessionRecorded: Evolver<'SessionRecorded'> = (state, { data, version }) =>
  addSession(state, {
    sessionId: data.sessionId,
    caseId: data.caseId,
    siteId: data.siteId,
    kind: 'WORK',
    source: 'MANUAL',
    start: data.start,
    end: data.end,
    zone: data.zone,
    breaks: data.breaks,
    parts: data.parts,
    toward: 'HOURS',
    credited: {},
    notCredited: [],
    status: recordedStatus(data.confirmBy),
    version,
    confirmation: { confirmBy: data.confirmBy, escalateAt: data.escalateAt },
  });

const TrainingHoursRecorded: Evolver<'TrainingHoursRecorded'> = (state, { data, version }) => {
  const midnight = `${data.date}T00:00`;
  return addSession(state, {
    sessionId: data.sessionId,
    caseId: data.caseId,
    siteId: data.siteId,
    kind: 'TRAINING',
    source: 'MANUAL',
    start: midnight,
    end: midnight,
    zone: data.zone,
    breaks: [],
    parts: [{ date: data.date, start: midnight, end: midnight, minutes: data.minutes }],
    toward: data.toward,
    credited: {},
    notCredited: [],
    status: 'CONFIRMED',
    version,
    confirmation: nothingArmed,
  });
};

const MinutesCredited: Evolver<'MinutesCredited'> = (state, { data }) =>
  credit(
    changeSession(state, data.sessionId, (session) => ({
      ...session,
      credited: balance(session.credited, data.date, data.minutes),
      notCredited: lessNotCredited(session.notCredited, data.date, data.minutes, data.insteadOf),
    })),
    data.caseId,
    data.date,
    data.minutes,
  );

const MinutesNotCredited: Evolver<'MinutesNotCredited'> = (state, { data }) => {
  const { date, minutes, reason } = data;
  return changeSession(state, data.sessionId, (session) => ({
    ...session,
    notCredited: [
      ...lessNotCredited(session.notCredited, date, minutes, data.insteadOf),
      { date, minutes, reason },
    ],
  }));
};

const CreditWithdrawn: Evolver<'CreditWithdrawn'> = (state, { data }) => {
  const { date, minutes, reason } = data;
  return credit(
    changeSession(state, data.sessionId, (session) => ({
      ...session,
      credited: balance(session.credited, date, -minutes),
      notCredited: [...session.notCredited, { date, minutes, reason }],
    })),
    data.caseId,
    date,
    -minutes,
  );
};

const SessionConfirmed: Evolver<'SessionConfirmed'> = (state, { data }) =>
  changeSession(state, data.sessionId, (session) => ({
    ...session,
    status: 'CONFIRMED',
    confirmation: nothingArmed,
  }));

const SessionDisputed: Evolver<'SessionDisputed'> = (state, { data }) =>
  changeSession(state, data.sessionId, (session) => ({
    ...session,
    status: 'DISPUTED',
    confirmation: nothingArmed,
  }));

const SessionCreditDecided: Evolver<'SessionCreditDecided'> = (state, { data }) =>
  changeSession(state, data.sessionId, (session) => ({
    ...session,
    status: 'DECIDED',
    confirmation: nothingArmed,
  }));

const SessionConfirmationChased: Evolver<'SessionConfirmationChased'> = (state, { data }) =>
  changeSession(state, data.sessionId, (session) => ({
    ...session,
    confirmation: { ...session.confirmation, confirmBy: null },
  }));

const SessionConfirmationEscalated: Evolver<'SessionConfirmationEscalated'> = (state, { data }) =>
  changeSession(state, data.sessionId, (session) => ({ ...session, confirmation: nothingArmed }));

const EventCorrected: Evolver<'EventCorrected'> = (state, { data }) =>
  data.sessionId === undefined
    ? withoutEntry(state, data.corrects)
    : changeSession(state, data.sessionId, (session) => ({
        ...session,
        status: 'VOID',
        confirmation: nothingArmed,
      }));

const NoShowRecorded: Evolver<'NoShowRecorded'> = (state, { data: { caseId, date }, version }) =>
  withEntry(
    changeCase(state, caseId, ({ noShows }) => ({ noShows: [...noShows, date] })),
    version,
    'NoShowRecorded',
    caseId,
    date,
  );

const SessionExcused: Evolver<'SessionExcused'> = (state, { data: { caseId, date }, version }) =>
  withEntry(excuse(state, caseId, date), version, 'SessionExcused', caseId, date);

/** I.6b: the day of an injury is excused, unless work of that day is credited. */
const InjuryReported: Evolver<'InjuryReported'> = (state, { data: { caseId, date }, version }) => {
  const worked = Object.values(state.sessions).some(
    (session) => session.caseId === caseId && session.credited[date] !== undefined,
  );
  return worked
    ? withEntry(state, version, 'InjuryReported', caseId, '')
    : withEntry(excuse(state, caseId, date), version, 'InjuryReported', caseId, date);
};

const MonthlyReportFiled: Evolver<'MonthlyReportFiled'> = (state, { data: { caseId, month }, version }) =>
  withEntry(state, version, 'MonthlyReportFiled', caseId, month);

/** The centre's statement falls with the minutes that it rested on. */
const withdrawnFrom = (
  measure: NonNullable<CommunityServiceCase['measure']>,
  minutes: number,
): CommunityServiceCase['measure'] => {
  const doneMinutes = measure.doneMinutes - minutes;
  return { ...measure, doneMinutes, completed: measure.completed && doneMinutes >= measure.orderedMinutes };
};

const MeasureMinutesWithdrawn: Evolver<'MeasureMinutesWithdrawn'> = (state, { data }) =>
  changeCase(state, data.caseId, ({ measure }) => ({
    measure: measure && withdrawnFrom(measure, data.minutes),
  }));

/** Events that only tell others something: lists are made from them, no command depends on them. */
const unchanged = (state: JourneyState): JourneyState => state;

export const sessionEvolvers: Evolvers<SessionEventName> = {
  SessionCheckedIn,
  SessionCheckedOut,
  SessionRecorded,
  TrainingHoursRecorded,
  MinutesCredited,
  MinutesNotCredited,
  CreditWithdrawn,
  SessionConfirmed,
  SessionDisputed,
  SessionCreditDecided,
  SessionConfirmationChased,
  SessionConfirmationEscalated,
  EventCorrected,
  NoShowRecorded,
  SessionExcused,
  InjuryReported,
  MeasureMinutesWithdrawn,
  OverlapFound: unchanged,
  OverworkFlagged: unchanged,
  WorkAfterDeathRecorded: unchanged,
  MonthlyReportFiled,
  GuidanceRecorded: unchanged,
};
