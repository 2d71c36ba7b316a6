/** Every command that somebody may send has a form that opens, is labelled throughout, and can be filled in and asked about. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMAND_RULES, type CommandName } from '../../../src/access/roles.ts';
import { ASSESSMENT_COMMANDS, PROPOSAL_COMMANDS } from '../../../src/catalogue/addressed.ts';
import { ALL_COMMANDS, type RegisterEntry } from '../../../src/catalogue/index.ts';
import { type CommandTarget, targetPath } from '../../../src/console/addresses.ts';
import { newFormId } from '../../../src/console/forms/flow/command-form.tsx';
import { beginsSomething, entryFor } from '../../../src/console/forms/flow/doors.ts';
import { SANDBOX_DESKS } from '../../../src/console/sandbox-desks.ts';
import { createAssessmentList } from '../../../src/projections/assessment-list.ts';
import { createCandidateList } from '../../../src/projections/candidate-list.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { runningCase } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser } from '../console-world.ts';
import { fillIn, unlabelled } from './form-boxes.ts';

const SENDABLE = ALL_COMMANDS.filter(({ door }) => door !== 'internal');
const deskFor = (command: string): string | undefined =>
  SANDBOX_DESKS.find(({ identity }) => COMMAND_RULES[command as CommandName][identity.role] !== undefined)
    ?.key;

let api: ApiWorld;
let person = '';
const browsers = new Map<string, Promise<Browser>>();
const at = (key: string): Promise<Browser> => {
  const found = browsers.get(key) ?? atDesk(api, key);
  browsers.set(key, found);
  return found;
};
beforeAll(async () => {
  api = await openApi({
    console: true,
    rooms: ({ pool }) => ({
      assessments: createAssessmentList(pool),
      candidates: createCandidateList(pool),
    }),
  });
  const found = await runningCase(api);
  person = found.personId;
});
afterAll(() => api.close());

function targetsOf(entry: (typeof SENDABLE)[number]): CommandTarget[] {
  const { name, target } = entry;
  const targets: CommandTarget[] = [];
  if (beginsSomething(name)) targets.push({ kind: 'new' });
  if (target === 'journey') targets.push({ kind: 'person', id: person });
  else if (target === 'register') {
    const { register } = entry as RegisterEntry;
    targets.push({ kind: 'register', register, id: register === 'site' ? 'puskesmas-helvetia' : 'contoh' });
  } else targets.push({ kind: target, id: 'contoh' });
  if ((ASSESSMENT_COMMANDS as readonly string[]).includes(name))
    targets.push({ kind: 'assessment', id: `a${'0'.repeat(28)}` });
  if ((PROPOSAL_COMMANDS as readonly string[]).includes(name))
    targets.push({ kind: 'proposal', id: `w${'0'.repeat(28)}` });
  if (name === 'propose-candidate') targets.push({ kind: 'candidate', id: '0'.repeat(32) });
  return targets.filter((one) => entryFor(one, name) !== undefined);
}

describe('every command', () => {
  test('has somebody who may send it and something it is sent to', () => {
    const lost = SENDABLE.filter(
      (entry) => deskFor(entry.name) === undefined || targetsOf(entry).length === 0,
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  test('opens for a desk that may send it, every box with a label', async () => {
    const wrong: unknown[] = [];
    for (const entry of SENDABLE) {
      const browser = await at(deskFor(entry.name)!);
      const [target] = targetsOf(entry);
      const action = `${targetPath(target!)}/do/${entry.name}`;
      const page = await browser.get(`${action}?draft=${newFormId()}`);
      if (page.status !== 200 || !page.html.includes('value="sample"')) wrong.push([action, page.status]);
      const nameless = unlabelled(page.html);
      if (nameless.length > 0) wrong.push([action, nameless]);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test.each([
    ...['register-ruling', 'plan-schedule', 'record-breach-decision', 'correct-entry', 'import-inmate'],
    ...[
      'start-placement',
      'set-availability',
      'request-assessment',
      'verify-requirements',
      'confirm-employment',
    ],
    ...['propose-candidate', 'open-class', 'record-attendance', 'apply-for-permit', 'report-vacancy'],
    ...['set-policy', 'register-programme', 'open-finding'],
  ])('%s takes its own example to the end, at every door', async (name) => {
    const entry = SENDABLE.find((one) => one.name === name)!;
    const browser = await at(deskFor(name)!);
    for (const target of targetsOf(entry)) {
      const action = `${targetPath(target)}/do/${name}`;
      let page = await browser.open(action);
      for (let pages = 0; pages < 8 && page.html.includes('value="sample"'); pages += 1) {
        page = await fillIn(browser, page, action, { _do: 'sample' });
        page = await fillIn(browser, page, action);
        expect([action, page.status]).toEqual([action, 200]);
        // The law may have something to say against it; that ends the way, too.
        if (page.text.includes('Ada yang perlu diperbaiki')) break;
      }
      const isAsked = page.html.includes('value="~periksa"') || page.html.includes('govuk-error-summary');
      expect([action, isAsked]).toEqual([action, true]);
    }
  });
});

describe('the lists', () => {
  test.each(SANDBOX_DESKS.map(({ key }) => key))('of %s lead to forms that open', async (key) => {
    const browser = await at(key);
    const all = await browser.get('/commands');
    expect(all.status).toBe(200);
    const links = [...all.html.matchAll(/href="(\/do\/[^"]*)"/g)].map(([, href]) => href!);
    for (const href of links) expect([href, (await browser.open(href)).status]).toEqual([href, 200]);
    const ofPerson = await browser.get(`/commands?person=${person}`);
    const forms = [...ofPerson.html.matchAll(/href="(\/people\/[^"]*\/do\/[^"]*)"/g)].map(
      ([, href]) => href!,
    );
    expect((await browser.open(forms[0] ?? '/commands')).status).toBe(200);
  });

  test('of registers show entries and what the registrar may do with them', async () => {
    const registrar = await at('REGISTRAR@pusat');
    expect((await registrar.get('/registers')).text).toContain('Tempat kerja sosial');
    const sites = await registrar.get('/registers/site');
    expect(sites.html).toContain('href="/registers/site/puskesmas-helvetia"');
    expect(sites.html).toContain('href="/do/register-site"');
    const entry = await registrar.get('/registers/site/puskesmas-helvetia');
    expect(entry.html).toContain('href="/registers/site/puskesmas-helvetia/do/amend-site"');
    expect(entry.text).toContain('puskesmas-helvetia');
    const staff = await at('PIDUM_STAFF@kejari-medan');
    expect((await staff.get('/registers/site/puskesmas-helvetia')).html).not.toContain('/do/');
    expect((await staff.get('/registers/nothing')).status).toBe(404);
    for (const register of ['office', 'calendar', 'policy', 'programme', 'scheme', 'assessor', 'employer']) {
      const page = await staff.get(`/registers/${register}`);
      const link = new RegExp(`href="(/registers/${register}/[^"]*)"`).exec(page.html)?.[1];
      expect([register, page.status]).toEqual([register, 200]);
      if (link !== undefined) expect([link, (await staff.get(link)).status]).toEqual([link, 200]);
    }
  });

  test('a new entry is registered under a code that is asked for', async () => {
    const registrar = await at('REGISTRAR@pusat');
    const action = '/do/register-employer';
    const form = await registrar.open(action);
    const filled = await fillIn(registrar, form, action, { _do: 'sample' });
    const bad = await fillIn(registrar, filled, action, { '~id': 'Bukan Kode!' });
    expect(bad.html).toContain('id="f--id-error"');
    const check = await fillIn(registrar, bad, action, { '~id': 'pt-contoh-baru' });
    const done = await fillIn(registrar, check, action);
    expect(done.text).toContain('Tercatat:');
    expect(done.html).toContain('href="/registers/employer/pt-contoh-baru"');
  });
});
