/** The usual way of a case, in short: each step is one command of the story. */
import type { JourneyCommands, Slot } from '../../src/domain/journey/commands.ts';
import { addDays, dayOfWeek } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import { Story, staff, supervisor, World } from './story.ts';

type Ruling = JourneyCommands['register-ruling'];

export const ruling = (changes: Partial<Ruling> = {}): Ruling => ({
  origin: 'PRIMARY_85',
  caseNumber: 'sealed:v1:number',
  caseNumberIndex: 'index-1',
  defendantOrder: 1,
  court: 'pn-medan',
  rulingDate: '2026-03-04',
  ageAtAct: { years: 30, months: 2 },
  actDate: '2026-01-10',
  article: '466',
  maximumThreatMonths: 30,
  replaced: { kind: 'PRISON', days: 120 },
  orderedHours: 240,
  hoursPerDay: 8,
  completionDays: 180,
  place: { siteId: 'puskesmas', source: 'COURT' },
  consentRecorded: true,
  probationOffice: 'bapas-medan',
  ...changes,
});

export const weekdays = (days: readonly number[], start: string, end: string, breakMinutes = 0): Slot[] =>
  days.map((weekday) => ({ weekday, start, end, breakMinutes }));

export const everyWeekday = weekdays([1, 2, 3, 4, 5], '08:00', '16:00');
export const weekends = weekdays([6, 7], '08:00', '13:00');

export interface Way {
  readonly world?: World;
  readonly personId?: string;
  readonly ruling?: Partial<Ruling>;
  readonly finalOn?: LocalDate;
  readonly orderedOn?: LocalDate;
  readonly startedOn?: LocalDate;
  readonly slots?: readonly Slot[];
}

export function registered(way: Way = {}): Story {
  const story = new Story(way.world ?? new World(), way.personId ?? 'person-1');
  story.accepts('register-person', {
    provisional: false,
    nikIndex: `nik-${way.personId ?? 'person-1'}`,
    identityWarnings: [],
  });
  story.at('2026-03-05T09:00');
  story.accepts('register-ruling', ruling(way.ruling), { actor: staff });
  return story;
}

export function ordered(way: Way = {}): Story {
  const { finalOn = '2026-03-18', orderedOn = '2026-03-23' } = way;
  const story = registered(way).at(`${finalOn}T10:00`);
  story.accepts('record-ruling-final', { caseId: 'c1', finalOn }, { actor: staff });
  story.at(`${orderedOn}T09:00`);
  story.accepts('order-execution', { caseId: 'c1', orderedOn, firstAppearanceOn: addDays(orderedOn, 2) });
  return story;
}

export function sited(way: Way = {}): Story {
  const story = ordered(way);
  story.accepts('assign-site', { caseId: 'c1', siteId: 'puskesmas', source: 'COURT' });
  story.accepts(
    'answer-site-assignment',
    { caseId: 'c1', siteId: 'puskesmas', accepted: true },
    { actor: supervisor },
  );
  return story;
}

export const planFor = (
  from: LocalDate,
  slots: readonly Slot[],
  siteId = 'puskesmas',
): JourneyCommands['plan-schedule'] => ({ caseId: 'c1', siteId, from, slots, discussedWithPerson: true });

export function planned(way: Way = {}): Story {
  const { startedOn = '2026-03-30', slots = everyWeekday } = way;
  const story = sited(way);
  story.accepts('plan-schedule', planFor(startedOn, slots));
  return story;
}

export function running(way: Way = {}): Story {
  const { startedOn = '2026-03-30' } = way;
  const story = planned(way).at(`${startedOn}T07:00`);
  story.accepts('start-execution', { caseId: 'c1', startedOn });
  return story;
}

/** Works whole slots on the given dates, entered by the site itself the same evening. */
export function works(story: Story, dates: readonly LocalDate[], hours: number, caseId = 'c1'): void {
  for (const date of dates) {
    story.at(`${date}T20:00`);
    const end = `${date}T${String(8 + hours).padStart(2, '0')}:00`;
    const session = { caseId, siteId: 'puskesmas', start: `${date}T08:00`, end, breaks: [] };
    story.accepts('record-session', session, { actor: supervisor });
  }
}

/** The first `count` dates from a date on that fall on one of the weekdays. */
export function datesOn(
  days: readonly number[],
  from: LocalDate,
  count: number,
  except: readonly LocalDate[] = [],
): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; dates.length < count; date = addDays(date, 1)) {
    if (days.includes(dayOfWeek(date)) && !except.includes(date)) dates.push(date);
  }
  return dates;
}
