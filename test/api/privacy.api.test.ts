/**
 * Design 7, on the whole product: names, NIKs, notes and court numbers planted in every field that takes
 * text are in no table, no Temporal history, no log line and no error in clear.
 */
import { randomUUID } from 'node:crypto';
import proto from '@temporalio/proto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProduct, type TestProduct } from '../support/product.ts';

const NAME = 'Kenari Wulansari';
const NIK = '3172014703960019';
const PHONE = '081299887766';
const NOTE = 'burung kenari sakit punggung';
const CASE_NUMBER = '8841/Pid.B/2026/PN Mdn';
/** Each in the forms in which it could stand somewhere: whole, in base64, percent-encoded. */
const CANARIES = [
  NAME,
  'Wulansari',
  NIK,
  PHONE,
  NOTE,
  'sakit punggung',
  CASE_NUMBER,
  '8841/PID.B/2026',
].flatMap((text) => [
  text,
  Buffer.from(text).toString('base64').replace(/=+$/, '').slice(1, -2),
  encodeURIComponent(text),
]);

let product: TestProduct;
let superuser: pg.Client;
const tokens = new Map<string, string>();

beforeAll(async () => {
  product = await startProduct();
  superuser = new pg.Client({ connectionString: product.database.superUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await product?.stop();
});

async function call(
  as: readonly [string, string],
  path: string,
  body: unknown,
): Promise<{ status: number; text: string }> {
  const [role, office] = as;
  const key = as.join('@');
  if (!tokens.has(key)) {
    const site = role === 'SITE_SUPERVISOR' ? { site: office } : {};
    const response = await fetch(`${product.address}/api/v1/sandbox/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, office, ...site }),
    });
    tokens.set(key, ((await response.json()) as { token: string }).token);
  }
  const response = await fetch(`${product.address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens.get(key)}`,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const STAFF = ['PIDUM_STAFF', 'kejari-medan'] as const;
const PROSECUTOR = ['EXECUTING_PROSECUTOR', 'kejari-medan'] as const;
const identity = {
  name: NAME,
  nik: NIK,
  birthDate: '1996-03-07',
  sex: 'FEMALE',
  phone: PHONE,
  address: NAME,
};
const document = { kind: 'PUTUSAN', number: CASE_NUMBER, date: '2026-03-10' };
const ruling = {
  origin: 'PRIMARY_85',
  caseNumber: CASE_NUMBER,
  court: 'PN Mdn',
  rulingDate: '2026-03-10',
  actDate: '2026-01-20',
  article: '466',
  maximumThreatMonths: 30,
  replaced: { kind: 'PRISON', days: 60 },
  orderedHours: 60,
  consentRecorded: true,
  probationOffice: 'bapas-medan',
};

it('finds no canary outside the vault’s ciphertext', { timeout: 60_000 }, async () => {
  const errors: string[] = [];
  const registered = await call(STAFF, '/api/v1/people', { identity, provisional: false });
  expect(registered.status, registered.text).toBeLessThan(300);
  const { personId } = JSON.parse(registered.text) as { personId: string };
  const send = async (as: readonly [string, string], name: string, data: object, paper?: object) => {
    const answer = await call(as, `/api/v1/journeys/${personId}/commands/${name}`, {
      data,
      ...(paper === undefined ? {} : { document: paper }),
    });
    if (answer.status >= 300) errors.push(answer.text);
    return answer.status;
  };
  expect(await send(STAFF, 'register-ruling', ruling, document)).toBe(200);
  expect(
    await send(PROSECUTOR, 'record-profiling', { caseId: 'c1', fit: true, workTypes: [], note: NOTE }),
  ).toBe(200);
  await send(PROSECUTOR, 'report-injury', { caseId: 'c1', date: '2026-03-11', note: NOTE });
  await send(PROSECUTOR, 'open-breach-review', { caseId: 'c1', note: NOTE });
  // Clear text where none belongs: the errors must not repeat it.
  await send(STAFF, 'register-ruling', { ...ruling, court: NOTE, [NAME.replace(' ', '')]: NIK }, document);
  await send(STAFF, 'register-ruling', ruling, document);
  errors.push((await call(STAFF, '/api/v1/people', { identity, provisional: false })).text);
  errors.push((await call(STAFF, `/api/v1/people/${NIK}`, {})).text);
  errors.push(
    (
      await call(['PIDUM_STAFF', 'kejari-kudus'], `/api/v1/journeys/${personId}/commands/void-case`, {
        data: { caseId: 'c1', reason: NOTE },
      })
    ).text,
  );
  expect(errors.length).toBeGreaterThan(4);

  const places = new Map<string, string>([
    ['error answers', errors.join('\n')],
    ['log lines', product.log.join('\n')],
    ...(await everyTable()),
    ...(await everyHistory()),
  ]);
  expect(places.size).toBeGreaterThan(20);
  expect(product.log.length).toBeGreaterThan(5);
  const found = [...places].flatMap(([place, text]) =>
    CANARIES.filter((canary) => text.includes(canary)).map((canary) => `${place}: ${canary}`),
  );
  expect(found).toEqual([]);
});

async function everyTable(): Promise<[string, string][]> {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: [string, string][] = [];
  for (const { name } of rows) {
    const table = await superuser.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
    const text = table.rows.map((row) => row.text).join('\n');
    // A bytea column prints as hex: shown as text too, so that clear bytes cannot hide in it.
    const bytes = [...text.matchAll(/\\\\x([0-9a-f]{8,})/g)].map(([, hex]) =>
      Buffer.from(hex ?? '', 'hex').toString('latin1'),
    );
    texts.push([`table ${name}`, [text, ...bytes].join('\n')]);
  }
  return texts;
}

async function everyHistory(): Promise<[string, string][]> {
  const { rows } = await superuser.query<{ stream_id: string; run_id: string }>(
    'SELECT stream_id, run_id FROM ledger.run',
  );
  expect(rows.length).toBeGreaterThan(0);
  const texts: [string, string][] = [];
  for (const { stream_id, run_id } of rows) {
    const history = await product.client.workflow.getHandle(stream_id, run_id).fetchHistory();
    const bytes = proto.temporal.api.history.v1.History.encode(history).finish();
    texts.push([`history ${stream_id} ${run_id}`, Buffer.from(bytes).toString('latin1')]);
  }
  return texts;
}
