/** The list of prison cases: a prison's own, a probation office's clients, an auditor's all. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';
import type { CasePlace } from './case-list.ts';
import { Conditions } from './filters.ts';

export interface CustodyRow {
  readonly personId: string;
  readonly caseId: string;
  readonly world: string;
  readonly facility: string;
  readonly probationOffice: string | null;
  readonly stage: string;
  readonly inCustody: boolean;
  readonly releaseOn: LocalDate;
  readonly halfOn: LocalDate;
  readonly twoThirdsOn: LocalDate;
  readonly interruption: string | null;
  readonly nextDeadlineKind: string | null;
  readonly nextDeadlineOn: LocalDate | null;
  readonly version: number;
}

export interface CustodyFilter {
  readonly world: string;
  readonly facility?: string;
  readonly probationOffice?: string;
  readonly stage?: string;
  readonly inCustody?: boolean;
  /** Who is released before a date: the next 30 or 60 days. */
  readonly releasedBefore?: LocalDate;
}

export interface CustodyList {
  /** In order of person and case, after `after`; at most `limit` rows. */
  list(filter: CustodyFilter, limit: number, after?: CasePlace): Promise<readonly CustodyRow[]>;
}

const COLUMNS = `
  person_id AS "personId", case_id AS "caseId", world, facility, probation_office AS "probationOffice",
  stage, in_custody AS "inCustody", release_on AS "releaseOn", half_on AS "halfOn",
  two_thirds_on AS "twoThirdsOn", interruption, next_deadline_kind AS "nextDeadlineKind",
  next_deadline_on AS "nextDeadlineOn", version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export const createCustodyList = (pool: Pool): CustodyList => ({
  async list(filter, limit, after) {
    const asked = new Conditions()
      .where((v) => `world = ${v}`, filter.world)
      .where((v) => `facility = ${v}`, filter.facility)
      .where((v) => `probation_office = ${v}`, filter.probationOffice)
      .where((v) => `stage = ${v}`, filter.stage)
      .where((v) => `in_custody = ${v}`, filter.inCustody)
      .where((v) => `release_on < ${v}::date`, filter.releasedBefore)
      .after(after);
    const most = asked.value(limit);
    const { rows } = await pool.query<CustodyRow>(
      `SELECT ${COLUMNS} FROM projection.custody_list WHERE ${asked.text}
        ORDER BY person_id, case_id LIMIT ${most}`,
      asked.values,
    );
    return rows;
  },
});
