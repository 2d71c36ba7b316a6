/** PKS-03 from the sessions that stand, and the days on which nobody came. */
import type { JourneyEvents, NotCreditedReason } from '../../domain/journey/events.ts';
import type { JourneyState, Session } from '../../domain/journey/state.ts';
import type { LedgerEvent } from '../../ledger/ledger.ts';
import { type SupervisionLine, supervisionSheet } from '../kinds/pks-03.ts';
import type { PaperBuilder } from '../material.ts';
import { durationInWords } from '../words.ts';
import { caseFacts, siteName } from './case-facts.ts';

export const buildSupervisionSheet: PaperBuilder = async (material, { caseId }) => {
  const facts = await caseFacts(material, caseId);
  const execution = facts?.found.execution;
  if (facts === undefined || execution === null || execution === undefined) return undefined;
  const { found, office, ruling } = facts;
  const own = material.events.filter((event) => isAboutSessions(event, caseId, material.state));
  const lines = [...sessionLines(material.state, caseId), ...absenceLines(own, found)].sort((a, b) =>
    `${a.date}${a.start ?? ''}` < `${b.date}${b.start ?? ''}` ? -1 : 1,
  );
  const version = material.events.at(-1)?.version ?? 0;
  return {
    office,
    content: supervisionSheet({
      ...facts,
      number: `PKS-03/${caseId}/${version}`,
      date: lines.at(-1)?.date ?? execution.startedOn,
      ...{ caseNumber: ruling.caseNumber, zone: found.zone, orderedMinutes: found.orderedMinutes },
      place: await siteName(material, found.site?.siteId),
      windowEndsOn: execution.windowEndsAt?.date ?? null,
      ...{ lines, events: own.map((event) => event.version) },
    }),
  };
};

const SESSION_EVENTS: ReadonlySet<string> = new Set([
  ...['SessionRecorded', 'SessionCheckedOut', 'TrainingHoursRecorded', 'SessionConfirmed', 'SessionDisputed'],
  ...['SessionCreditDecided', 'NoShowRecorded', 'SessionExcused', 'CreditWithdrawn'],
]);

function isAboutSessions({ type, data }: LedgerEvent, caseId: string, { sessions }: JourneyState): boolean {
  if (!SESSION_EVENTS.has(type)) return false;
  const named = data as { caseId?: string; sessionId?: string };
  return (named.caseId ?? sessions[named.sessionId ?? '']?.caseId) === caseId;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const sessionLines = ({ sessions }: JourneyState, caseId: string): SupervisionLine[] =>
  Object.values(sessions)
    .filter((one) => one.caseId === caseId && one.status !== 'VOID' && one.toward === 'HOURS')
    .flatMap((session) => {
      const { start, end, parts, credited } = session;
      if (end === null) return [];
      return [
        {
          ...{ date: start.slice(0, 10), start, end },
          minutes: sum(parts.map(({ minutes }) => minutes)),
          creditedMinutes: sum(Object.values(credited)),
          compliance: complianceOf(session),
          note: noteOf(session),
        },
      ];
    });

/** A day that was recorded as missed and excused later is a day that was excused. */
function absenceLines(
  events: readonly LedgerEvent[],
  { noShows, excused }: { readonly noShows: readonly string[]; readonly excused: readonly string[] },
): SupervisionLine[] {
  const reasonOn = new Map<string, string>();
  for (const { type, data } of events) {
    if (type !== 'SessionExcused') continue;
    const { date, reason } = data as unknown as JourneyEvents['SessionExcused'];
    reasonOn.set(date, reason === 'SICK' ? 'sakit' : 'izin');
  }
  const line = (date: string, compliance: string): SupervisionLine => ({
    ...{ date, minutes: 0, creditedMinutes: 0, compliance, note: '' },
  });
  return [
    ...noShows.filter((date) => !excused.includes(date)).map((date) => line(date, 'tidak hadir')),
    ...excused.map((date) => line(date, reasonOn.get(date) ?? 'izin')),
  ];
}

function complianceOf({ status, confirmation, kind }: Session): string {
  const said: { readonly [S in Session['status']]: string } = {
    OPEN: 'berlangsung',
    RECORDED: confirmation.confirmBy === null ? 'dicatat lokasi' : 'menunggu konfirmasi',
    CONFIRMED: 'dikonfirmasi lokasi',
    DISPUTED: 'dibantah lokasi',
    DECIDED: 'diputus jaksa',
    VOID: '',
  };
  return kind === 'TRAINING' ? `${said[status]} (pelatihan)` : said[status];
}

const REASONS: { readonly [R in NotCreditedReason]: string } = {
  WINDOW_CLOSED: 'di luar jangka waktu',
  DAILY_LIMIT: 'melebihi 8 jam sehari',
  ORDERED_TOTAL_REACHED: 'jumlah telah terpenuhi',
  TRAINING_NOT_COUNTED: 'pelatihan tidak dihitung',
  WORK_AFTER_DEATH: 'perlu diperiksa',
  DISPUTED: 'dibantah lokasi',
  ENTERED_IN_ERROR: 'salah catat',
  CASE_ON_HOLD: 'pelaksanaan ditunda',
  NOT_STARTED: 'sebelum mulai',
  AWAITING_CONFIRMATION: 'menunggu konfirmasi lokasi',
  OVERLAP: 'bertumpuk dengan sesi lain',
  DECIDED_NOT_CREDITED: 'diputus tidak dihitung',
};

const noteOf = ({ notCredited }: Session): string =>
  notCredited
    .map(({ minutes, reason }) => `${durationInWords(minutes)} tidak dihitung: ${REASONS[reason]}`)
    .join('; ');
