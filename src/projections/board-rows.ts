/**
 * From one journey to the rows that boards count. Pure: live and rebuilt rows come from here. Nothing of these tables
 * leaves but sums (src/projections/board-figures.ts).
 */
import type { EntityState } from '../domain/decide.ts';
import { UNDECIDED } from '../domain/journey/assessment/stage-moves.ts';
import type { Placement } from '../domain/journey/employment/state.ts';
import { OPEN_STAGES } from '../domain/journey/training/state.ts';
import { type BoardPart, type BoardState, boardDecider, partKey } from './board-decider.ts';
import {
  firstOfficeOf,
  furthestStep,
  hasAccommodation,
  isIssued,
  isOnTheWay,
  isOpenReferral,
  isOpenService,
  officesOf,
  programmeOf,
} from './board-path.ts';
import { nextDeadline } from './next-deadline.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

type Rows = (entity: EntityState<BoardState>, world: string) => ProjectedRow[];

/** Who was merged into another record is counted there. */
const counted = ({ journey, enteredOn }: BoardState): boolean =>
  journey.keeping.mergedInto === null && enteredOn !== null;

const table = (name: string, rowsOf: Rows): StreamTable<BoardState> => ({
  ...{ name, table: `projection.${name.replace('-', '_')}`, entityColumn: 'person_id' },
  decider: boardDecider,
  rowsOf: (entity, world) => (counted(entity.domain) ? rowsOf(entity, world) : []),
});

/** By what everything of one journey is counted. */
const dimensions = ({ journey }: BoardState) => ({
  person_id: journey.personId,
  programme_id: programmeOf(journey),
  accommodation: hasAccommodation(journey),
});

export const BOARD_JOURNEY_TABLE = table('board-journey', ({ domain }, world) => [
  {
    ...dimensions(domain),
    world,
    offices: officesOf(domain.journey),
    first_office: firstOfficeOf(domain.journey),
    entered_on: domain.enteredOn,
    step: furthestStep(domain.journey),
    on_the_way: isOnTheWay(domain.journey),
  },
]);

interface OpenPart {
  readonly part: BoardPart;
  readonly id: string;
  readonly stage: string;
  readonly offices: readonly (string | null)[];
  readonly held?: boolean;
  readonly behind?: boolean;
  readonly overdue?: boolean;
}

const LATE_WINDOW: readonly string[] = ['RUNNING', 'REVIEW', 'HELD', 'REPEAT'];

function openParts({ journey }: BoardState): OpenPart[] {
  const { cases, prison, referral, training, assessment } = journey;
  const centres = Object.values(training.enrolments).map(({ centre }) => centre);
  return [
    ...Object.values(cases)
      .filter(({ stage }) => isOpenService(stage))
      .map((found): OpenPart => {
        const { caseId: id, stage, office, probationOffice, execution } = found;
        return {
          ...{ part: 'SERVICE', id, stage, offices: [office, probationOffice] },
          held: stage === 'HELD',
          behind: execution?.behind === true,
          overdue:
            (stage === 'FINAL' && found.executionOverdue) ||
            (LATE_WINDOW.includes(stage) && execution?.windowEnded === true),
        };
      }),
    ...Object.values(prison.cases)
      .filter(({ stage }) => stage !== 'CLOSED')
      .map(
        ({ caseId: id, stage, facility, probationOffice, releaseOverdue }): OpenPart => ({
          ...{ part: 'PRISON', id, stage, offices: [facility, probationOffice] },
          ...{ held: stage === 'INTERRUPTED', overdue: releaseOverdue },
        }),
      ),
    ...Object.values(referral.cases)
      .filter(({ stage }) => isOpenReferral(stage))
      .map(
        ({ caseId: id, stage, referrer, centre }): OpenPart => ({
          ...{ part: 'REFERRAL', id, stage, offices: [referrer, centre], held: stage === 'WAITING' },
        }),
      ),
    ...Object.values(training.enrolments)
      .filter(({ stage }) => OPEN_STAGES.includes(stage))
      .map(
        ({ enrolmentId: id, stage, centre, office }): OpenPart => ({
          ...{ part: 'TRAINING', id, stage, offices: [centre, office], held: stage === 'SUSPENDED' },
        }),
      ),
    ...Object.values(assessment.assessments)
      .filter(({ stage }) => UNDECIDED.includes(stage))
      .map(
        ({ assessmentId: id, stage, certificationBody }): OpenPart => ({
          ...{ part: 'ASSESSMENT', id, stage, offices: [certificationBody, ...centres] },
          held: stage === 'FROZEN',
        }),
      ),
  ];
}

export const BOARD_STAGE_TABLE = table('board-stage', (entity, world) =>
  openParts(entity.domain).map(({ part, id, stage, offices, held, behind, overdue }) => ({
    person_id: entity.domain.journey.personId,
    ...{ part, item: id, world, stage },
    offices: [...new Set(offices.filter((code) => code !== null))].sort(),
    since: entity.domain.since[partKey(part, id)] ?? entity.domain.enteredOn,
    ...{ held: held ?? false, behind: behind ?? false, overdue: overdue ?? false },
    next_deadline_at: nextDeadline(entity, ({ subject }) => subject.split('/')[0] === id)?.dueAt.at ?? null,
  })),
);

export const BOARD_CERTIFICATE_TABLE = table('board-certificate', ({ domain }, world) =>
  Object.values(domain.journey.assessment.certificates)
    .filter(({ status }) => isIssued(status))
    .map(({ certificateId, schemeId, certificationBody, issuedOn, status, validUntil }) => ({
      ...dimensions(domain),
      ...{ certificate_id: certificateId, world, offices: officesOf(domain.journey) },
      ...{ scheme_id: schemeId, certification_body: certificationBody, status },
      ...{ issued_on: issuedOn, valid_until: validUntil },
    })),
);

/** What is known of one day: due, and then kept, lost, not found, or not asked yet. Death counts for nobody. */
const checkOf = ({ checks, ended }: Placement, day: number) => {
  const check = checks.find((other) => other.day === day);
  if (check === undefined) return { on: null, result: null };
  const endedBefore = ended !== null && ended.on < check.on;
  if (endedBefore && ended.reason === 'DIED') return { on: null, result: null };
  return { on: check.on, result: check.result ?? (endedBefore ? 'LOST' : 'OPEN') };
};

export const BOARD_PLACEMENT_TABLE = table('board-placement', ({ domain }, world) =>
  Object.values(domain.journey.employment.placements).map((found) => {
    const [first, second, third] = [90, 180, 365].map((day) => checkOf(found, day));
    return {
      ...dimensions(domain),
      ...{ placement_id: found.placementId, world, offices: officesOf(domain.journey), office: found.office },
      started_on: found.startedOn,
      ...{ due_90: first?.on ?? null, result_90: first?.result ?? null },
      ...{ due_180: second?.on ?? null, result_180: second?.result ?? null },
      ...{ due_365: third?.on ?? null, result_365: third?.result ?? null },
    };
  }),
);
