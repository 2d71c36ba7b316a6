/** A case from the person to a ninth hour, at three desks, in a browser without scripts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { newWorld, REGISTRAR } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser, type Fields, hiddenFields, type PageAnswer } from '../console-world.ts';
import { boxesIn, dateBoxes, fillIn, formHtml, paperBoxes, readingBoxes } from './form-boxes.ts';

let api: ApiWorld;
let world: string;
let staff: Browser;
let prosecutor: Browser;
let site: Browser;
let person = '';
beforeAll(async () => {
  api = await openApi({ console: true });
  world = await newWorld(api);
  staff = await atDesk(api, 'PIDUM_STAFF@kejari-medan');
  prosecutor = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
  site = await atDesk(api, 'SITE_SUPERVISOR@puskesmas-helvetia');
});
afterAll(() => api.close());

const moveClock = (to: string) =>
  api.call({ url: `/api/v1/sandbox/worlds/${world}/clock`, as: REGISTRAR, body: { to } });
const decisions = async (): Promise<number> =>
  Number((await api.superPool.query('SELECT count(*) AS count FROM ledger.decision')).rows[0].count);

/** Fills page after page until the answers are to be checked. */
async function toCheck(browser: Browser, action: string, typed: Fields, query = ''): Promise<PageAnswer> {
  let page = await browser.open(`${action}${query}`);
  expect([action, page.status]).toEqual([action, 200]);
  for (let pages = 0; pages < 8 && hiddenFields(page.html, action)._page !== '~periksa'; pages += 1) {
    const names = Object.keys(boxesIn(formHtml(page.html, action)));
    // Only what this page asks is typed on it; radio buttons and ticks that nobody pressed are sent by nobody.
    const here = Object.entries(typed).filter(
      ([name]) => names.includes(name) || page.html.includes(`name="${name}"`),
    );
    page = await fillIn(browser, page, action, Object.fromEntries(here));
    if (page.text.includes('Ada yang perlu diperbaiki')) return page;
  }
  return page;
}

async function give(browser: Browser, action: string, typed: Fields, query = ''): Promise<PageAnswer> {
  const check = await toCheck(browser, action, typed, query);
  expect([action, check.text]).toEqual([action, expect.stringContaining('Periksa sebelum mengirim')]);
  const done = await fillIn(browser, check, action);
  expect([action, done.text]).toEqual([action, expect.stringContaining('Tercatat:')]);
  return done;
}

describe('a case in the browser', () => {
  test('begins with a person, and sending twice registers one', async () => {
    const action = '/do/register-person';
    const check = await toCheck(staff, action, {
      'identity.name': 'Sari Contoh',
      'identity.nik': '1271014703960007',
      ...dateBoxes('identity.birthDate', '1996-03-07'),
      'identity.sex': 'FEMALE',
      provisional: 'false',
    });
    expect(check.text).toContain('Sari Contoh');
    expect(check.text).toContain('Akibatnya bila dikirim');
    const before = await decisions();
    const fields = boxesIn(formHtml(check.html, action));
    const [first, second] = await Promise.all([staff.post(action, fields), staff.post(action, fields)]);
    expect(await decisions()).toBe(before + 1);
    expect(first.location).toBe(second.location);
    const done = await staff.open(first.location!);
    expect(done.text).toContain('Tercatat:');
    person = /href="\/people\/(p[0-9a-f]{32})\//.exec(done.html)?.[1] ?? '';
    expect(person).not.toBe('');
    // A reload, and the same form opened again, show the first answer.
    for (const path of [first.location!, first.location!.replace('&step=done', '')]) {
      const again = await staff.open(path);
      expect(again.text).toContain('Tercatat:');
    }
    expect(await decisions()).toBe(before + 1);
    // Nothing of the person stands in an address.
    expect(
      [check.html, done.html].join('').match(/(?:href|action)="[^"]*(?:Sari|1271014703960007)[^"]*"/g),
    ).toBeNull();
  });

  const at = (command: string) => `/people/${person}/do/${command}`;

  test('goes on with the ruling, page by page, and nothing typed is lost on the way back', async () => {
    const action = at('register-ruling');
    const typed = {
      origin: 'PRIMARY_85',
      caseNumber: '7/Pid.B/2026/PN Mdn',
      defendantOrder: '1',
      court: 'PN Mdn',
      ...dateBoxes('rulingDate', '2026-03-09'),
      ...dateBoxes('actDate', '2026-01-20'),
      article: '466',
      maximumThreatMonths: '30',
      'replaced.kind': 'PRISON',
      'replaced.PRISON.days': '60',
      orderedHours: '60',
      consentRecorded: 'true',
      probationOffice: 'bapas-medan',
      ...paperBoxes('PUTUSAN', 'PTS-1', '2026-03-09'),
    };
    const check = await toCheck(staff, action, typed);
    expect(check.text).toContain('Perkara baru c1: 60 jam kerja sosial.');
    expect(check.text).toContain('7/Pid.B/2026/PN Mdn');
    const draft = hiddenFields(check.html, action)._command!;
    const back = await staff.open(`${action}?draft=${draft}&page=perkara`);
    expect(boxesIn(formHtml(back.html, action)).caseNumber).toEqual(['7/Pid.B/2026/PN Mdn']);
    // Changed in another tab: the page that was read before sends nothing, and what stands there now is read first.
    await fillIn(staff, back, action, { caseNumber: '8/Pid.B/2026/PN Mdn' });
    const before = await decisions();
    const anew = await fillIn(staff, check, action);
    expect(anew.text).toContain('Periksa sebelum mengirim');
    expect(anew.text).toContain('8/Pid.B/2026/PN Mdn');
    expect(await decisions()).toBe(before);
    const other = await staff.open(`${action}?draft=${draft}&page=perkara`);
    await fillIn(staff, other, action, { caseNumber: '7/Pid.B/2026/PN Mdn' });
    // What was typed for one command is no other's, and no other person's.
    for (const path of [at('register-person'), at('close-case'), '/people/p0/do/register-ruling']) {
      const elsewhere = await staff.open(`${path}?draft=${draft}&step=check`);
      expect([path, elsewhere.status]).not.toEqual([path, 200]);
      expect(elsewhere.html).not.toContain('Pid.B');
    }
    const done = await fillIn(staff, check, action);
    expect(done.text).toContain('Tercatat:');
    expect(done.html).toContain(`href="${at('record-ruling-final')}"`);
  });

  test('is made final, ordered, placed, planned and started, each desk its part', async () => {
    await give(staff, at('record-ruling-final'), {
      ...dateBoxes('finalOn', '2026-03-09'),
      ...paperBoxes('PETIKAN', 'PTK-1', '2026-03-09'),
    });
    await moveClock('2026-03-10T01:00:00.000Z');
    const ordered = await toCheck(prosecutor, at('order-execution'), {
      ...dateBoxes('orderedOn', '2026-03-10'),
      ...dateBoxes('firstAppearanceOn', '2026-03-30'),
      ...paperBoxes('P-48', 'PRINT-1/L.2.10/Eku.3/03/2026', '2026-03-10'),
    });
    // The only case is chosen already, and what will happen by itself is told with its date.
    expect(ordered.text).toMatch(/Pid\.[^:]*: kerja sosial 60 jam/);
    expect(ordered.text).toContain('Yang akan berjalan sendiri');
    expect(ordered.text).toMatch(/Pada 30 Maret 2026 sistem akan bertindak/);
    await fillIn(prosecutor, ordered, at('order-execution'));
    await give(prosecutor, at('assign-site'), { siteId: 'puskesmas-helvetia', source: 'PROSECUTOR' });
    await give(site, at('answer-site-assignment'), { accepted: 'true' });
    const slot = (row: number): Fields => ({
      [`slots.${row}.weekday`]: String(row + 1),
      [`slots.${row}.start`]: '08.00',
      [`slots.${row}.end`]: '12.00',
    });
    const plan = at('plan-schedule');
    let form = await prosecutor.open(plan);
    form = await fillIn(prosecutor, form, plan, { ...slot(0), '~add': 'slots' });
    expect(boxesIn(formHtml(form.html, plan))['slots.0.start']).toEqual(['08.00']);
    for (const row of [1, 2, 3])
      form = await fillIn(prosecutor, form, plan, { ...slot(row), '~add': 'slots' });
    const check = await fillIn(prosecutor, form, plan, {
      ...slot(4),
      ...dateBoxes('from', '2026-03-30'),
      discussedWithPerson: 'true',
    });
    expect(check.text).toContain('Periksa sebelum mengirim');
    expect((await fillIn(prosecutor, check, plan)).text).toContain('Tercatat:');
    await moveClock('2026-03-30T01:00:00.000Z');
    await give(prosecutor, at('start-execution'), {
      ...dateBoxes('startedOn', '2026-03-30'),
      ...paperBoxes('BA-17', 'BA-17-1', '2026-03-30'),
    });
  });

  test('refuses a ninth hour with its article beside the field, and counts what the law allows', async () => {
    await moveClock('2026-03-30T14:00:00.000Z');
    const action = at('record-session');
    const hours = (end: string): Fields => ({
      ...readingBoxes('start', '2026-03-30T08:00'),
      ...readingBoxes('end', `2026-03-30T${end}`),
    });
    const before = await decisions();
    const refused = await toCheck(site, action, hours('17:00'));
    expect(refused.text).toContain('Ada yang perlu diperbaiki');
    expect(refused.html).toContain('href="#f-end"');
    const beside = /<p id="f-end-error"[^>]*>([\s\S]*?)<\/p>/.exec(refused.html)?.[1] ?? '';
    expect(beside).toContain('8 jam');
    expect(beside).toContain('UU 1/2023');
    // Nothing was sent, so nothing was recorded; and what was typed stands there still.
    expect(await decisions()).toBe(before);
    expect(boxesIn(formHtml(refused.html, action))['end.time']).toEqual(['17:00']);
    const check = await fillIn(site, refused, action, hours('11:30'));
    expect(check.text).toContain('Ini akan menghitung 3 jam 30 menit; sisa 56 jam 30 menit.');
    expect((await fillIn(site, check, action)).text).toContain('Tercatat:');
    expect(await decisions()).toBe(before + 1);
  });
});

describe('a form', () => {
  const at = (command: string) => `/people/${person}/do/${command}`;

  test('of another desk is not shown, whatever is sent to it', async () => {
    for (const command of ['order-execution', 'close-case', 'hold-plenary']) {
      expect((await site.get(at(command))).status).toBe(403);
      const token = hiddenFields((await site.get('/drafts')).html, '/sign-out')._token!;
      expect((await site.post(at(command), { _token: token })).status).toBe(403);
    }
    expect((await site.get(at('no-such-command'))).status).toBe(404);
    expect((await site.get(at('suspend-site-sessions'))).status).toBe(404);
  });

  test('says at the top and beside each field what is missing', async () => {
    const action = at('record-guidance');
    const counsellor = await atDesk(api, 'PROBATION_COUNSELLOR@bapas-medan');
    const form = await counsellor.open(action);
    const wrong = await fillIn(counsellor, form, action, dateBoxes('heldOn', '2026-02-31'));
    expect(wrong.html).toContain('<title>Kesalahan:');
    expect(wrong.html).toContain('href="#f-heldOn"');
    expect(wrong.html).toContain('id="f-heldOn-error"');
    expect(boxesIn(formHtml(wrong.html, action))['heldOn.day']).toEqual(['31']);
  });

  test('is kept half-filled, sealed, found again, continued, and gone once it was sent', async () => {
    const action = at('record-session');
    const form = await staff.open(action);
    const note = 'Catatan Rahasia Sekali';
    const saved = await fillIn(staff, form, action, { note, _do: 'later' });
    expect(saved.text).toContain('Isian yang disimpan');
    const { rows } = await api.superPool.query('SELECT d::text AS text, sealed FROM console.draft d');
    const everything = rows.map(({ text, sealed }) => text + sealed.toString('latin1')).join('\n');
    expect(everything).not.toMatch(/Rahasia|record-session|PIDUM/);
    // Nobody else has it: not another desk, not by its address.
    const draft = hiddenFields(form.html, action)._command!;
    expect((await prosecutor.get('/drafts')).text).toContain('Tidak ada isian yang tersimpan.');
    expect((await site.open(`${action}?draft=${draft}`)).text).not.toContain(note);
    const path = /href="([^"]*draft=[^"]*)"/.exec(saved.html)![1]!.replaceAll('&amp;', '&');
    const continued = await staff.open(path);
    expect(boxesIn(formHtml(continued.html, action)).note).toEqual([note]);
    const check = await fillIn(staff, continued, action, {
      ...readingBoxes('start', '2026-03-30T12:00'),
      ...readingBoxes('end', '2026-03-30T13:00'),
    });
    expect((await fillIn(staff, check, action)).text).toContain('Tercatat:');
    expect((await staff.get('/drafts')).text).toContain('Tidak ada isian yang tersimpan.');
  });

  test('that was refused after all goes on as one other form, also when it was sent twice', async () => {
    const action = at('record-session');
    const typed = {
      ...readingBoxes('start', '2026-03-30T14:00'),
      ...readingBoxes('end', '2026-03-30T15:00'),
    };
    const fill = async (): Promise<PageAnswer> => fillIn(staff, await staff.open(action), action, typed);
    // Both were to be sent; the other one was quicker.
    const [check, quicker] = [await fill(), await fill()];
    expect((await fillIn(staff, quicker, action)).text).toContain('Tercatat:');
    const fields = boxesIn(formHtml(check.html, action));
    const [first, second] = await Promise.all([staff.post(action, fields), staff.post(action, fields)]);
    expect(first.location).toContain('step=check');
    expect(second.location).toBe(first.location);
    const drafts = await staff.get('/drafts');
    expect(drafts.html.match(/name="draft" value="/g)).toHaveLength(1);
    const draft = /name="draft" value="([^"]*)"/.exec(drafts.html)![1]!;
    expect(first.location).toContain(draft);
    await staff.submit(drafts, '/drafts', { draft });
  });

  test('can be thrown away', async () => {
    const action = at('record-no-show');
    const saved = await fillIn(staff, await staff.open(action), action, { _do: 'later' });
    const draft = /name="draft" value="([^"]*)"/.exec(saved.html)![1]!;
    const after = await staff.submit(saved, '/drafts', { draft });
    expect(after.text).toContain('Tidak ada isian yang tersimpan.');
  });

  test('is filled with an example in a sandbox', async () => {
    const action = at('report-new-offence');
    const filled = await fillIn(staff, await staff.open(action), action, { _do: 'sample' });
    expect(boxesIn(formHtml(filled.html, action)).caseId).toEqual(['c1']);
    expect((await fillIn(staff, filled, action)).text).toContain('Periksa sebelum mengirim');
  });
});

test('where no answer came, the same can be sent again and counts once', async () => {
  let isAway = false;
  const shaky = await openApi({
    console: true,
    gateway: (direct) => ({
      async send(stream, inWorld, envelope) {
        const answer = await direct.send(stream, inWorld, envelope);
        // Recorded, and the answer is lost on the way back.
        if (isAway) throw new (await import('../../../src/gateway/contract.ts')).OutcomeUnknown('lost');
        return answer;
      },
    }),
  });
  try {
    await newWorld(shaky);
    const browser = await atDesk(shaky, 'PIDUM_STAFF@kejari-medan');
    const action = '/do/register-person';
    const sample = await fillIn(browser, await browser.open(action), action, { _do: 'sample' });
    const check = await fillIn(browser, sample, action);
    isAway = true;
    const unknown = await fillIn(browser, check, action);
    expect([unknown.status, unknown.text]).toEqual([503, expect.stringContaining('Kirim lagi yang sama')]);
    isAway = false;
    const done = await fillIn(browser, unknown, action);
    expect(done.text).toContain('Tercatat:');
    const { rows } = await shaky.superPool.query(
      "SELECT count(*) AS count FROM ledger.decision WHERE name = 'register-person'",
    );
    expect(Number(rows[0].count)).toBe(1);
  } finally {
    await shaky.close();
  }
});
