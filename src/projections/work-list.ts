/** Counts and lists of a desk's work: one condition for each list, used for both, so that they cannot differ. */
import type { Pool } from 'pg';
import type { Role } from '../domain/decider.ts';
import { dayOfWeek } from '../domain/time/index.ts';
import type { LocalDate } from '../domain/time/moment.ts';
import { type WorkListDefinition, workListsOf } from './work/lists.ts';
import type { WorkCondition, WorkItem, WorkKind } from './work/row.ts';

/** Who asks, and the date where they sit. */
export interface WorkReader {
  readonly world: string;
  readonly role: Role;
  /** Codes of the office and, where there is one, of the site. */
  readonly desks: readonly string[];
  readonly account: string;
  readonly today: LocalDate;
}

export interface WorkRow {
  readonly work: WorkKind;
  readonly condition: WorkCondition;
  readonly entityKind: string;
  readonly entityId: string;
  readonly caseId: string | null;
  readonly subject: string | null;
  readonly stage: string | null;
  readonly about: string | null;
  readonly dueKind: string | null;
  readonly due: LocalDate | null;
  readonly since: LocalDate | null;
  readonly waitsFor: string | null;
  readonly hours: readonly string[] | null;
  /** Place in the order by date: says nothing of whose it is. */
  readonly place: string;
}

export interface PassedDeadline {
  readonly kind: string;
  readonly subject: string | null;
  readonly date: LocalDate;
}

/**
 * The day on which a row is due, as the lists say it: the one that is set, or the last one that has passed; of a
 * deadline that comes again and again, the first that was missed.
 */
export function dueDayOf(item: WorkItem, passed: readonly PassedDeadline[]): LocalDate | null {
  const { due = {}, since, subject, caseId } = item;
  const set = due.at?.date ?? due.on ?? null;
  if (due.kind === undefined || !(due.chased === true || set === null)) return set;
  const about = due.subject ?? subject ?? caseId ?? null;
  const dates = passed
    .filter(({ kind, subject: found }) => kind === due.kind && found === about)
    .map(({ date }) => date)
    .sort();
  if (due.chased !== true) return dates.at(-1) ?? null;
  return dates.find((date) => since == null || date >= since) ?? set;
}

export interface WorkPlace {
  readonly due: string;
  readonly place: string;
}

export interface WorkList {
  /** One count for each list of the role, in the order of the definitions. */
  counts(reader: WorkReader): Promise<readonly { readonly list: string; readonly count: number }[]>;
  /** By date, what has none last, after `after`; at most `limit` rows. */
  rows(
    reader: WorkReader,
    definition: WorkListDefinition,
    limit: number,
    after?: WorkPlace,
  ): Promise<readonly WorkRow[]>;
  /** Deadlines of one entity that have passed, for rows that are made from its state and not read from the lists. */
  passed(entity: { readonly kind: string; readonly id: string }): Promise<readonly PassedDeadline[]>;
  /** How far the desk's zone is known: of the first code that a register knows. */
  zoneOf(codes: readonly string[]): Promise<string | undefined>;
}

/** Sorts after every date. */
export const NO_DATE = '9999-12-31';

/**
 * The desk's rows with the day on which each is due: the one that is set, or the last one that has passed; of a
 * deadline that comes again and again, the first that was missed.
 */
const DESK = `
  SELECT w.*, CASE WHEN w.chased THEN coalesce(fired.first, w.due_on) ELSE coalesce(w.due_on, fired.last) END AS due,
    md5(w.entity_kind || w.entity_id || w.item) AS place
  FROM projection.work w
  LEFT JOIN LATERAL (
    SELECT min(d.due_date) FILTER (WHERE w.since_on IS NULL OR d.due_date >= w.since_on) AS first,
      max(d.due_date) AS last
    FROM ledger.deadline d
    WHERE w.due_kind IS NOT NULL AND (w.chased OR w.due_on IS NULL)
      AND d.stream_id = w.entity_kind || '/' || w.entity_id
      AND d.kind = w.due_kind AND d.subject = w.due_subject AND d.state = 'FIRED'
  ) fired ON true
  WHERE w.world = $1 AND w.office = ANY ($2::text[]) AND $3 = ANY (w.roles)
    AND (w.accounts IS NULL OR $4 = ANY (w.accounts))`;

const parametersOf = ({ world, desks, role, account, today }: WorkReader): unknown[] => [
  ...[world, desks, role, account, today, dayOfWeek(today)],
];

/** Codes of ours alone stand in it, never what anybody sent. */
function where({ conditions, works, due }: WorkListDefinition): string {
  const texts = (values: readonly string[]) => `(${values.map((value) => `'${value}'`).join(', ')})`;
  return [
    `condition IN ${texts(conditions)}`,
    ...(works === undefined ? [] : [`work IN ${texts(works)}`]),
    ...dueWhere(conditions, due),
    // Both are always given: Postgres wants each parameter used.
    '$5::date IS NOT NULL AND $6::int IS NOT NULL',
  ].join(' AND ');
}

function dueWhere(conditions: WorkListDefinition['conditions'], due: WorkListDefinition['due']): string[] {
  if (due === undefined) return [];
  if (conditions.includes('EXPECTED')) {
    return [
      '$6::int = ANY (weekdays) AND NOT $5::date = ANY (not_on) AND (since_on IS NULL OR since_on <= $5::date)',
    ];
  }
  if (due === 'PAST') return ['due < $5::date'];
  if (due === 'TODAY') return ['due = $5::date'];
  return [`due BETWEEN $5::date AND $5::date + ${due}`];
}

/** Of a plan for several weekdays, the hours of today's alone: who is expected at eight is not told of Friday's ten. */
const COLUMNS = `
  work, condition, entity_kind AS "entityKind", entity_id AS "entityId", case_id AS "caseId", subject, stage, about,
  due_kind AS "dueKind", due, since_on AS since, waits_for AS "waitsFor",
  CASE WHEN weekdays IS NULL THEN hours ELSE ARRAY(
    SELECT slot.hours FROM unnest(weekdays, hours) AS slot(weekday, hours)
    WHERE slot.weekday = $6::int ORDER BY slot.hours
  ) END AS hours, place`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export const createWorkList = (pool: Pool): WorkList => ({
  async counts(reader) {
    const lists = workListsOf(reader.role);
    const counted = lists.map((one, index) => `count(*) FILTER (WHERE ${where(one)}) AS l${index}`);
    const { rows } = await pool.query<{ [column: string]: number }>(
      `WITH desk AS (${DESK}) SELECT ${counted.join(', ')} FROM desk`,
      parametersOf(reader),
    );
    return lists.map(({ list }, index) => ({ list, count: rows[0]?.[`l${index}`] ?? 0 }));
  },
  async rows(reader, definition, limit, after) {
    const { rows } = await pool.query<WorkRow>(
      `WITH desk AS (${DESK}) SELECT ${COLUMNS} FROM desk WHERE ${where(definition)}
        AND ($7::text IS NULL OR (coalesce(due, '${NO_DATE}'), place) > ($7::date, $8))
        ORDER BY coalesce(due, '${NO_DATE}'), place LIMIT $9`,
      [...parametersOf(reader), after?.due ?? null, after?.place ?? null, limit],
    );
    return rows;
  },
  async passed({ kind, id }) {
    const { rows } = await pool.query<PassedDeadline>(
      `SELECT kind, subject, due_date AS date FROM ledger.deadline WHERE stream_id = $1 AND state = 'FIRED'`,
      [`${kind}/${id}`],
    );
    return rows;
  },
  async zoneOf(codes) {
    const keys = codes.flatMap((code) => [`site/${code}`, `office/${code}`]);
    const { rows } = await pool.query<{ zone: string | null }>(
      `SELECT value->>'zone' AS zone FROM ledger.fact WHERE key = ANY ($1::text[])
        ORDER BY array_position($1::text[], key) LIMIT 1`,
      [keys],
    );
    return rows[0]?.zone ?? undefined;
  },
});
