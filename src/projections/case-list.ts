/** The list of cases: what an office looks through in the morning. Read from the projection alone. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';

export interface CaseRow {
  readonly personId: string;
  readonly caseId: string;
  readonly world: string;
  readonly stage: string;
  readonly origin: string;
  readonly office: string;
  readonly probationOffice: string;
  readonly siteId: string | null;
  readonly trainingCentre: string | null;
  readonly orderedMinutes: number | null;
  readonly creditedMinutes: number;
  readonly minutesLeft: number | null;
  readonly windowEndsOn: LocalDate | null;
  /** Earliest deadline armed for this case. */
  readonly nextDeadlineKind: string | null;
  readonly nextDeadlineAt: string | null;
  readonly nextDeadlineOn: LocalDate | null;
  readonly behindPace: boolean;
  readonly version: number;
}

export interface CaseFilter {
  readonly world: string;
  readonly office?: string;
  readonly probationOffice?: string;
  readonly siteId?: string;
  readonly trainingCentre?: string;
  readonly stage?: string;
  readonly behindPace?: boolean;
  /** Cases with a deadline or window end before this local date. */
  readonly dueBefore?: LocalDate;
}

export interface CasePlace {
  readonly personId: string;
  readonly caseId: string;
}

export interface CaseList {
  /** In order of person and case, after `after`; at most `limit` rows. */
  list(filter: CaseFilter, limit: number, after?: CasePlace): Promise<readonly CaseRow[]>;
}

const COLUMNS = `
  person_id AS "personId", case_id AS "caseId", world, stage, origin, office,
  probation_office AS "probationOffice", site_id AS "siteId", training_centre AS "trainingCentre",
  ordered_minutes AS "orderedMinutes", credited_minutes AS "creditedMinutes",
  minutes_left AS "minutesLeft", window_ends_on AS "windowEndsOn",
  next_deadline_kind AS "nextDeadlineKind", next_deadline_at AS "nextDeadlineAt",
  next_deadline_on AS "nextDeadlineOn", behind_pace AS "behindPace", version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export function createCaseList(pool: Pool): CaseList {
  return {
    async list(filter, limit, after) {
      const values: unknown[] = [];
      const conditions: string[] = [];
      const where = (condition: (placeholder: string) => string, value: unknown) => {
        if (value === undefined) return;
        values.push(value);
        conditions.push(condition(`$${values.length}`));
      };
      where((v) => `world = ${v}`, filter.world);
      where((v) => `office = ${v}`, filter.office);
      where((v) => `probation_office = ${v}`, filter.probationOffice);
      where((v) => `site_id = ${v}`, filter.siteId);
      where((v) => `training_centre = ${v}`, filter.trainingCentre);
      where((v) => `stage = ${v}`, filter.stage);
      where((v) => `behind_pace = ${v}`, filter.behindPace);
      where((v) => `least(next_deadline_on, window_ends_on) < ${v}::date`, filter.dueBefore);
      if (after !== undefined) {
        values.push(after.personId, after.caseId);
        conditions.push(`(person_id, case_id) > ($${values.length - 1}, $${values.length})`);
      }
      values.push(limit);
      const { rows } = await pool.query<CaseRow>(
        `SELECT ${COLUMNS} FROM projection.case_list WHERE ${conditions.join(' AND ')}
          ORDER BY person_id, case_id LIMIT $${values.length}`,
        values,
      );
      return rows;
    },
  };
}
