/** The public check without a script: by number, and nothing but valid or not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCertificateList } from '../../../src/projections/certificate-list.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { must, REGISTRAR } from '../../api/case-on-the-way.ts';
import { Browser } from '../console-world.ts';

const [VALID, WITHDRAWN] = ['62014 2512 3 0001234 2026', '62014 2512 3 0009999 2026'];

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi({
    console: true,
    rooms: ({ pool }) => ({ certificates: createCertificateList(pool) }),
  });
  const startsAt = '2026-08-10T02:00:00.000Z';
  await must(api.call({ url: '/api/v1/sandbox/worlds', as: REGISTRAR, body: { id: 'pilot', startsAt } }));
  for (const [id, number, status] of [
    ['t1', VALID, 'VALID'],
    ['t2', WITHDRAWN, 'WITHDRAWN'],
  ]) {
    await api.superPool.query(
      `INSERT INTO projection.certificate_list
         (certificate_id, world, certification_body, scheme_id, number, number_key, status, status_since, issued_on,
          valid_from, valid_until, valid_until_at, zone, period, units, assessor_ids, reviewed_for, assessment_id,
          holder_deceased, version)
       VALUES ($1, 'pilot', 'lsp-p2-bbpvp-medan', 'las-smaw', $2, replace($2, ' ', ''), $3, '2026-06-15',
          '2026-06-15', '2026-06-15', '2029-06-15', '2029-06-15T16:59:59Z', 'WIB', 1, '{}', '{}', '{}', 'a1', false, 1)`,
      [id, number, status],
    );
  }
}, 120_000);
afterAll(() => api.close());

const check = async (number: string) => {
  const browser = new Browser(api);
  return browser.submit(await browser.get('/certificates/check'), '/certificates/check', { number });
};

test('a valid one is told with scheme, body and last day, and the moment of the status', async () => {
  const page = await check(VALID!);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Berlaku');
  expect(page.text).toContain('15 Juni 2029');
  expect(page.text).toContain('Status per Senin, 10 Agustus 2026, pukul');
});

test('one that was withdrawn and one that never was are told alike', async () => {
  const about = (text: string, number: string) =>
    text.replaceAll(number, '').replace(/pukul \d\d\.\d\d/g, '');
  const [withdrawn, unknown] = [await check(WITHDRAWN!), await check('tidak-ada')];
  expect(withdrawn.text).toContain('Tidak ada sertifikat yang berlaku');
  expect(about(withdrawn.text, WITHDRAWN!)).toBe(about(unknown.text, 'tidak-ada'));
});

test('nothing typed is an error beside the field', async () => {
  const page = await check('  ');
  expect(page.status).toBe(400);
  expect(page.html).toContain('id="number-error"');
});

test('the number stands in no address and in no line of the log', async () => {
  await check(VALID!);
  expect(api.logLines.join('\n')).not.toMatch(/0001234/);
});

test('sixty tries a minute, and no more', async () => {
  const browser = new Browser(api);
  const form = await browser.get('/certificates/check');
  const answers: number[] = [];
  for (let tries = 0; tries < 61; tries += 1)
    answers.push((await browser.submit(form, '/certificates/check', { number: '1' })).status);
  expect(answers).toContain(429);
});

test('the texts for everybody say what they must in both languages', async () => {
  const browser = new Browser(api);
  expect((await browser.get('/privacy')).text).toContain('Ombudsman Republik Indonesia');
  expect((await browser.get('/about')).text).toContain('Siapa yang menjalankan');
  expect((await browser.get('/accessibility')).text).toContain('Kekurangan yang kami ketahui');
  await browser.get('/language/en?back=/privacy');
  expect((await browser.get('/privacy')).text).toContain('Law 27 of 2022');
});
