/** Candidates and proposals as matching and employers read them. From the projections alone: no journey. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';

export interface CandidateRow {
  readonly candidateId: string;
  readonly units: readonly string[];
  readonly schemes: readonly string[];
  readonly certificates: readonly {
    readonly schemeId: string;
    readonly status: 'VALID' | 'EXPIRED';
    readonly validUntil: LocalDate | null;
  }[];
  readonly regencies: readonly string[];
  readonly sectors: readonly string[];
  readonly availableFrom: LocalDate;
  readonly wageFloorRupiah: number | null;
  readonly needs: readonly string[];
  readonly disability: boolean;
}

export interface CandidateFilter {
  readonly world: string;
  readonly office?: string;
  readonly unit?: string;
  /** All of them. */
  readonly units?: readonly string[];
  readonly scheme?: string;
  readonly regency?: string;
  /** Available on this date at the latest. */
  readonly availableBy?: LocalDate;
  /** Shuffles the rows, in the same way each time. */
  readonly salt: string;
}

export interface ProposalRow {
  readonly proposalId: string;
  readonly candidateId: string;
  readonly employerId: string;
  readonly vacancyId: string;
  readonly stage: string;
  readonly available: boolean;
  readonly working: boolean;
}

export interface CandidateList {
  /** In the order that the salt makes, after the candidate `after`; at most `limit` rows. */
  list(filter: CandidateFilter, limit: number, after?: string): Promise<readonly CandidateRow[]>;
  /** How many the search for all these units in a regency shows, over all its pages. */
  count(filter: Pick<CandidateFilter, 'world' | 'units' | 'regency'>): Promise<number>;
  find(world: string, candidateId: string): Promise<CandidateRow | undefined>;
  proposals(
    filter: { readonly world: string; readonly employerId?: string; readonly office?: string },
    limit: number,
    after?: string,
  ): Promise<readonly ProposalRow[]>;
  /** Who began by a proposal, still works there and agrees to be counted (E-08). */
  countedForQuota(world: string, employerId: string): Promise<number>;
}

const CANDIDATE = `
  candidate_id AS "candidateId", units, schemes, certificates, regencies, sectors,
  available_from AS "availableFrom", wage_floor_rupiah AS "wageFloorRupiah", needs, disability`;

const PROPOSAL = `
  proposal_id AS "proposalId", candidate_id AS "candidateId", employer_id AS "employerId",
  vacancy_id AS "vacancyId", stage, available, working`;

/** Conditions with their values, each left out where nothing is asked. */
class Conditions {
  readonly values: unknown[] = [];
  readonly #texts: string[] = [];

  add(text: (placeholder: string) => string, value: unknown): this {
    if (value === undefined) return this;
    this.values.push(value);
    this.#texts.push(text(`$${this.values.length}`));
    return this;
  }

  /** The clause to its end. @param order an expression over the columns. */
  until(limit: number, order: string): string {
    this.values.push(limit);
    return `WHERE ${this.#texts.join(' AND ')} ORDER BY ${order} LIMIT $${this.values.length}`;
  }
}

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export function createCandidateList(pool: Pool): CandidateList {
  return {
    async list({ world, salt, office, unit, scheme, regency, availableBy }, limit, after) {
      // Bound first: the order needs it as well.
      const place = (id: string) => `md5(${id} || $1)`;
      const asked = new Conditions()
        .add((v) => `${v}::text IS NOT NULL`, salt)
        .add((v) => `world = ${v}`, world)
        .add((v) => `office = ${v}`, office)
        .add((v) => `units @> ARRAY[${v}::text]`, unit)
        .add((v) => `schemes @> ARRAY[${v}::text]`, scheme)
        .add((v) => `regencies @> ARRAY[${v}::text]`, regency)
        .add((v) => `available_from <= ${v}::date`, availableBy)
        .add((v) => `${place('candidate_id')} > ${place(v)}`, after);
      const text = `SELECT ${CANDIDATE} FROM projection.candidate ${asked.until(limit, place('candidate_id'))}`;
      return (await pool.query<CandidateRow>(text, asked.values)).rows;
    },
    async count({ world, units = [], regency }) {
      const { rows } = await pool.query<{ count: number }>(
        `SELECT count(*) AS count FROM projection.candidate
          WHERE world = $1 AND units @> $2::text[] AND ($3::text IS NULL OR regencies @> ARRAY[$3::text])`,
        [world, units, regency ?? null],
      );
      return rows[0]?.count ?? 0;
    },
    async find(world, candidateId) {
      const text = `SELECT ${CANDIDATE} FROM projection.candidate WHERE world = $1 AND candidate_id = $2`;
      return (await pool.query<CandidateRow>(text, [world, candidateId])).rows[0];
    },
    async proposals({ world, employerId, office }, limit, after) {
      const asked = new Conditions()
        .add((v) => `world = ${v}`, world)
        .add((v) => `employer_id = ${v}`, employerId)
        .add((v) => `office = ${v}`, office)
        .add((v) => `proposal_id > ${v}`, after);
      const text = `SELECT ${PROPOSAL} FROM projection.proposal ${asked.until(limit, 'proposal_id')}`;
      return (await pool.query<ProposalRow>(text, asked.values)).rows;
    },
    async countedForQuota(world, employerId) {
      const { rows } = await pool.query<{ counted: number }>(
        `SELECT count(*) AS counted FROM projection.proposal
          WHERE world = $1 AND employer_id = $2 AND working AND disability`,
        [world, employerId],
      );
      return rows[0]?.counted ?? 0;
    },
  };
}
