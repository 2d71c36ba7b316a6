/** Section: what a page weighs and takes, beside one plain query over the same connection of the same minute. */

import { Agent, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { type Spread, spreadOf } from './load.ts';
import { startProduct } from './product.ts';
import type { Stage } from './stage.ts';

export interface PageResult {
  readonly page: string;
  /** Of the document as it is sent, and unpacked. */
  readonly sentBytes: number;
  readonly bytes: number;
  /** Document, style and scripts as sent, on a first visit. */
  readonly firstVisitBytes: number;
  /** Milliseconds from request to last byte. */
  readonly milliseconds: Spread;
  /** Of the same number of plain queries, one after each request. */
  readonly plain: Spread;
  readonly ratio: number;
}

const PAGES: readonly {
  readonly page: string;
  readonly desk: string;
  readonly path: (personId: string) => string;
}[] = [
  { page: 'home, prosecutor', desk: 'EXECUTING_PROSECUTOR@kejari-medan', path: () => '/' },
  { page: 'home, site', desk: 'SITE_SUPERVISOR@puskesmas-helvetia', path: () => '/attendance' },
  { page: 'person', desk: 'EXECUTING_PROSECUTOR@kejari-medan', path: (id) => `/people/${id}` },
  { page: 'history', desk: 'EXECUTING_PROSECUTOR@kejari-medan', path: (id) => `/people/${id}/history` },
  {
    page: 'form',
    desk: 'PIDUM_STAFF@kejari-medan',
    path: (id) => `/people/${id}/do/record-session?caseId=c1`,
  },
  { page: 'board', desk: 'AUDITOR@bpk', path: () => '/boards' },
  { page: 'replay', desk: 'AUDITOR@bpk', path: (id) => `/audit/streams/journey/${id}` },
];

const ROUNDS = 40;
const QUICK_ROUNDS = 10;
/** The first requests fill caches of names and compile what runs for the first time. */
const WARM_UP = 5;

export async function measureConsole({
  options,
  tell,
}: Pick<Stage, 'options' | 'tell'>): Promise<PageResult[]> {
  tell('starting the product with its pilot');
  const product = await startProduct();
  const database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ person_id: string }>(
      "SELECT person_id FROM projection.case_list WHERE world = 'pilot' AND office = 'kejari-medan' AND stage = 'RUNNING' AND site_id IS NOT NULL ORDER BY credited_minutes DESC LIMIT 1",
    );
    const personId = rows[0]!.person_id;
    // What any page of a person cannot do without: one indexed read of one row.
    const plainQuery = () =>
      database.query('SELECT * FROM projection.case_list WHERE person_id = $1', [personId]);
    const results: PageResult[] = [];
    for (const { page, desk, path } of PAGES) {
      const visitor = await sitDown(product.address, desk);
      const one = await measurePage(
        visitor,
        path(personId),
        plainQuery,
        options.sizes.lives < 40 ? QUICK_ROUNDS : ROUNDS,
      );
      tell(
        `${page}: ${one.milliseconds.middle.toFixed(1)} ms, ${one.sentBytes} bytes, ratio ${one.ratio.toFixed(1)}`,
      );
      results.push({ page, ...one });
    }
    return results;
  } finally {
    await database.end();
    await product.stop();
  }
}

async function measurePage(
  visitor: Visitor,
  path: string,
  plainQuery: () => Promise<unknown>,
  rounds: number,
): Promise<Omit<PageResult, 'page'>> {
  const times: number[] = [];
  const plain: number[] = [];
  let answer = await visitor.get(path);
  // A form is opened once and has an address of its own from then on: that page is what is read and read again.
  if (answer.status === 303) path = String(answer.headers.location);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const began = performance.now();
    answer = await visitor.get(path);
    const between = performance.now();
    await plainQuery();
    if (round < 0) continue;
    times.push(between - began);
    plain.push(performance.now() - between);
  }
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  const html = brotliDecompressSync(answer.body);
  const assets = [...html.toString('utf8').matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, url]) => url!,
  );
  let firstVisitBytes = answer.body.length;
  for (const asset of new Set(assets)) firstVisitBytes += (await visitor.get(asset)).body.length;
  const [milliseconds, queries] = [spreadOf(times), spreadOf(plain)];
  return {
    ...{ sentBytes: answer.body.length, bytes: html.length, firstVisitBytes },
    ...{ milliseconds, plain: queries, ratio: milliseconds.middle / queries.middle },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: Buffer;
}

interface Visitor {
  get(path: string): Promise<Answer>;
}

/** A browser as far as time goes: one kept connection, cookies, compressed answers. */
async function sitDown(address: string, desk: string): Promise<Visitor> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  const ask = (method: 'GET' | 'POST', path: string, form?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        accept: 'text/html',
        'accept-encoding': method === 'GET' && path !== '/sign-in' ? 'br' : 'identity',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      };
      const sent = request(address + path, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) {
            const [name, value] = line.split(';')[0]!.split('=') as [string, string];
            cookies.set(name, value);
          }
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          });
        });
      });
      sent.on('error', reject);
      sent.end(form);
    });
  const page = (await ask('GET', '/sign-in')).body.toString('utf8');
  const token = /name="_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await ask('POST', '/sign-in', new URLSearchParams({ _token: token, desk }).toString());
  return { get: (path) => ask('GET', path) };
}
