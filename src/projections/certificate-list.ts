/** The list of certificates: an LSP's own, an auditor's all, and what the public check may see. */
import type { Pool } from 'pg';
import type { CertificateStatus } from '../domain/certificate/state.ts';
import type { Instant, LocalDate, Zone } from '../domain/time/moment.ts';

export interface CertificateRow {
  readonly certificateId: string;
  readonly world: string;
  readonly certificationBody: string;
  readonly schemeId: string;
  readonly schemeName: string | null;
  readonly number: string;
  readonly registrationNumber: string | null;
  readonly status: Exclude<CertificateStatus, 'NONE'>;
  readonly statusSince: LocalDate;
  readonly issuedOn: LocalDate;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly validUntilAt: Instant;
  readonly zone: Zone;
  /** 1 = as issued; each renewal adds one. */
  readonly period: number;
  readonly units: readonly string[];
  readonly assessorIds: readonly string[];
  /** Assessors after whose lost licence it was looked at already. */
  readonly reviewedFor: readonly string[];
  readonly assessmentId: string;
  readonly blankNumber: string | null;
  readonly renewalRequestedOn: LocalDate | null;
  readonly holderDeceased: boolean;
  readonly version: number;
}

export interface CertificateFilter {
  readonly world: string;
  readonly certificationBody?: string;
  readonly status?: string;
  readonly schemeId?: string;
  /** Whatever this assessor judged: the list to go through when the licence is withdrawn. */
  readonly assessorId?: string;
  /** Only those that were not looked at for `assessorId` yet. */
  readonly unreviewed?: boolean;
  readonly expiresBefore?: LocalDate;
  /** As it is compared: `printedKey` of the number. */
  readonly numberKey?: string;
}

export interface CertificateList {
  /** In order of their ids, after `after`; at most `limit` rows. */
  list(filter: CertificateFilter, limit: number, after?: string): Promise<readonly CertificateRow[]>;
  find(certificateId: string): Promise<CertificateRow | undefined>;
  /** Ids of all that are withdrawn, or frozen, in any world: the bits of the status lists. */
  stopped(status: 'WITHDRAWN' | 'FROZEN'): Promise<ReadonlySet<string>>;
}

const COLUMNS = `
  certificate_id AS "certificateId", world, certification_body AS "certificationBody",
  scheme_id AS "schemeId", scheme_name AS "schemeName", number,
  registration_number AS "registrationNumber", status, status_since AS "statusSince",
  issued_on AS "issuedOn", valid_from AS "validFrom", valid_until AS "validUntil",
  valid_until_at AS "validUntilAt", zone, period, units, assessor_ids AS "assessorIds",
  reviewed_for AS "reviewedFor", assessment_id AS "assessmentId", blank_number AS "blankNumber",
  renewal_requested_on AS "renewalRequestedOn", holder_deceased AS "holderDeceased", version`;

/** @param pool made by `createPool`: dates arrive as text, int8 as number. */
export function createCertificateList(pool: Pool): CertificateList {
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
      where((v) => `status = ${v}`, filter.status);
      where((v) => `scheme_id = ${v}`, filter.schemeId);
      where((v) => `assessor_ids @> ARRAY[${v}::text]`, filter.assessorId);
      if (filter.unreviewed === true)
        where((v) => `NOT reviewed_for @> ARRAY[${v}::text]`, filter.assessorId);
      where((v) => `valid_until < ${v}::date`, filter.expiresBefore);
      where((v) => `number_key = ${v}`, filter.numberKey);
      where((v) => `certificate_id > ${v}`, after);
      values.push(limit);
      const { rows } = await pool.query<CertificateRow>(
        `SELECT ${COLUMNS} FROM projection.certificate_list WHERE ${conditions.join(' AND ')}
          ORDER BY certificate_id LIMIT $${values.length}`,
        values,
      );
      return rows;
    },
    async find(certificateId) {
      const { rows } = await pool.query<CertificateRow>(
        `SELECT ${COLUMNS} FROM projection.certificate_list WHERE certificate_id = $1`,
        [certificateId],
      );
      return rows[0];
    },
    async stopped(status) {
      const { rows } = await pool.query<{ id: string }>(
        'SELECT certificate_id AS id FROM projection.certificate_list WHERE status = $1',
        [status],
      );
      return new Set(rows.map(({ id }) => id));
    },
  };
}
