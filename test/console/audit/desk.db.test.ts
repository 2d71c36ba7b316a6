/** The auditor's desk without scripts: every page, the two sliders, a verification, a record that was tampered with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StateAnswer } from '../../../src/console/audit/answers.ts';
import { pathKey } from '../../../src/console/audit/state-rows.ts';
import { rowsOfAnswer, summaryOf } from '../../../src/console/audit/state-summary.ts';
import { AUDITOR } from '../../api/case-on-the-way.ts';
import { tamperWith } from '../../ledger/tamper.ts';
import type { PageAnswer } from '../console-world.ts';
import { type AuditWorld, openAuditWorld } from './audit-world.ts';

let world: AuditWorld;
let stream: string;
beforeAll(async () => {
  world = await openAuditWorld();
  stream = `/audit/streams/journey/${world.found.personId}`;
}, 60_000);
afterAll(() => world?.close());

const LISTS = ['overlaps', 'backdating', 'out-of-hours', 'warnings'];

const pages = (): string[] => [
  ...[
    '/audit',
    '/audit/find',
    '/audit/find?kind=class',
    '/audit/find?kind=certificate',
    '/audit/find?kind=permit',
  ],
  ...['/audit/find?kind=register&register=site', '/audit/changes', '/audit/changes?kept=1', '/audit/verify'],
  ...['/audit/lists', ...LISTS.map((list) => `/audit/lists/${list}`), '/audit/sample', '/audit/money'],
  ...[
    '/audit/sample?seed=2026-03&size=5',
    '/audit/who-looked',
    '/audit/what-if',
    '/audit/export',
    '/findings',
  ],
  ...[
    stream,
    `${stream}?known=3`,
    `${stream}?known=0`,
    `${stream}?on=2026-04-01`,
    `${stream}?known=2026-03-20`,
  ],
  ...[`${stream}/runs`, `${stream}/replay`, `${stream}/comparison`, `${stream}/comparison?only=differences`],
  ...[
    `${stream}/explain`,
    `${stream}/explain?decision=2`,
    `${stream}/explain?event=3`,
    `${stream}/explain?case=c1`,
  ],
  ...['/audit/streams/register/site%2Fpuskesmas-helvetia', '/audit/streams/permit/p1/runs'],
];

describe('every page', () => {
  test('is shown to an auditor: one title, captions, no blank places', async () => {
    for (const path of pages()) {
      const page = await world.auditor.get(path);
      expect(page.status, `${path}: ${page.text.slice(0, 400)}`).toBe(200);
      expect(page.html.match(/<h1/g), path).toHaveLength(1);
      expect(page.html, path).not.toMatch(/undefined|NaN|\[object Object\]| style="/);
      for (const table of page.html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
        expect(table, path).toContain('<caption');
        expect(table, path).not.toMatch(/<th(?= |>)(?![^>]*scope=)/);
      }
    }
  });

  test('is closed to a prosecutor', async () => {
    for (const path of pages().filter((one) => !one.startsWith('/findings'))) {
      expect((await world.prosecutor.get(path)).status, path).toBe(403);
    }
  });

  test('of a record that is not there says so', async () => {
    for (const path of [
      '/audit/streams/journey/p0',
      '/audit/streams/class/nothing',
      '/audit/lists/nothing',
    ]) {
      expect((await world.auditor.get(path)).status, path).toBe(404);
    }
  });
});

/** Path and value of each row of the state, as the page carries them. */
const shownRows = (page: PageAnswer): [string, unknown][] =>
  [...page.html.matchAll(/data-path="([^"]*)" data-value="([^"]*)"/g)].map(([, path, value]) => [
    plain(path!),
    JSON.parse(plain(value!)),
  ]);
const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function stateOf(query: string): Promise<StateAnswer> {
  const url = `/api/v1/audit/streams/journey/${world.found.personId}/state?${query}`;
  const { status, body } = await world.api.call({ method: 'GET', url, as: AUDITOR, key: null });
  expect(status).toBe(200);
  return body as StateAnswer;
}

describe('the two sliders', () => {
  test.each([
    ['known=12', 'decision=12'],
    ['known=5', 'decision=5'],
    ['known=2026-03-31', 'knownAt=2026-03-31'],
    ['known=12&on=2026-03-31', 'decision=12&asOf=2026-03-31'],
    ['known=12&on=2026-04-01', 'decision=12&asOf=2026-04-01'],
    ['known=3&on=2026-04-01', 'decision=3&asOf=2026-04-01'],
  ])('at %s show the very state that the API gives', async (position, query) => {
    const answer = await stateOf(query);
    const expected = summaryOf('journey', answer).map(({ path, value }) => [pathKey(path), value]);
    const page = await world.auditor.get(`${stream}?${position}`);
    expect(expected.length).toBeGreaterThan(3);
    expect(shownRows(page)).toEqual(expected);
    expect(page.html).toContain(`data-state-version="${answer.version}"`);
  });

  test('keep what happened and what was known apart: hours of 1 April, entered on 3 April', async () => {
    const last = (await entries()).findLast(
      ({ command }) => command === 'record-session' || command === 'x',
    )!;
    const entered = (await entries()).find(({ command }) => command === 'record-session')!;
    expect(last.outcome).toBe('refused');
    const before = await world.auditor.get(`${stream}?known=${entered.decision - 1}&on=2026-04-01`);
    const after = await world.auditor.get(`${stream}?known=${entered.decision}&on=2026-04-01`);
    const credited = (page: PageAnswer) => new Map(shownRows(page)).get('cases › c1 › creditedMinutes');
    expect([credited(before), credited(after)]).toEqual([0, 240]);
    // What is known otherwise now is said in words.
    expect(before.text).toContain('Kini lain kini diketahui: 4 jam');
    expect(
      rowsOfAnswer(await stateOf(`decision=${entered.decision}&asOf=2026-04-01`)).length,
    ).toBeGreaterThan(5);
  });

  test('say what a decision changed, and step to the next', async () => {
    const entered = (await entries()).find(({ command }) => command === 'record-session')!;
    const page = await world.auditor.get(`${stream}?known=${entered.decision}`);
    expect(page.text).toContain('Berubah sebelumnya: 0 menit');
    expect(page.text).toContain(`Keputusan ${entered.decision}`);
    const next = /href="([^"]*)">[^<]*keputusan berikutnya/.exec(page.html)?.[1];
    const refused = await world.auditor.get(plain(next ?? ''));
    expect(refused.text).toContain('ditolak');
    expect(refused.text).toContain('Tidak ada yang berubah.');
  });

  test('the chart has its numbers in a table', async () => {
    const page = await world.auditor.get(stream);
    expect(page.html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title chart-desc"/);
    expect(page.text).toContain('Peristiwa sampai posisi ini');
    expect(page.text).toContain('2 hari kemudian');
  });
});

interface EntryShown {
  readonly decision: number;
  readonly command: string;
  readonly outcome: string;
}

async function entries(): Promise<readonly EntryShown[]> {
  const url = `/api/v1/audit/streams/journey/${world.found.personId}/entries`;
  return (await world.api.call({ method: 'GET', url, as: AUDITOR, key: null })).body.entries;
}

test('a refusal is explained with its article, its inputs, and the way out', async () => {
  const refused = (await entries()).find(({ outcome }) => outcome === 'refused')!;
  const page = await world.auditor.get(`${stream}/explain?decision=${refused.decision}`);
  expect(page.html).toContain('data-refusal="');
  for (const part of ['Yang dimasukkan', 'Aturan yang dipakai', 'Apa yang akan mengubahnya']) {
    expect(page.text).toContain(part);
  }
});

test('three accounts that agree say that there is no difference', async () => {
  const page = await world.auditor.get(`${stream}/comparison`);
  expect(page.html).toContain('data-differences="0"');
  expect(page.text).toContain('Tidak ada perbedaan');
});

test('runs lead to Temporal’s own pages, and a history that is none is said to be unreadable', async () => {
  const runs = await world.auditor.get('/audit/streams/permit/p1/runs');
  expect(runs.html).toContain(
    'http://temporal.test:8233/namespaces/titian/workflows/permit%2Fp1/run-two/history',
  );
  expect(runs.text).toContain('riwayat disimpan');
  const replay = await world.auditor.get('/audit/streams/permit/p1/replay');
  expect(replay.text).toContain('riwayat tidak terbaca');
});

describe('lists, samples and money', () => {
  test('the same seed draws the same sample, also as CSV', async () => {
    const page = await world.auditor.get('/audit/sample?seed=2026-03&size=5');
    const again = /href="([^"]*)">[^<]*menarik sampel yang sama/.exec(page.html)?.[1];
    const second = await world.auditor.get(plain(again ?? ''));
    expect(page.text).toContain(world.found.personId);
    expect(section(second)).toBe(section(page));
    const csv = await world.auditor.get('/audit/sample/csv?seed=2026-03&size=5');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.html).toContain('seed,2026-03');
    expect(csv.html).toContain(`journey/${world.found.personId}`);
  });

  test('a list as CSV carries its question, how it is computed, and its leaf', async () => {
    const csv = await world.auditor.get('/audit/lists/out-of-hours/csv');
    for (const line of ['list,out-of-hours', 'computed,', 'leaf,', 'rests on,'])
      expect(csv.html).toContain(line);
    expect((await world.auditor.get('/audit/money/csv')).html).toContain('not recorded,');
    expect((await world.auditor.get('/audit/who-looked/csv?outcome=denied')).html).toContain('complete,yes');
  });

  const section = ({ html }: PageAnswer): string | undefined =>
    /<section data-sample[\s\S]*?<\/section>/.exec(html)?.[0];
});

test('who looked: a denied try is found by its office and outcome', async () => {
  const url = `/api/v1/audit/streams/journey/${world.found.personId}/state`;
  const PROSECUTOR = { sub: 'p-9', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' } as const;
  await world.api.call({ method: 'GET', url, as: PROSECUTOR, key: null });
  const page = await world.auditor.get(
    '/audit/who-looked?outcome=denied&office=kejari-medan&action=replay-run',
  );
  expect(page.text).toContain('Jaksa eksekutor, Kejaksaan Negeri Medan memutar ulang');
});

test('what if: a shorter day refuses what was accepted, and nothing is written', async () => {
  const page = await world.auditor.get('/audit/what-if');
  const fields = {
    ...{ policy: 'daily_limit_minutes', value: '120', effective: '2026-01-02', source: 'rancangan' },
    ...{ from: '2026-01-01', to: '2026-12-31', office: '' },
  };
  const before = (await entries()).length;
  const tried = await world.auditor.submit(page, '/audit/what-if', fields);
  expect(tried.html).toContain('data-what-if="1"');
  expect((await entries()).length).toBe(before);
  const wrong = await world.auditor.submit(page, '/audit/what-if', { ...fields, value: 'banyak' });
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('href="#value"');
});

test('a finding is opened through the API and shown with its words', async () => {
  const opened = await world.api.call({
    url: '/api/v1/findings/f-1/commands/open-finding',
    as: { sub: 'auditor-9', role: 'AUDITOR', office: 'bpk' },
    body: {
      world: world.found.world,
      data: {
        ...{ subjectStream: `journey/${world.found.personId}`, kind: 'OUT_OF_HOURS', office: 'kejari-medan' },
        text: 'Dicatat pada hari libur tanpa alasan.',
      },
    },
  });
  expect(opened.status, opened.text).toBe(200);
  await world.settle();
  const list = await world.auditor.get('/findings?status=OPEN');
  expect(list.text).toContain('Di luar jam kerja');
  const page = await world.auditor.get('/findings/f-1');
  expect(page.text).toContain('Dicatat pada hari libur tanpa alasan.');
  expect(page.text).toContain('Tutup temuan');
  const answering = await world.prosecutor.get('/findings/f-1');
  expect(answering.status).toBe(200);
  expect(answering.text).toContain('Jawab temuan');
});

test('an exported bundle comes as a file to be kept', async () => {
  const file = await world.auditor.get(`/audit/export/file?scope=person&id=${world.found.personId}`);
  expect(file.status).toBe(200);
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="titian-/);
  const nobody = await world.auditor.get(
    '/audit/export/file?scope=person&id=p00000000000000000000000000000000',
  );
  expect(nobody.status).toBe(404);
});

test('a kept checkpoint is found again, and another one of the same size is not believed', async () => {
  const kept = (await world.log.latestPublished())!;
  const ask = (text: string) => world.auditor.get(`/audit/changes?${new URLSearchParams({ kept: text })}`);
  expect((await ask(kept.note)).text).toContain('Log ini memuat titik periksa Anda');
  const other = `x\n${kept.size}\n${Buffer.alloc(32, 1).toString('base64')}\n`;
  expect((await ask(other)).text).toContain('log ini memuat segel lain');
  expect((await ask(String(kept.size + 1_000_000))).text).toContain('lebih besar daripada log ini');
  expect((await ask('entah')).status).toBe(400);
});

describe('a verification', () => {
  const begin = async () =>
    world.auditor.submit(await world.auditor.get('/audit/verify'), '/audit/verify', {});

  test('is watched while it runs; whoever comes second is led to the same one', async () => {
    let open = (): void => undefined;
    world.gate.wait = new Promise((resolve) => {
      open = resolve;
    });
    const running = await begin();
    expect(running.text).toContain('Sedang berjalan 0 persen terbaca');
    const id = /data-verification="([^"]+)"/.exec(running.html)?.[1];
    const home = await world.auditor.get('/audit');
    expect(home.html).toContain(`/audit/verify/${id}`);
    const progress = await world.auditor.get(`/audit/verify/${id}/progress`);
    expect(JSON.parse(progress.html)).toEqual({ state: 'running', progress: null });
    const page = await world.auditor.get('/accessibility');
    const second = await world.auditor.post('/audit/verify', hidden(page));
    expect(second.location).toBe(`/audit/verify/${id}`);
    open();
    await world.verifications.settled();
    const ended = await world.auditor.get(`/audit/verify/${id}`);
    expect(ended.html).toContain('data-verdict="intact"');
    expect(ended.text).toContain('Catatan utuh');
    expect((await world.auditor.get('/audit/verify')).text).toContain('Catatan utuh');
  });

  test('of a record that was tampered with names the place', async () => {
    const target = `journey/${world.found.personId}`;
    await tamperWith(
      world.api.superPool,
      `UPDATE ledger.event SET body = replace(body, '240', '480')
       WHERE stream_id = '${target}' AND type = 'MinutesCredited'`,
    );
    const { rows } = await world.api.superPool.query<{ version: string }>(
      `SELECT version FROM ledger.event WHERE stream_id = $1 AND type = 'MinutesCredited'`,
      [target],
    );
    const begun = await begin();
    await world.verifications.settled();
    const id = /data-verification="([^"]+)"/.exec(begun.html)?.[1];
    const page = id === undefined ? begun : await world.auditor.get(`/audit/verify/${id}`);
    expect(page.html).toContain('data-verdict="findings"');
    expect(page.html).toContain('data-problem="HASH_DIFFERS"');
    expect(page.html).toContain(`href="/events/${target}/${rows[0]!.version}"`);
    expect(page.text).toContain(
      `Peristiwa ${rows[0]!.version} , ${target} Isinya tidak lagi menghasilkan segelnya`,
    );
    expect((await world.auditor.get('/audit')).text).toContain('Ada temuan');
    // The three accounts disagree as well: the rules still give four hours.
    const compared = await world.auditor.get(`${stream}/comparison`);
    expect(compared.html).toMatch(/data-differences="[1-9]/);
  });
});

const hidden = (page: PageAnswer): { [name: string]: string } => {
  const [, name, value] = /<input type="hidden" name="([^"]*)" value="([^"]*)"/.exec(page.html)!;
  return { [name!]: value! };
};
