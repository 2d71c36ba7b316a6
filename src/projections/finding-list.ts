/** The list of findings: an auditor's all, an office's own. */
import type { Pool } from 'pg';
import type { FindingKind, FindingOutcome } from '../domain/finding/commands.ts';
import type { FindingStatus } from '../domain/finding/status-moves.ts';
import type { LocalDate } from '../domain/time/moment.ts';
import { Conditions } from './filters.ts';

export interface FindingRow {
  readonly findingId: string;
  readonly world: string;
  readonly office: string;
  readonly auditOffice: string;
  readonly status: Exclude<FindingStatus, 'NONE'>;
  readonly kind: FindingKind;
  readonly list: string | null;
  readonly subjectStream: string;
  readonly openedOn: LocalDate;
  readonly answerDueOn: LocalDate | null;
  readonly outcome: FindingOutcome | null;
  readonly version: number;
}

export interface FindingFilter {
  readonly world: string;
  readonly office?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly subjectStream?: string;
}

export interface FindingList {
  /** In order of their ids, after `after`; at most `limit` rows. */
  list(filter: FindingFilter, limit: number, after?: string): Promise<readonly FindingRow[]>;
}

const COLUMNS = `
  finding_id AS "findingId", world, office, audit_office AS "auditOffice", status, kind, list,
  subject_stream AS "subjectStream", opened_on AS "openedOn", answer_due_on AS "answerDueOn", outcome, version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export function createFindingList(pool: Pool): FindingList {
  return {
    async list({ world, office, status, kind, subjectStream }, limit, after) {
      const wanted = new Conditions()
        .where((v) => `world = ${v}`, world)
        .where((v) => `office = ${v}`, office)
        .where((v) => `status = ${v}`, status)
        .where((v) => `kind = ${v}`, kind)
        .where((v) => `subject_stream = ${v}`, subjectStream)
        .where((v) => `finding_id > ${v}`, after);
      const most = wanted.value(limit);
      const { rows } = await pool.query<FindingRow>(
        `SELECT ${COLUMNS} FROM projection.finding_list WHERE ${wanted.text} ORDER BY finding_id LIMIT ${most}`,
        wanted.values,
      );
      return rows;
    },
  };
}
