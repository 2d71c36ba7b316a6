/** Persons whose skill is tested and certified in one day, while the parts between journey and certificate die. */
import type pg from 'pg';
import { SCHEMES } from '../../src/domain/registers/data/schemes.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { ChaosClient, Identity, Order } from './client.ts';
import { registerOrder } from './persons.ts';

const LSP = 'lsp-p2-bbpvp-medan';
const SCHEME = 'las-smaw';
const UNITS = SCHEMES[SCHEME]?.units ?? [];
/** Two assessors, each with as many tests a day as the policy `assessor_daily_maximum` allows. */
const ASSESSORS = ['asesor-las-1', 'asesor-las-2'] as const;

const body = (account: string): Identity => ({
  ...{ role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: LSP, account },
});

/** @param ordinal counts the persons of the run, from 0. */
export async function certify(
  client: ChaosClient,
  name: string,
  { today, ordinal }: { readonly today: LocalDate; readonly ordinal: number },
  until: number,
): Promise<void> {
  const { personId = '' } = await client.send(registerOrder(name), until);
  const person: Identity = { role: 'PERSON', office: 'diri', person: personId };
  const assessorId = ASSESSORS[ordinal % ASSESSORS.length]!;
  const assessor: Identity = { role: 'ASSESSOR', office: LSP, account: `akun-${assessorId}` };
  const asked = await client.send(
    {
      key: `${name}-request`,
      path: `/api/v1/journeys/${personId}/commands/request-assessment`,
      as: person,
      body: {
        data: {
          ...{ schemeId: SCHEME, certificationBody: LSP, needs: [] },
          basis: { kind: 'RPL', portfolio: ['IA.08', 'IA.09', 'IA.10'] },
          selfAssessment: UNITS.map((unit) => ({ unit, able: true })),
        },
      },
    },
    until,
  );
  const assessmentId = String(asked.told?.assessmentId);
  const results = UNITS.map((unit) => ({ unit, result: 'K' }));
  const testPlace = { placeId: 'tuk-las-medan', kind: 'MANDIRI', verified: true };
  const evidence = UNITS.map((unit) => ({ unit, forms: ['IA.08'] }));
  const number = `62014 7212 2 ${String(ordinal + 1).padStart(7, '0')} ${today.slice(0, 4)}`;
  const steps: readonly (readonly [name: string, as: Identity, data: object])[] = [
    ['verify-requirements', body('staf-1'), { met: true, missing: [] }],
    ['assign-assessor', body('staf-1'), { assessorId }],
    ['schedule-test', body('staf-1'), { on: today, testPlace }],
    ['sign-consent', person, { signedOn: today }],
    ['record-test-taken', assessor, { takenOn: today, evidence }],
    ['file-recommendation', assessor, { results }],
    ['review-recommendation', body('staf-2'), { agreed: true }],
    ['hold-plenary', body('staf-3'), { heldOn: today, members: ['staf-3', 'staf-5'], results }],
    ['request-certificate-issue', body('staf-4'), { number, issuedOn: today }],
  ];
  for (const [command, as, data] of steps) {
    const isPerson = as.role === 'PERSON';
    const order: Order = {
      key: `${name}-${command}`,
      path: isPerson
        ? `/api/v1/journeys/${personId}/commands/${command}`
        : `/api/v1/assessments/${assessmentId}/commands/${command}`,
      as,
      body: {
        data: isPerson ? { assessmentId, ...data } : { assessmentId, ...data },
        document: { kind: 'Berita acara', number: 'CONTOH/1', date: today },
      },
    };
    await client.send(order, until);
  }
}

export interface CertificateFindings {
  readonly requested: number;
  readonly issued: number;
  /** Assessments without exactly one certificate, numbers given twice, and journeys that did not hear once. */
  readonly wrong: readonly string[];
}

export async function examineCertificates(pool: pg.Pool): Promise<CertificateFindings> {
  const { rows } = await pool.query<{ assessment: string; issued: number; numbers: number; heard: number }>(`
    WITH issued AS (
      SELECT e.stream_id, e.body::jsonb ->> 'assessmentId' AS assessment, e.body::jsonb ->> 'number' AS number
      FROM ledger.event e WHERE e.stream_id LIKE 'certificate/%' AND e.type = 'CertificateIssued'
    )
    SELECT r.body::jsonb ->> 'assessmentId' AS assessment,
      (SELECT count(*)::int FROM issued i WHERE i.assessment = r.body::jsonb ->> 'assessmentId') AS issued,
      (SELECT count(*)::int FROM issued i WHERE i.number = r.body::jsonb ->> 'number') AS numbers,
      (SELECT count(*)::int FROM ledger.event n WHERE n.stream_id = r.stream_id AND n.type = 'CertificateIssued')
        AS heard
    FROM ledger.event r WHERE r.type = 'CertificateRequested' ORDER BY 1`);
  return {
    requested: rows.length,
    issued: rows.reduce((sum, { issued }) => sum + issued, 0),
    wrong: rows.flatMap(({ assessment, issued, numbers, heard }) =>
      issued === 1 && numbers === 1 && heard === 1
        ? []
        : [`${assessment}: ${issued} certificates, its number ${numbers} times, heard ${heard} times`],
    ),
  };
}
