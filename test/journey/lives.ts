/** Random lives: any command in any order, with time passing between, by anybody. */
import fc from 'fast-check';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import {
  addDays,
  instantMilliseconds,
  instantOf,
  localDateTimeOf,
  momentAt,
} from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import {
  counsellor,
  paper,
  prosecutor,
  type Sent,
  type Story,
  staff,
  stranger,
  supervisor,
} from './story.ts';
import { everyWeekday, planFor, ruling, weekends } from './way.ts';

type Make = (story: Story, dice: Dice) => { [Name in JourneyCommandName]?: JourneyCommands[Name] };

export interface Dice {
  readonly move: number;
  readonly caseId: string;
  readonly small: number;
  readonly large: number;
  readonly actor: number;
  readonly withPaper: boolean;
  readonly hoursLater: number;
  readonly asleep: boolean;
}

const readingOf = (story: Story): string => localDateTimeOf(momentAt(story.now, 'WIB')).slice(0, 16);
const dateOf = (story: Story): LocalDate => readingOf(story).slice(0, 10);
const recent = (story: Story, { small }: Dice): LocalDate => addDays(dateOf(story), -small);

const text = 'sealed:v1:text';

/** One entry per command of the life cycle, and the sessions that move minutes. */
const MOVES: readonly Make[] = [
  (_s, { small, large }) => ({
    'register-ruling': ruling({
      caseNumberIndex: `index-${small}`,
      orderedHours: 4 + (large % 40),
      rulingDate: '2026-03-04',
      ...(small % 3 === 0 ? { measure: { jp: 2, siteId: 'balai' } } : {}),
      ...(small % 4 === 0 ? { maximumThreatMonths: 60 } : {}),
    }),
  }),
  (_s, { caseId }) => ({ 'confirm-sentence-anomaly': { caseId, anomaly: 'THREAT_TOO_HIGH', reason: text } }),
  (s, { caseId }) => ({ 'record-ruling-final': { caseId, finalOn: dateOf(s) } }),
  (s, { caseId }) => ({
    'order-execution': { caseId, orderedOn: dateOf(s), firstAppearanceOn: addDays(dateOf(s), 2) },
  }),
  (_s, { caseId, small }) => ({
    'assign-site': { caseId, siteId: small % 2 ? 'puskesmas' : 'mosque', source: 'PROSECUTOR' },
  }),
  (s, { caseId, small }) => ({
    'answer-site-assignment': {
      caseId,
      siteId: s.state.domain.cases[caseId]?.site?.siteId ?? 'puskesmas',
      accepted: small !== 0,
    },
  }),
  (s, { caseId, small }) => ({
    'plan-schedule': {
      ...planFor(dateOf(s), small % 2 ? weekends : everyWeekday),
      caseId,
      siteId: s.state.domain.cases[caseId]?.site?.siteId ?? 'puskesmas',
    },
  }),
  (s, dice) => ({
    'start-execution': { caseId: dice.caseId, startedOn: recent(s, { ...dice, small: dice.small % 2 }) },
  }),
  ...[0, 1, 2, 3].map(
    (): Make => (s, dice) => ({
      'record-session': {
        caseId: dice.caseId,
        siteId: dice.small % 2 ? 'puskesmas' : 'mosque',
        start: `${recent(s, dice)}T08:00`,
        end: `${recent(s, dice)}T${String(10 + (dice.large % 8)).padStart(2, '0')}:00`,
        breaks: [],
      },
    }),
  ),
  (_s, { small }) => ({ 'dispute-session': { sessionId: `s${small + 1}`, reason: text } }),
  (_s, { small, large }) => ({
    'decide-session-credit': { sessionId: `s${small + 1}`, credited: large % 2 === 0, reason: text },
  }),
  (_s, { caseId }) => ({ 'suspend-execution': { caseId, reason: text, resumeOn: null } }),
  (_s, { caseId }) => ({ 'resume-execution': { caseId } }),
  (_s, { caseId, small }) => ({
    'issue-warning-letter': { caseId, number: ((small % 3) + 1) as 1 | 2 | 3, evidence: [] },
  }),
  (_s, { caseId }) => ({ 'open-breach-review': { caseId, note: text } }),
  (_s, { caseId }) => ({ 'record-breach-opinion': { caseId, lawfulExcuse: true } }),
  (s, { caseId, small, large }) => ({
    'record-breach-decision':
      small % 4 === 0
        ? {
            ...{ caseId, outcome: 'CONTINUE' },
            ...(large % 2 ? { windowEndsOn: addDays(dateOf(s), large % 60) } : {}),
          }
        : small % 4 === 1
          ? { caseId, outcome: 'REPEAT', repeatHours: 1 + (large % 40) }
          : small % 4 === 2
            ? { caseId, outcome: 'REPLACED_PRISON', prisonDays: 10, facility: 'lapas-medan' }
            : { caseId, outcome: 'REPLACED_FINE', rupiah: 100_000, payBy: addDays(dateOf(s), 10) },
  }),
  (s, { caseId }) => ({ 'record-fine-payment': { caseId, rupiah: 60_000, paidOn: dateOf(s) } }),
  (_s, { caseId, small }) => ({
    'change-site': { caseId, siteId: small % 2 ? 'puskesmas' : 'mosque', reason: text },
  }),
  (_s, { caseId }) => ({ 'sign-completion': { caseId } }),
  (_s, { caseId, small }) => ({
    'close-case': {
      caseId,
      reason:
        (['COMPLETED', 'CONVERTED', 'CLEMENCY', 'LAPSED', 'DEATH', 'RULING_CHANGED'] as const)[small % 6] ??
        'DEATH',
    },
  }),
  (s, { caseId, small }) => ({
    'transfer-jurisdiction': {
      caseId,
      toOffice: small === 9 ? 'kejari-karo' : 'kejari-medan',
      toProbationOffice: 'bapas-karo',
      movedOn: dateOf(s),
    },
  }),
  (s, { small }) => ({
    'correct-entry': {
      version: Object.values(s.state.domain.sessions)[small]?.version ?? small * 3,
      reason: text,
    },
  }),
  (s, { caseId, small, large }) => ({
    'change-ruling': {
      ...{ caseId, instance: 'REVIEW', decidedOn: dateOf(s), orderedHours: 8 + (large % 40) },
      ...(small % 3 === 0 ? { completionDays: 30 + large } : {}),
    },
  }),
];

/** Rarer, because each ends much: tried with a tenth of the weight. */
const ENDS: readonly Make[] = [
  (s, dice) => ({ 'record-death': { diedOn: recent(s, dice) } }),
  (s, { caseId }) => ({ 'grant-clemency': { caseId, kind: 'GRASI', grantedOn: dateOf(s) } }),
  (_s, { caseId }) => ({ 'record-lapse-decision': { caseId, ground: 'DEATH' } }),
  (_s, { caseId }) => ({ 'void-case': { caseId, reason: text } }),
];

const ACTORS = [prosecutor, prosecutor, prosecutor, staff, supervisor, supervisor, counsellor, stranger];

export const anyDice: fc.Arbitrary<Dice> = fc.record({
  move: fc.integer({ min: 0, max: MOVES.length * 10 - 1 }),
  caseId: fc.constantFrom('c1', 'c1', 'c2'),
  small: fc.integer({ min: 0, max: 9 }),
  large: fc.integer({ min: 0, max: 999 }),
  actor: fc.integer({ min: 0, max: ACTORS.length - 1 }),
  withPaper: fc.boolean(),
  hoursLater: fc.integer({ min: 0, max: 24 * 12 }),
  asleep: fc.boolean(),
});

/** Lets time pass, then sends the command that the dice name. */
export function step(story: Story, dice: Dice): Sent {
  const hour = 3_600_000;
  const later = instantOf(instantMilliseconds(story.now) + dice.hoursLater * hour);
  const reading = localDateTimeOf(momentAt(later, 'WIB')).slice(0, 16);
  if (dice.asleep) story.outage(reading);
  else story.at(reading);
  const rare = dice.move < ENDS.length;
  const make = rare ? ENDS[dice.move] : MOVES[dice.move % MOVES.length];
  const [made] = Object.entries(make?.(story, dice) ?? {});
  if (made === undefined) throw new Error('the dice name no command');
  const [name, data] = made as unknown as [JourneyCommandName, never];
  const actor = ACTORS[dice.actor] ?? prosecutor;
  return story.send(name, data, { actor, document: dice.withPaper ? paper : null });
}
