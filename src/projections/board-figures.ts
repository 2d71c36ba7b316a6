/** Sums over the tables of boards: who reads them learns how many, never who. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';
import type { PathStep } from './board-path.ts';

/** Whose figures: those of one office, or of all. */
export interface BoardReach {
  readonly world: string;
  readonly office?: string;
}

/** Both days belong to it. */
export interface BoardPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface JourneyCount {
  readonly office: string | null;
  readonly programmeId: string | null;
  readonly accommodation: boolean;
  readonly step: PathStep;
  readonly onTheWay: boolean;
  readonly count: number;
}

/** Days in a stage: at most 30, 31 to 90, 91 to 180, more. */
export type AgeBand = 'TO_30' | 'TO_90' | 'TO_180' | 'OVER_180';

export interface StageCount {
  readonly part: string;
  readonly stage: string;
  readonly band: AgeBand;
  readonly held: boolean;
  readonly behind: boolean;
  readonly overdue: boolean;
  readonly count: number;
}

/** Valid for more than the days asked, ending within them, ended, frozen, withdrawn. */
export type CertificateStanding = 'VALID' | 'EXPIRING' | 'EXPIRED' | 'FROZEN' | 'WITHDRAWN';

export interface CertificateCount {
  readonly schemeId: string;
  readonly standing: CertificateStanding;
  readonly count: number;
}

export type CheckOutcome = 'RETAINED' | 'LOST' | 'UNREACHABLE' | 'OPEN';

export interface PlacementCount {
  readonly office: string;
  readonly programmeId: string | null;
  readonly accommodation: boolean;
  /** What is known of each day; null where that day has not come. */
  readonly day90: CheckOutcome | null;
  readonly day180: CheckOutcome | null;
  readonly day365: CheckOutcome | null;
  readonly count: number;
}

export interface BoardFigures {
  journeys(reach: BoardReach, entered: BoardPeriod): Promise<readonly JourneyCount[]>;
  stages(reach: BoardReach, today: LocalDate, now: string): Promise<readonly StageCount[]>;
  certificates(
    reach: BoardReach,
    issued: BoardPeriod,
    today: LocalDate,
    expiringWithinDays: number,
  ): Promise<readonly CertificateCount[]>;
  placements(reach: BoardReach, started: BoardPeriod, today: LocalDate): Promise<readonly PlacementCount[]>;
  /** Years in which anything began, newest first. */
  years(reach: BoardReach): Promise<readonly number[]>;
}

const REACH = '($1 = world AND ($2::text IS NULL OR offices @> ARRAY[$2::text]))';
const reachOf = ({ world, office }: BoardReach): [string, string | null] => [world, office ?? null];

/** @param pool made by `createPool`: int8 arrives as number. */
export function createBoardFigures(pool: Pool): BoardFigures {
  return {
    async journeys(reach, { from, to }) {
      const { rows } = await pool.query<JourneyCount>(
        `SELECT first_office AS office, programme_id AS "programmeId", accommodation, step,
                on_the_way AS "onTheWay", count(*) AS count
           FROM projection.board_journey
          WHERE ${REACH} AND entered_on BETWEEN $3::date AND $4::date GROUP BY 1, 2, 3, 4, 5`,
        [...reachOf(reach), from, to],
      );
      return rows;
    },
    async stages(reach, today, now) {
      const { rows } = await pool.query<StageCount>(
        `SELECT part, stage, held, behind, overdue OR coalesce(next_deadline_at < $4::timestamptz, false) AS overdue,
                CASE WHEN $3::date - since <= 30 THEN 'TO_30' WHEN $3::date - since <= 90 THEN 'TO_90'
                     WHEN $3::date - since <= 180 THEN 'TO_180' ELSE 'OVER_180' END AS band, count(*) AS count
           FROM projection.board_stage WHERE ${REACH} GROUP BY 1, 2, 3, 4, 5, 6`,
        [...reachOf(reach), today, now],
      );
      return rows;
    },
    async certificates(reach, { from, to }, today, days) {
      const { rows } = await pool.query<CertificateCount>(
        `SELECT scheme_id AS "schemeId",
                CASE WHEN status IN ('FROZEN', 'WITHDRAWN') THEN status
                     WHEN status = 'EXPIRED' OR valid_until < $5::date THEN 'EXPIRED'
                     WHEN valid_until <= $5::date + $6::int THEN 'EXPIRING' ELSE 'VALID' END AS standing,
                count(*) AS count
           FROM projection.board_certificate
          WHERE ${REACH} AND issued_on BETWEEN $3::date AND $4::date GROUP BY 1, 2`,
        [...reachOf(reach), from, to, today, days],
      );
      return rows;
    },
    async placements(reach, { from, to }, today) {
      const day = (days: number) =>
        `CASE WHEN due_${days} <= $5::date THEN result_${days} END AS "day${days}"`;
      const { rows } = await pool.query<PlacementCount>(
        `SELECT office, programme_id AS "programmeId", accommodation, ${[90, 180, 365].map(day).join(', ')},
                count(*) AS count
           FROM projection.board_placement
          WHERE ${REACH} AND started_on BETWEEN $3::date AND $4::date GROUP BY 1, 2, 3, 4, 5, 6`,
        [...reachOf(reach), from, to, today],
      );
      return rows;
    },
    async years(reach) {
      const { rows } = await pool.query<{ year: number }>(
        `SELECT DISTINCT extract(year FROM day)::int AS year FROM (
           SELECT entered_on AS day FROM projection.board_journey WHERE ${REACH}
           UNION SELECT issued_on FROM projection.board_certificate WHERE ${REACH}
           UNION SELECT started_on FROM projection.board_placement WHERE ${REACH}) days ORDER BY 1 DESC`,
        reachOf(reach),
      );
      return rows.map(({ year }) => year);
    },
  };
}
