/** A running case seen from each desk, without scripts: what must be there, and what must not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import {
  type CaseOnTheWay,
  must,
  PROSECUTOR,
  runningCase,
  STAFF,
  SUPERVISOR,
} from '../../api/case-on-the-way.ts';
import { atDesk, type PageAnswer } from '../console-world.ts';

let api: ApiWorld;
let found: CaseOnTheWay;

const NAME = 'Dewi Contoh Kenari';
const CASE_NUMBER = '4711/Pid.B/2026/PN Mdn';

beforeAll(async () => {
  api = await openApi({ console: true });
  found = await runningCase(
    api,
    { name: NAME, nik: '1271014703960021', birthDate: '1996-03-07', sex: 'FEMALE' },
    { caseNumber: CASE_NUMBER },
  );
  await found.moveClock('2026-04-01T10:00:00.000Z');
  const siteId = 'puskesmas-helvetia';
  const session = (date: string, end: string) => ({
    ...{ caseId: 'c1', siteId, breaks: [] },
    ...{ start: `${date}T08:00`, end: `${date}T${end}` },
  });
  await must(found.send('record-session', session('2026-03-30', '12:00'), SUPERVISOR));
  await must(found.send('record-session', session('2026-03-31', '12:00'), STAFF));
  await must(found.send('record-no-show', { caseId: 'c1', date: '2026-04-01' }, SUPERVISOR));
}, 60_000);
afterAll(() => api.close());

const open = async (desk: string, tab = ''): Promise<PageAnswer> =>
  (await atDesk(api, desk)).get(`/people/${found.personId}${tab}`);

const titleOf = ({ html }: PageAnswer): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

describe('the prosecutor', () => {
  let page: PageAnswer;
  beforeAll(async () => {
    page = await open('EXECUTING_PROSECUTOR@kejari-medan');
  });

  test('sees who, and one sentence of where the case stands', () => {
    expect(page.status).toBe(200);
    expect(page.text).toContain(`${CASE_NUMBER} ${NAME}`);
    expect(page.text).toMatch(
      /Kerja sosial 60 jam di .*Helvetia.*, 8 jam dijalani, berakhir 26 September 2026\./,
    );
    expect(page.text).toContain('Kini ditangani: Kejaksaan Negeri Medan');
  });

  test('keeps the name out of address and title of the window', () => {
    expect(titleOf(page)).not.toContain('Dewi');
    expect(titleOf(page)).toContain(`Orang ${found.personId.slice(-8)}`);
  });

  test('sees the path as one list, with the present point', () => {
    const path = /<ol class="titian-path"[\s\S]*?<\/ol>/.exec(page.html)?.[0] ?? '';
    expect(path.match(/<li/g)).toHaveLength(7);
    expect(path).toMatch(/data-phase="obligation"[^>]*aria-current="step"/);
    expect(path).toContain('8 jam dari 60 jam');
    // Where a person is assessed, certified or employed is no business of this desk.
    for (const phase of ['assessment', 'certificate', 'work', 'kept'])
      expect(path).toMatch(new RegExp(`titian-path__step--elsewhere" data-phase="${phase}"`));
  });

  test('is told on which day the system acts by itself', () => {
    expect(page.text).toMatch(/Pada Senin, 6 April 2026 sistem bertindak sendiri: laju diperiksa/);
    expect(page.text).toContain(
      'Pada Sabtu, 26 September 2026 sistem bertindak sendiri: jangka waktu berakhir',
    );
  });

  test('hears what is drawn: every picture has words', () => {
    const pictures = [...page.html.matchAll(/<svg[^>]*>([\s\S]*?)<\/svg>/g)];
    expect(pictures.length).toBeGreaterThan(2);
    for (const [whole, inside] of pictures) {
      const hidden = /^<svg[^>]*aria-hidden="true"/.test(whole);
      expect(hidden || /<title[^>]*>[^<]+<\/title>/.test(inside!), whole.slice(0, 120)).toBe(true);
    }
    expect(page.html).toContain('8 jam dari 60 jam dijalani, sisa 52 jam.');
    expect(page.text).toContain('Jumlah jam sampai akhir minggu');
  });

  test('reads when the hours will be done', () => {
    expect(page.text).toContain('Sisa 52 jam: 5 × 4 jam seminggu sampai');
    expect(page.text).toContain('jangka waktu berakhir 26 September 2026.');
  });

  test('finds why something is not as it should be, and forms', () => {
    expect(page.text).toContain('1 sesi belum dikonfirmasi tempat kerja sosial.');
    expect(page.html).toMatch(/href="\/people\/[^"]+\/do\/issue-warning-letter\?caseId=c1"/);
    expect(page.html).not.toContain('/do/assess-needs');
  });

  test('finds every session with what counted, and what the sum is', async () => {
    const hours = await open('EXECUTING_PROSECUTOR@kejari-medan', '/hours');
    expect(hours.text).toContain('Jumlah dihitung 8 jam');
    expect(hours.text).toContain('Senin, 30 Maret 2026');
    expect(hours.text).toContain('Tidak hadir 1 April 2026');
    expect(hours.html).toMatch(/\/do\/correct-entry\?version=\d+"/);
    expect(hours.html).not.toContain('/do/confirm-session');
  });

  test('reads English where that is chosen', async () => {
    const browser = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    await browser.get('/language/en?back=/');
    const english = await browser.get(`/people/${found.personId}`);
    expect(english.text).toContain('52 hours left: 5 × 4 hours a week until');
    expect(english.text).not.toMatch(/Apa selanjutnya|Mengapa|jangka waktu/);
  });
});

describe('the site', () => {
  test('sees the name and its own hours, and nothing of why', async () => {
    const page = await open('SITE_SUPERVISOR@puskesmas-helvetia');
    expect(page.status).toBe(200);
    expect(page.text).toContain(NAME);
    expect(page.text).toContain('Sisa 52 jam');
    expect(page.html).not.toContain('titian-path');
    for (const secret of [CASE_NUMBER, '1271014703960021', 'Kejaksaan', 'Putusan', 'peringatan', '466'])
      expect(page.text).not.toContain(secret);
    const hours = await open('SITE_SUPERVISOR@puskesmas-helvetia', '/hours');
    expect(hours.html).toContain('/do/confirm-session?sessionId=s2');
    expect(hours.text).not.toContain('Tidak hadir 1 April');
  });

  test('is not shown tabs of other desks, nor what is on them', async () => {
    const page = await open('SITE_SUPERVISOR@puskesmas-helvetia', '/certificate');
    expect(page.text).toContain('Bagian ini ditangani meja lain.');
    expect(page.html).not.toContain(`/people/${found.personId}/certificate"`);
  });
});

describe('who does not reach the journey', () => {
  test.each([
    'INSTRUCTOR@bbpvp-medan',
    'ASSESSOR@lsp-p2-bbpvp-medan',
    'EMPLOYER@percontohan-galangan',
    'PERMIT_OFFICER@dit-pptka',
    'PLACEMENT_OFFICER@disnaker-medan',
    'TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan',
    'PRISON_OFFICER@lapas-medan',
    'REFERRAL_OFFICER@baznas',
  ])('%s is told so, and nothing else', async (desk) => {
    for (const tab of ['', '/hours', '/papers']) {
      const page = await open(desk, tab);
      expect(page.status, desk).toBe(403);
      expect(page.text).not.toContain('Dewi');
      expect(page.text).not.toContain(CASE_NUMBER);
    }
  });

  test('nobody learns whether a person exists', async () => {
    const browser = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    expect((await browser.get('/people/p00000000000000000000000000000000')).status).toBe(404);
  });
});

test('the auditor sees all of the path', async () => {
  const page = await open('AUDITOR@bpk');
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('titian-path__step--elsewhere');
  for (const tab of ['hours', 'training', 'assessment', 'certificate', 'placement', 'papers', 'history'])
    expect(page.html).toContain(`href="/people/${found.personId}/${tab}"`);
  for (const tab of ['training', 'assessment', 'certificate'])
    expect((await open('AUDITOR@bpk', `/${tab}`)).text).toMatch(
      /Belum ada .* yang terlihat dari meja Anda\./,
    );
  expect((await open('AUDITOR@bpk', '/placement')).text).toContain('Belum ada kartu AK-1.');
});

test('one part that cannot be read leaves the rest of the page', async () => {
  // Papers are not kept in this process: their list fails, the frame stands.
  const page = await open('EXECUTING_PROSECUTOR@kejari-medan', '/papers');
  expect(page.status).toBe(200);
  expect(page.text).toContain(NAME);
  expect(page.text).toContain('Yang Anda cari tidak ada.');
  expect(page.text).toContain('Buat: P-48, perintah pelaksanaan');
});

test('the dead are told first, and nothing is waited for', async () => {
  const other = await runningCase(api, undefined, {});
  await other.moveClock('2026-04-02T01:00:00.000Z');
  await must(
    other.send('record-death', { diedOn: '2026-04-01' }, PROSECUTOR, {
      document: { kind: 'AKTA KEMATIAN', number: 'AK-1', date: '2026-04-01' },
    }),
  );
  const browser = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
  const page = await browser.get(`/people/${other.personId}`);
  expect(page.text).toContain('Meninggal dunia');
  expect(page.text).toContain('Tidak ada tenggat yang berjalan.');
});

test('a form of a paper without its token makes nothing', async () => {
  const browser = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
  const answer = await browser.post(`/people/${found.personId}/papers`, { kind: 'p-48', caseId: 'c1' });
  expect(answer.status).toBe(403);
});
