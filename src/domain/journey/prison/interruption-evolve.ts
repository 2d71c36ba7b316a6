/**
 * How interruptions are remembered. A case is INTERRUPTED as long as at least one stands, and goes back to the
 * stage it came from. Before training only an escape interrupts: nothing else has anything to stop.
 */
import type { LocalDate, Moment } from '../../time/moment.ts';
import type { Evolvers } from '../handlers.ts';
import type { InterruptionKind } from './events.ts';
import { changePrisonCase } from './on-prison-case.ts';
import { CUSTODY, moveTo } from './stage-moves.ts';
import type { PrisonCase, PrisonStage } from './state.ts';

const stops = ({ stage, enrolments }: PrisonCase, kind: InterruptionKind): boolean =>
  CUSTODY.includes(stage) &&
  (kind === 'ESCAPE' ||
    stage === 'IN_TRAINING' ||
    stage === 'INTERRUPTED' ||
    (stage === 'PRE_RELEASE' && enrolments.length > 0));

/** What an interruption changes of a case; nothing where there is nothing to interrupt. */
export function interrupted(
  found: PrisonCase,
  kind: InterruptionKind,
  from: LocalDate,
  reviewAt: Moment | null = null,
): Partial<PrisonCase> {
  if (!stops(found, kind)) return {};
  return {
    interruptions: [...found.interruptions, { kind, from, reviewAt, recapturedOn: null }],
    interruptedFrom: found.interruptedFrom ?? found.stage,
    ...moveTo(found, 'INTERRUPTED'),
  };
}

/** Training may have ended while it was interrupted. */
const stageAfter = ({ interruptedFrom, enrolments }: PrisonCase): PrisonStage => {
  if (interruptedFrom === 'IN_TRAINING' && enrolments.length === 0) return 'APPROVED';
  return interruptedFrom ?? 'APPROVED';
};

/** What the end of all interruptions changes. */
export const uninterrupted = (found: PrisonCase): Partial<PrisonCase> =>
  found.stage === 'INTERRUPTED'
    ? { interruptions: [], interruptedFrom: null, ...moveTo(found, stageAfter(found)) }
    : {};

export const interruptionEvolvers: Evolvers<
  | 'TransferRecorded'
  | 'DisciplineRecorded'
  | 'DisciplineAnnulled'
  | 'LockdownDeclared'
  | 'IllnessRecorded'
  | 'InterruptionReviewDue'
  | 'EscapeRecorded'
  | 'RecaptureRecorded'
  | 'InterruptionEnded'
> = {
  TransferRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...interrupted(found, 'TRANSFER', data.on),
      facility: data.toFacility,
      zone: data.zone,
      registerNumber: data.registerNumber ?? found.registerNumber,
    })),
  DisciplineRecorded: (state, { data, version }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...(data.suspendsTraining ? interrupted(found, 'DISCIPLINE', data.entryOn) : {}),
      discipline: [
        ...found.discipline,
        { version, entryOn: data.entryOn, suspendsTraining: data.suspendsTraining, annulled: false },
      ],
    })),
  DisciplineAnnulled: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ discipline, interruptions }) => ({
      discipline: discipline.map((entry) =>
        entry.version === data.corrects ? { ...entry, annulled: true } : entry,
      ),
      interruptions: interruptions.filter(({ kind, from }) => kind !== 'DISCIPLINE' || from !== data.entryOn),
    })),
  LockdownDeclared: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => interrupted(found, 'LOCKDOWN', data.from, data.reviewAt)),
  IllnessRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      data.suspends ? interrupted(found, 'ILLNESS', data.from, data.reviewAt) : {},
    ),
  InterruptionReviewDue: (state, { data, occurredAt }) =>
    changePrisonCase(state, data.caseId, ({ interruptions }) => ({
      interruptions: interruptions.map((one) =>
        one.reviewAt !== null && one.reviewAt.at <= occurredAt.at ? { ...one, reviewAt: null } : one,
      ),
    })),
  EscapeRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => interrupted(found, 'ESCAPE', data.on)),
  RecaptureRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ interruptions }) => ({
      interruptions: interruptions.map((one) =>
        one.kind === 'ESCAPE' && one.recapturedOn === null ? { ...one, recapturedOn: data.on } : one,
      ),
    })),
  InterruptionEnded: (state, { data }) => changePrisonCase(state, data.caseId, uninterrupted),
};
