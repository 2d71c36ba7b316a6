/** The list of referrals, and how far the people of a cohort have come. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';
import type { CasePlace } from './case-list.ts';
import { Conditions } from './filters.ts';
import type { Reached } from './referral-rows.ts';

export interface ReferralRow {
  readonly personId: string;
  readonly caseId: string;
  readonly world: string;
  readonly referrer: string;
  readonly centre: string;
  readonly purpose: string;
  readonly cohort: string | null;
  readonly stage: string;
  readonly receivedOn: LocalDate;
  readonly reached: Reached;
  readonly accommodationOpen: boolean;
  readonly nextDeadlineKind: string | null;
  readonly nextDeadlineOn: LocalDate | null;
  readonly version: number;
}

export interface ReferralFilter {
  readonly world: string;
  readonly referrer?: string;
  readonly centre?: string;
  readonly cohort?: string;
  readonly stage?: string;
}

/** People of a cohort, each counted once, at the furthest point they reached. */
export interface CohortCount {
  readonly people: number;
  readonly reached: { readonly [R in Reached]: number };
}

export interface ReferralList {
  /** In order of person and case, after `after`; at most `limit` rows. */
  list(filter: ReferralFilter, limit: number, after?: CasePlace): Promise<readonly ReferralRow[]>;
  count(cohort: string, world: string): Promise<CohortCount>;
}

const COLUMNS = `
  person_id AS "personId", case_id AS "caseId", world, referrer, centre, purpose, cohort, stage,
  received_on AS "receivedOn", reached, accommodation_open AS "accommodationOpen",
  next_deadline_kind AS "nextDeadlineKind", next_deadline_on AS "nextDeadlineOn", version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export const createReferralList = (pool: Pool): ReferralList => ({
  async list(filter, limit, after) {
    const asked = new Conditions()
      .where((v) => `world = ${v}`, filter.world)
      .where((v) => `referrer = ${v}`, filter.referrer)
      .where((v) => `centre = ${v}`, filter.centre)
      .where((v) => `cohort = ${v}`, filter.cohort)
      .where((v) => `stage = ${v}`, filter.stage)
      .after(after);
    const most = asked.value(limit);
    const { rows } = await pool.query<ReferralRow>(
      `SELECT ${COLUMNS} FROM projection.referral_list WHERE ${asked.text}
        ORDER BY person_id, case_id LIMIT ${most}`,
      asked.values,
    );
    return rows;
  },
  async count(cohort, world) {
    // A person referred twice in one cohort is one person.
    const { rows } = await pool.query<{ reached: Reached; people: number }>(
      `SELECT reached, count(DISTINCT person_id) AS people FROM projection.referral_list
        WHERE cohort = $1 AND world = $2 GROUP BY reached`,
      [cohort, world],
    );
    const reached = { REFERRED: 0, ENROLLED: 0, TRAINED: 0, CERTIFIED: 0, PLACED: 0 };
    for (const row of rows) reached[row.reached] = Number(row.people);
    return { people: Object.values(reached).reduce((sum, one) => sum + one, 0), reached };
  },
});
