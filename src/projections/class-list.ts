/** The list of classes: a centre's own, and open ones with free seats for offices that send people. */
import type { Pool } from 'pg';
import type { LocalDate } from '../domain/time/moment.ts';
import type { ClassStatus, DeliveryMode } from '../domain/training-class/fact.ts';

export interface ClassRow {
  readonly classId: string;
  readonly world: string;
  readonly centre: string;
  readonly programmeId: string;
  readonly programmeVersion: number;
  readonly status: ClassStatus;
  readonly deliveryMode: DeliveryMode;
  readonly hostFacility: string | null;
  readonly siteId: string | null;
  readonly room: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waiting: number;
  readonly instructors: readonly string[];
  readonly version: number;
}

export interface ClassFilter {
  readonly world: string;
  readonly centre?: string;
  readonly status?: string;
  readonly programmeId?: string;
  /** Only open classes in which a seat is free. */
  readonly withFreeSeat?: boolean;
}

export interface ClassList {
  /** In order of their ids, after `after`; at most `limit` rows. */
  list(filter: ClassFilter, limit: number, after?: string): Promise<readonly ClassRow[]>;
}

const COLUMNS = `
  class_id AS "classId", world, centre, programme_id AS "programmeId",
  programme_version AS "programmeVersion", status, delivery_mode AS "deliveryMode",
  host_facility AS "hostFacility", site_id AS "siteId", room, starts_on AS "startsOn",
  ends_on AS "endsOn", capacity, seats_taken AS "seatsTaken", waiting, instructors, version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export function createClassList(pool: Pool): ClassList {
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
      where((v) => `centre = ${v}`, filter.centre);
      where((v) => `status = ${v}`, filter.status);
      where((v) => `programme_id = ${v}`, filter.programmeId);
      where((v) => `class_id > ${v}`, after);
      if (filter.withFreeSeat === true) conditions.push(`status = 'OPEN' AND seats_taken < capacity`);
      values.push(limit);
      const { rows } = await pool.query<ClassRow>(
        `SELECT ${COLUMNS} FROM projection.training_class WHERE ${conditions.join(' AND ')}
          ORDER BY class_id LIMIT $${values.length}`,
        values,
      );
      return rows;
    },
  };
}
