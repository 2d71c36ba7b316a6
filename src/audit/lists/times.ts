/** Lists about time: entered long after, entered after the end, entered at night, fired late. */
import { daysBetween, isWorkingDay, localDateTimeOf, momentAt } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import type { WalkedStream } from '../walk.ts';
import { byPeople, ENTRY_TYPES, type IntegrityList, type ListedRow, type Named, placeOf } from './list.ts';

const named = ({ data }: LedgerEvent): Named => (data ?? {}) as Named;
/** The day that an entry speaks of. */
const dayOf = (event: LedgerEvent): LocalDate =>
  named(event).sessionOn ?? named(event).date ?? event.occurredAt.date;
const recordedOn = ({ recordedAt, occurredAt }: LedgerEvent): LocalDate =>
  momentAt(recordedAt, occurredAt.zone).date;

const entriesIn = (walked: WalkedStream) =>
  walked.steps
    .filter(byPeople)
    .flatMap((step) =>
      step.events.filter(({ type }) => ENTRY_TYPES.has(type)).map((event) => ({ step, event })),
    );

export const backdating: IntegrityList = {
  name: 'backdating',
  question: {
    id: 'Catatan mana yang dibuat jauh setelah kejadiannya?',
    en: 'Which entries were made long after what they speak of?',
  },
  computed:
    'Events of presence and work, entered by people: days from the day they speak of (field sessionOn or date, ' +
    'else when it occurred) to the day they were recorded, in the zone of the event, above the policy ' +
    'integrity_backdating_days of the day of recording.',
  watch: ({ thresholds }) => ({
    stream: (walked) =>
      entriesIn(walked).flatMap(({ step, event }): ListedRow[] => {
        const on = recordedOn(event);
        const days = daysBetween(dayOf(event), on);
        if (days <= thresholds(on).backdatingDays) return [];
        const details = { type: event.type, date: dayOf(event), days };
        const row = { list: 'backdating', pattern: 'LATE_ENTRY', weight: 'middle' } as const;
        return [{ ...placeOf(walked, step), ...row, version: event.version, details }];
      }),
  }),
};

export const afterTheEnd: IntegrityList = {
  name: 'after-the-end',
  question: {
    id: 'Apakah ada catatan setelah orangnya meninggal atau perkaranya ditutup?',
    en: 'Are there entries after a death or after a case was closed?',
  },
  computed:
    'AFTER_DEATH: entries of presence and work about a day after the date of death that stands at the end of the ' +
    'stream (PersonDied without a later DeathAnnulled). AFTER_CLOSURE: such entries of a case between its ' +
    'CaseClosed or CaseVoided and its CaseReopened.',
  watch: () => ({
    stream(walked) {
      const events = walked.steps.flatMap((step) => step.events);
      const death = events.findLast(({ type }) => type === 'PersonDied' || type === 'DeathAnnulled');
      const diedOn = death?.type === 'PersonDied' ? named(death).diedOn : undefined;
      const closed = new Set<string>();
      const caseOf = new Map<string, string>();
      const rows: ListedRow[] = [];
      for (const step of walked.steps) {
        for (const event of step.events) {
          const { caseId, sessionId } = named(event);
          if (caseId !== undefined && sessionId !== undefined) caseOf.set(sessionId, caseId);
          const about = caseId ?? (sessionId === undefined ? undefined : caseOf.get(sessionId));
          const isEntry = ENTRY_TYPES.has(event.type) && byPeople(step);
          const row = { ...placeOf(walked, step), list: 'after-the-end', version: event.version } as const;
          const details = { type: event.type, date: dayOf(event) };
          if (isEntry && diedOn !== undefined && dayOf(event) > diedOn) {
            rows.push({ ...row, pattern: 'AFTER_DEATH', weight: 'heavy', details: { ...details, diedOn } });
          }
          if (isEntry && about !== undefined && closed.has(about)) {
            rows.push({
              ...row,
              pattern: 'AFTER_CLOSURE',
              weight: 'heavy',
              details: { ...details, caseId: about },
            });
          }
          if (caseId === undefined) continue;
          if (event.type === 'CaseClosed' || event.type === 'CaseVoided') closed.add(caseId);
          if (event.type === 'CaseReopened') closed.delete(caseId);
        }
      }
      return rows;
    },
  }),
};

export const outOfHours: IntegrityList = {
  name: 'out-of-hours',
  question: {
    id: 'Catatan mana yang dibuat pada malam hari, akhir pekan, atau hari libur?',
    en: 'Which entries were made at night, on a weekend or on a holiday?',
  },
  computed:
    'Events of presence and work, entered by people: the local time at which they were recorded, in the zone of ' +
    'the event, outside integrity_working_hours (NIGHT), or on a Saturday, a Sunday or a holiday of the calendar ' +
    'of the site, else of the national one (DAY_OFF).',
  watch: ({ thresholds, holidays }) => ({
    stream: (walked) =>
      entriesIn(walked).flatMap(({ step, event }): ListedRow[] => {
        const { recordedAt, occurredAt } = event;
        const reading = localDateTimeOf(momentAt(recordedAt, occurredAt.zone));
        const on = recordedOn(event);
        const hour = Number(reading.slice(11, 13));
        const [from, to] = thresholds(on).workingHours;
        const isNight = hour < from || hour >= to;
        if (!isNight && isWorkingDay(on, holidays(named(event).siteId))) return [];
        const details = { type: event.type, at: reading };
        const pattern = isNight ? 'NIGHT' : 'DAY_OFF';
        const row = { list: 'out-of-hours', pattern, weight: 'light', version: event.version } as const;
        return [{ ...placeOf(walked, step), ...row, details }];
      }),
  }),
};

const HOUR_MS = 3_600_000;

export const lateDeadlines: IntegrityList = {
  name: 'late-deadlines',
  question: {
    id: 'Tenggat mana yang dijalankan terlambat?',
    en: 'Which deadlines fired late?',
  },
  computed:
    'Events DeadlineFired whose firedAt is more than integrity_late_firing_hours after dueAt. What they cause ' +
    'still happened when it was due.',
  watch: ({ thresholds }) => ({
    stream: (walked) =>
      walked.steps.flatMap((step) =>
        step.events.flatMap((event): ListedRow[] => {
          const { dueAt, firedAt, kind = '' } = named(event);
          if (event.type !== 'DeadlineFired' || dueAt === undefined || firedAt === undefined) return [];
          const hours = Math.floor((Date.parse(firedAt) - Date.parse(dueAt.at)) / HOUR_MS);
          if (hours <= thresholds(recordedOn(event)).lateFiringHours) return [];
          const row = { list: 'late-deadlines', pattern: 'FIRED_LATE', weight: 'middle' } as const;
          return [{ ...placeOf(walked, step), ...row, version: event.version, details: { kind, hours } }];
        }),
      ),
  }),
};
