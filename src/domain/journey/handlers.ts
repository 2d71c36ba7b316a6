/**
 * What the modules of a journey share: the shapes of a command handler, of an evolver and of a firing,
 * and the guards that nearly every command needs. The two unions of names fix which half of the journey
 * answers for what: a name in neither table, or in both, does not compile (`decider.ts`).
 */
import type {
  Actor,
  ClaimChange,
  Command,
  DecideContext,
  Decision,
  OutgoingMessage,
  RecordedEvent,
  WantedDeadline,
  Warning,
} from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { SiteFact } from '../registers/site.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import type { CaseId, JourneyCommandName, JourneyCommands } from './commands.ts';
import type { JourneyEvent, JourneyEventName, JourneyEvents } from './events.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';

export type JourneyDecision = Decision<JourneyEvent>;
export type Refused = Extract<JourneyDecision, { kind: 'refused' }>;

/** What was looked up, or the refusal that stands in its place. */
export const isRefusal = (value: object): value is Refused => 'refusal' in value;

export type CommandHandler<Name extends JourneyCommandName> = (
  state: JourneyState,
  command: Command<Name, JourneyCommands[Name]>,
  context: DecideContext,
) => JourneyDecision;
export type CommandHandlers<Names extends JourneyCommandName> = {
  readonly [Name in Names]: CommandHandler<Name>;
};

/** Folds one recorded event. An evolver never refuses and never asks whether the event was right. */
export type Evolver<Type extends JourneyEventName> = (
  state: JourneyState,
  event: RecordedEvent<Type, JourneyEvents[Type]>,
) => JourneyState;
export type Evolvers<Types extends JourneyEventName> = { readonly [Type in Types]: Evolver<Type> };

/** A deadline that is due. `subject` is the case or the session it is about. */
export interface Firing {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Moment;
}

/**
 * What follows from a deadline: events only, because a firing cannot be refused. Events without an
 * `occurredAt` get the firing's `dueAt`, so that a late firing dates them as a punctual one would (S25).
 */
export type FiringHandler = (
  state: JourneyState,
  firing: Firing,
  context: DecideContext,
) => readonly JourneyEvent[];
export type FiringHandlers = { readonly [kind: string]: FiringHandler };
export type DeadlinesOf = (state: JourneyState) => readonly WantedDeadline[];

/** Commands of the sessions half (`sessions.ts`). All others belong to the life cycle. */
export type SessionCommandName =
  | 'check-in-session'
  | 'check-out-session'
  | 'record-session'
  | 'confirm-session'
  | 'dispute-session'
  | 'excuse-session'
  | 'record-no-show'
  | 'decide-session-credit'
  | 'record-training-hours'
  | 'correct-entry'
  | 'report-injury'
  | 'file-monthly-report'
  | 'record-guidance';
export type LifecycleCommandName = Exclude<JourneyCommandName, SessionCommandName>;

/** Events whose evolvers stand in the sessions half. MeasureMinutesCredited stands in `measure.ts`. */
export type SessionEventName =
  | 'SessionCheckedIn'
  | 'SessionCheckedOut'
  | 'SessionRecorded'
  | 'MinutesCredited'
  | 'MinutesNotCredited'
  | 'CreditWithdrawn'
  | 'SessionConfirmed'
  | 'SessionDisputed'
  | 'SessionConfirmationChased'
  | 'SessionConfirmationEscalated'
  | 'SessionExcused'
  | 'NoShowRecorded'
  | 'SessionCreditDecided'
  | 'OverlapFound'
  | 'OverworkFlagged'
  | 'InjuryReported'
  | 'MonthlyReportFiled'
  | 'GuidanceRecorded'
  | 'TrainingHoursRecorded'
  | 'MeasureMinutesWithdrawn'
  | 'WorkAfterDeathRecorded'
  | 'EventCorrected';
export type LifecycleEventName = Exclude<JourneyEventName, SessionEventName>;

export const accepted = (
  events: readonly JourneyEvent[],
  also: {
    warnings?: readonly Warning[];
    claims?: readonly ClaimChange[];
    messages?: readonly OutgoingMessage[];
  } = {},
): JourneyDecision => ({ kind: 'accepted', events, ...also });

export const caseOf = (state: JourneyState, caseId: CaseId): CommunityServiceCase | undefined =>
  Object.hasOwn(state.cases, caseId) ? state.cases[caseId] : undefined;

/** @throws when the case is unknown: an event names only cases that an earlier event opened. */
export const changeCase = (
  state: JourneyState,
  caseId: CaseId,
  change: (found: CommunityServiceCase) => Partial<CommunityServiceCase>,
): JourneyState => {
  const found = caseOf(state, caseId);
  if (found === undefined) throw new Error(`event names unknown case ${caseId}`);
  return { ...state, cases: { ...state.cases, [caseId]: { ...found, ...change(found) } } };
};

/** Cases whose obligation still stands: only these wait for anything. */
export const standingCases = (state: JourneyState): CommunityServiceCase[] =>
  Object.values(state.cases).filter(
    (found) => found.stage !== 'CLOSED' && found.stage !== 'VOID' && !found.lapsed,
  );

/** The local date of the decision at a place. */
export const today = (context: DecideContext, zone: Zone): LocalDate => momentAt(context.now, zone).date;

/** The date the command speaks of: when it says it happened, else today. */
export const happenedOn = (context: DecideContext, zone: Zone): LocalDate =>
  context.command.occurredAt?.date ?? today(context, zone);

export const firstRefusal = (...checks: (Refused | undefined)[]): Refused | undefined =>
  checks.find((check) => check !== undefined);

/** A stage in which nothing more can be added; a signed completion is as good as closed (S01). */
export const isFinished = (found: CommunityServiceCase): boolean =>
  found.stage === 'CLOSED' || found.stage === 'VOID' || found.completionMinuted;

export const requireStage = (found: CommunityServiceCase, stages: readonly Stage[]): Refused | undefined => {
  if (stages.includes(found.stage)) return undefined;
  const { caseId, stage } = found;
  if (isFinished(found)) return refuseWith('CASE_CLOSED', { caseId });
  return refuseWith('WRONG_STAGE', { caseId, stage, allowed: stages.join(', ') });
};

export const requireRole = (actor: Actor, ...roles: Actor['role'][]): Refused | undefined =>
  roles.includes(actor.role) ? undefined : refuseWith('NOT_PERMITTED', { role: actor.role });

/** @param document what is asked for, for example `P-49`. */
export const requireDocument = (command: Command, document: string): Refused | undefined =>
  command.document === undefined ? refuseWith('DOCUMENT_MISSING', { document }) : undefined;

/**
 * Nobody changes another office's case (I.6c). A site's people act for the site itself or for the
 * office that owns it; a training centre's administrator speaks for a centre only, where people train or
 * work there.
 * @param siteId the site that the command is about; absent = any at which the case is placed or trained.
 */
export const requireOffice = (
  found: CommunityServiceCase,
  actor: Actor,
  context: DecideContext,
  siteId?: string,
): Refused | undefined =>
  mayActFor(found, actor, context, siteId)
    ? undefined
    : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });

function mayActFor(
  found: CommunityServiceCase,
  actor: Actor,
  context: DecideContext,
  siteId: string | undefined,
): boolean {
  switch (actor.role) {
    case 'SYSTEM':
    // Access lets a person reach only their own journey, and only to report (I.6c).
    case 'PERSON':
    // Access lets an auditor send flags only, of any office.
    case 'AUDITOR':
      return true;
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
      return actor.office === found.office;
    case 'PROBATION_COUNSELLOR':
      return actor.office === found.probationOffice;
    default: {
      const sites = siteId === undefined ? [found.site?.siteId, found.measure?.siteId] : [siteId];
      return sites.some((id) => id !== undefined && speaksFor(actor, id, context));
    }
  }
}

function speaksFor(actor: Actor, siteId: string, context: DecideContext): boolean {
  if (actor.role !== 'TRAINING_CENTRE_ADMINISTRATOR' && actor.office === siteId) return true;
  const site = context.fact<SiteFact>(`site/${siteId}`);
  if (site === undefined) return false;
  if (actor.role === 'TRAINING_CENTRE_ADMINISTRATOR' && !site.trainingCentre) return false;
  return actor.office === siteId || actor.office === site.owner;
}

/** Nothing is executed any more once the power to execute has ended. */
const requireStanding = (
  state: JourneyState,
  { caseId, lapsed }: CommunityServiceCase,
): Refused | undefined => {
  if (state.diedOn !== null) return refuseWith('PERSON_DECEASED', { caseId });
  return lapsed ? refuseWith('CASE_CLOSED', { caseId }) : undefined;
};

/** Commands that name one case. */
type CaseCommandName = {
  [Name in JourneyCommandName]: JourneyCommands[Name] extends { caseId: CaseId } ? Name : never;
}[JourneyCommandName];

export interface CaseRule {
  readonly stages: readonly Stage[];
  /** True for what still makes sense once the power to execute has ended. */
  readonly afterDeath?: boolean;
}

/** Nothing is done about a case before its ruling: such a date is a slip, and would move what follows. */
const requireSinceRuling = (
  { rulingDate }: CommunityServiceCase,
  { occurredAt }: Command,
): Refused | undefined =>
  occurredAt !== undefined && occurredAt.date < rulingDate
    ? refuseWith('DATE_IMPLAUSIBLE', { field: 'occurredAt', date: occurredAt.date, earliest: rulingDate })
    : undefined;

/** Office, stage, and whether anything is executed at all any more. */
export const requireCase = (
  state: JourneyState,
  found: CommunityServiceCase,
  rule: CaseRule,
  context: DecideContext,
): Refused | undefined =>
  firstRefusal(
    requireOffice(found, context.command.actor, context),
    requireStage(found, rule.stages),
    rule.afterDeath === true ? undefined : requireStanding(state, found),
  );

/** A handler for a command about one case: finds it, checks the rule, then decides. */
export const onCase =
  <Name extends CaseCommandName>(
    rule: CaseRule,
    decide: (
      found: CommunityServiceCase,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const caseId: CaseId = command.data.caseId;
    const found = caseOf(state, caseId);
    if (found === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
    const refused = requireCase(state, found, rule, context) ?? requireSinceRuling(found, command);
    return refused ?? decide(found, command, context, state);
  };
