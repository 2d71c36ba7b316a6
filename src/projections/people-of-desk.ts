/** Whose cases lie with a desk, as the lists know it: to narrow a search, and to follow what others do to them. */
import type { Pool } from 'pg';
import type { Role } from '../domain/decider.ts';

export interface PeopleOfDesk {
  /** Of these ids, the ones that the desk's lists hold; all of them for a desk without a list of people. */
  among(desk: Desk, ids: readonly string[]): Promise<readonly string[]>;
}

export interface Desk {
  readonly world: string;
  readonly role: Role;
  readonly desks: readonly string[];
}

const OF_CASES = (column: string) =>
  `SELECT person_id FROM projection.case_list WHERE world = $1 AND ${column} = ANY ($2::text[])`;
const OF_CUSTODY = (column: string) =>
  `SELECT person_id FROM projection.custody_list WHERE world = $1 AND ${column} = ANY ($2::text[])`;
const OF_REFERRALS = (column: string) =>
  `SELECT person_id FROM projection.referral_list WHERE world = $1 AND ${column} = ANY ($2::text[])`;

/** People in no list that a search looks at. */
const MOST_UNLISTED = 100;

/** SQL for the ids of a desk's people: $1 is the world, $2 the codes of office and site. */
export const PEOPLE_OF: { readonly [R in Role]?: string } = {
  PIDUM_STAFF: OF_CASES('office'),
  EXECUTING_PROSECUTOR: OF_CASES('office'),
  PROBATION_COUNSELLOR: `${OF_CASES('probation_office')} UNION ${OF_CUSTODY('probation_office')}`,
  SITE_SUPERVISOR: OF_CASES('site_id'),
  PRISON_OFFICER: OF_CUSTODY('facility'),
  TRAINING_CENTRE_ADMINISTRATOR: [
    OF_REFERRALS('centre'),
    OF_CASES('training_centre'),
    OF_CASES('site_id'),
  ].join(' UNION '),
  REFERRAL_OFFICER: OF_REFERRALS('referrer'),
};

/** @param pool made by `createPool`. */
export const createPeopleOfDesk = (pool: Pool): PeopleOfDesk => ({
  async among({ world, role, desks }, ids) {
    const people = PEOPLE_OF[role];
    if (people === undefined || ids.length === 0) return ids;
    const { rows } = await pool.query<{ person_id: string }>(
      // A record in no list at all may be one that was merged: it leads to another.
      `SELECT DISTINCT person_id FROM (${people}) AS own WHERE person_id = ANY ($3::text[])
        UNION ALL (
          SELECT id FROM unnest($3::text[]) AS asked (id)
           WHERE NOT EXISTS (SELECT FROM projection.case_list l WHERE l.person_id = id)
             AND NOT EXISTS (SELECT FROM projection.custody_list l WHERE l.person_id = id)
             AND NOT EXISTS (SELECT FROM projection.referral_list l WHERE l.person_id = id)
           LIMIT ${MOST_UNLISTED})`,
      [world, desks, ids],
    );
    return rows.map(({ person_id }) => person_id);
  },
});
