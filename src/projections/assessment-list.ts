/** The list of assessments: an LSP's own, an assessor's assigned ones, an auditor's all. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';

/** What is shown: neither a person nor a case, and not whose other assessments these are. */
export interface AssessmentRow {
  readonly assessmentId: string;
  readonly world: string;
  readonly certificationBody: string;
  readonly schemeId: string;
  readonly stage: string;
  readonly basis: 'TRAINING' | 'RPL';
  readonly attempt: string;
  readonly requestedOn: LocalDate;
  readonly testOn: LocalDate | null;
  readonly testPlace: string | null;
  readonly placeToConfirm: boolean;
  readonly needs: readonly string[];
  readonly adjustments: readonly string[] | null;
  readonly units: readonly string[];
  readonly assessorIds: readonly string[];
  readonly retests: number;
  readonly nextDeadlineKind: string | null;
  readonly nextDeadlineOn: LocalDate | null;
  readonly certificateId: string | null;
}

export interface AssessmentFilter {
  readonly world: string;
  readonly certificationBody?: string;
  /** Account of an assessor of any attempt. */
  readonly accountId?: string;
  readonly stage?: string;
  readonly schemeId?: string;
  readonly testFrom?: LocalDate;
  readonly testUntil?: LocalDate;
}

export interface AssessmentList {
  /** In order of their ids, after `after`; at most `limit` rows. */
  list(filter: AssessmentFilter, limit: number, after?: string): Promise<readonly AssessmentRow[]>;
}

const COLUMNS = `
  assessment_id AS "assessmentId", world, certification_body AS "certificationBody",
  scheme_id AS "schemeId", stage, basis, attempt, requested_on AS "requestedOn", test_on AS "testOn",
  test_place AS "testPlace", place_to_confirm AS "placeToConfirm", needs, adjustments, units,
  assessor_ids AS "assessorIds", retests, next_deadline_kind AS "nextDeadlineKind",
  next_deadline_on AS "nextDeadlineOn", certificate_id AS "certificateId"`;

/** @param pool made by `createPool`: dates arrive as text. */
export function createAssessmentList(pool: Pool): AssessmentList {
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
      where((v) => `certification_body = ${v}`, filter.certificationBody);
      where((v) => `account_ids @> ARRAY[${v}::text]`, filter.accountId);
      where((v) => `stage = ${v}`, filter.stage);
      where((v) => `scheme_id = ${v}`, filter.schemeId);
      where((v) => `test_on >= ${v}::date`, filter.testFrom);
      where((v) => `test_on <= ${v}::date`, filter.testUntil);
      where((v) => `assessment_id > ${v}`, after);
      values.push(limit);
      const { rows } = await pool.query<AssessmentRow>(
        `SELECT DISTINCT ON (assessment_id) ${COLUMNS} FROM projection.assessment_list
          WHERE ${conditions.join(' AND ')} ORDER BY assessment_id LIMIT $${values.length}`,
        values,
      );
      return rows;
    },
  };
}
