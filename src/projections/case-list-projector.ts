/** The list of cases as a table of journeys: one row for each case of community service. */
import type { Pool } from 'pg';
import type { Decider } from '../domain/decider.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { CaseRow } from './case-list.ts';
import { caseRowsOf } from './case-rows.ts';
import {
  createStreamProjector,
  type ProjectedRow,
  type ProjectorLedger,
  type StreamProjector,
  type StreamTable,
} from './stream-projector.ts';

export type CaseListProjector = StreamProjector;

const COLUMN_OF: { readonly [Field in keyof CaseRow]: string } = {
  personId: 'person_id',
  caseId: 'case_id',
  world: 'world',
  stage: 'stage',
  origin: 'origin',
  office: 'office',
  probationOffice: 'probation_office',
  siteId: 'site_id',
  trainingCentre: 'training_centre',
  orderedMinutes: 'ordered_minutes',
  creditedMinutes: 'credited_minutes',
  minutesLeft: 'minutes_left',
  windowEndsOn: 'window_ends_on',
  nextDeadlineKind: 'next_deadline_kind',
  nextDeadlineAt: 'next_deadline_at',
  nextDeadlineOn: 'next_deadline_on',
  behindPace: 'behind_pace',
  version: 'version',
};
const FIELDS = Object.entries(COLUMN_OF) as readonly (readonly [keyof CaseRow, string])[];

const inColumns = (row: CaseRow): ProjectedRow =>
  Object.fromEntries(FIELDS.map(([field, column]) => [column, row[field]]));

const caseTable = (decider: Decider<JourneyState>): StreamTable<JourneyState> => ({
  name: 'case-list',
  table: 'projection.case_list',
  entityColumn: 'person_id',
  decider,
  rowsOf: (entity, world) => caseRowsOf(entity, world).map(inColumns),
});

export const CASE_TABLE = caseTable(journeyDecider as Decider<JourneyState>);

/** The list of cases alone, for whoever needs no other. */
export const createCaseListProjector = ({
  pool,
  ledger,
  decider,
}: {
  readonly pool: Pool;
  readonly ledger: ProjectorLedger;
  readonly decider: Decider<JourneyState>;
}): CaseListProjector => createStreamProjector({ pool, ledger }, caseTable(decider));
