/** A small world for sessions: three sites in two zones, one office, one case in execution. All fictitious. */
import type { Actor, Command, Fact } from '../../src/domain/decider.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { JourneyEvent, JourneyEvents } from '../../src/domain/journey/events.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { POLICY_NAMES, startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import type { SiteFact } from '../../src/domain/registers/site.ts';
import { momentOf, windowEnd } from '../../src/domain/time/index.ts';
import type { Instant, LocalDate, LocalDateTime, Zone } from '../../src/domain/time/moment.ts';
import type { Specification } from './specification.ts';
import { factOf, specification } from './specification.ts';

export type World = Specification<JourneyState>;

export const OFFICE = 'kejari-medan';
export const staff: Actor = { id: 'a-staff', role: 'PIDUM_STAFF', office: OFFICE };
export const prosecutor: Actor = { id: 'a-prosecutor', role: 'EXECUTING_PROSECUTOR', office: OFFICE };
export const counsellor: Actor = { id: 'a-counsellor', role: 'PROBATION_COUNSELLOR', office: 'bapas-medan' };
export const supervisorOf = (siteId: string): Actor => ({
  id: `a-${siteId}`,
  role: 'SITE_SUPERVISOR',
  office: siteId,
});
export const centre: Actor = { id: 'a-centre', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'balai' };

export const siteFact = (id: string, zone: Zone, changes: Partial<SiteFact> = {}): Fact => {
  const site: SiteFact = {
    id,
    name: id,
    owner: OFFICE,
    agency: 'agency',
    regency: 'regency',
    zone,
    capacityPerDay: 50,
    workTypes: ['cleaning'],
    agreement: { number: 'A-1', validFrom: '2026-01-01', validTo: '2027-12-31', parties: [] },
    safetyCoverReference: 'C-1',
    contactPost: null,
    accessNotes: null,
    trainingCentre: id === 'balai',
    commercial: false,
    calendar: 'national',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    openOnHolidays: true,
    closedOn: [],
    suspended: null,
    ...changes,
  };
  return factOf(`site/${id}`, site);
};

export const policyFact = (name: (typeof POLICY_NAMES)[number]): Fact => {
  const { unit, from, value, source } = startingPolicy(name);
  return factOf(`policy/${name}`, { unit, values: [{ from, value, source }] });
};

const FACTS: readonly Fact[] = [
  ...POLICY_NAMES.map(policyFact),
  siteFact('puskesmas', 'WIB'),
  siteFact('mosque', 'WIB'),
  siteFact('balai', 'WIB'),
  siteFact('jayapura', 'WIT'),
  factOf('site/nowhere', null),
];

/** Clock of the decision, written as a reading at a place in Medan (WIB). */
export const wib = (reading: LocalDateTime): Instant => momentOf(reading, 'WIB').at;

let commands = 0;
export const command = <Name extends JourneyCommandName>(
  name: Name,
  data: JourneyCommands[Name],
  actor: Actor = staff,
): Command => {
  commands += 1;
  return { commandId: `command-${commands}`, name, data, actor };
};

export interface CaseGiven {
  readonly caseId?: string;
  readonly startedOn?: LocalDate;
  readonly orderedHours?: number | null;
  readonly hourCreditPolicy?: JourneyEvents['RulingRegistered']['hourCreditPolicy'];
  readonly measureJp?: number;
  readonly zone?: Zone;
  /** Where the case is placed. */
  readonly siteId?: string;
}

/** The recorded past of a case that is being executed. */
export function executedCase(given: CaseGiven = {}): JourneyEvent[] {
  const { caseId = 'c1', startedOn = '2026-04-01', orderedHours = 240, zone = 'WIB' } = given;
  const { hourCreditPolicy = 'WORK_AT_BALAI', measureJp, siteId = 'puskesmas' } = given;
  return [
    {
      type: 'RulingRegistered',
      data: {
        caseId,
        office: OFFICE,
        origin: 'PRIMARY_85',
        caseNumber: 'sealed:v1:number',
        caseNumberIndex: `index-${caseId}`,
        defendantOrder: 1,
        court: 'pn-medan',
        rulingDate: '2026-03-01',
        actDate: '2026-01-10',
        article: '466',
        maximumThreatMonths: 30,
        replaced: { kind: 'PRISON', days: 120 },
        orderedHours,
        consentRecorded: true,
        probationOffice: 'bapas-medan',
        orderedMinutes: orderedHours === null ? null : orderedHours * 60,
        measureMinutes: measureJp === undefined ? null : measureJp * 45,
        ...(measureJp === undefined ? {} : { measure: { jp: measureJp, siteId: 'balai' } }),
        hourCreditPolicy,
        missing: [],
        chaseAt: null,
        zone,
      },
    },
    {
      type: 'RulingBecameFinal',
      data: { caseId, finalOn: '2026-03-18', executionDueAt: momentOf('2026-03-25T23:59:59', zone) },
    },
    {
      type: 'ExecutionOrdered',
      data: {
        caseId,
        orderedOn: '2026-03-20',
        firstAppearanceOn: '2026-03-25',
        firstAppearanceAt: momentOf('2026-03-25T23:59:59', zone),
        withinDueTime: true,
      },
    },
    {
      type: 'SiteAssigned',
      data: {
        caseId,
        siteId,
        source: 'PROSECUTOR',
        answerDueAt: momentOf('2026-03-25T23:59:59', zone),
        zone,
      },
    },
    { type: 'SiteAccepted', data: { caseId, siteId } },
    // Training that is no measure is given at the balai, by the prosecutor's order.
    { type: 'HourCreditPolicySet', data: { caseId, policy: hourCreditPolicy, siteId: 'balai' } },
    {
      type: 'ExecutionStarted',
      data: {
        caseId,
        startedOn,
        windowDays: orderedHours === null ? null : 180,
        windowEndsAt: orderedHours === null ? null : windowEnd(startedOn, 180, zone),
        warningDays: [],
        firstPaceCheckAt: null,
      },
    },
  ];
}

export const inExecution = (...cases: readonly CaseGiven[]): World =>
  specification(journeyDecider, FACTS).given([
    { type: 'PersonRegistered', data: { provisional: false } },
    ...(cases.length === 0 ? [{}] : cases).flatMap((given) => executedCase(given)),
  ]);

export interface Entry {
  readonly caseId?: string;
  readonly siteId?: string;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly breaks?: JourneyCommands['record-session']['breaks'];
}

export const recordSession = (entry: Entry, actor: Actor = staff): Command =>
  command('record-session', { caseId: 'c1', siteId: 'puskesmas', breaks: [], ...entry }, actor);

/** Events that move minutes, as short lines: `+240 2026-04-06`. */
export const minutesIn = (events: readonly { type: string; data: unknown }[]): string[] =>
  events.flatMap(({ type, data }) => {
    const { minutes, date, reason } = data as { minutes: number; date: string; reason: string };
    if (type === 'MinutesCredited') return [`+${minutes} ${date}`];
    if (type === 'MinutesNotCredited') return [`0/${minutes} ${date} ${reason}`];
    if (type === 'CreditWithdrawn') return [`-${minutes} ${date} ${reason}`];
    return [];
  });

export const creditedOf = (world: World, caseId = 'c1'): number =>
  world.state.domain.cases[caseId]?.creditedMinutes ?? 0;

export const sessionOf = (world: World, sessionId: string) => {
  const session = world.state.domain.sessions[sessionId];
  if (session === undefined) throw new Error(`no session ${sessionId}`);
  return session;
};

/** Timers of sessions that are running, without those of the case. */
export const sessionTimers = (world: World): string[] =>
  Object.values(world.state.armed)
    .filter(({ kind }) => kind.startsWith('session-'))
    .map(({ kind, subject, dueAt }) => `${kind} ${subject} ${dueAt.at}`);
