/** People who work at Puskesmas Helvetia, in the world that the sandbox's desks open: Monday 30 March 2026, 08.00. */
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import type { ApiWorld } from '../../api/api-world.ts';
import {
  type CaseOnTheWay,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  paper,
  REGISTRAR,
  registerPerson,
  ruling,
  STAFF,
  SUPERVISOR,
} from '../../api/case-on-the-way.ts';
import { type Browser, hiddenFields, type PageAnswer } from '../console-world.ts';

/** The world that a desk of the sign-in page works on. */
export const WORLD = 'pilot';
export const SITE_DESK = 'SITE_SUPERVISOR@puskesmas-helvetia';
/** The account behind that desk. */
export const AT_DESK: SandboxIdentity = {
  sub: 'sandbox:SITE_SUPERVISOR:puskesmas-helvetia',
  role: 'SITE_SUPERVISOR',
  office: 'puskesmas-helvetia',
  site: 'puskesmas-helvetia',
};
const caseId = 'c1';
const siteId = 'puskesmas-helvetia';

export const moveClock = (api: ApiWorld, to: string) =>
  must(api.call({ url: `/api/v1/sandbox/worlds/${WORLD}/clock`, as: REGISTRAR, body: { to } }));

/** One after another, each named; planned on working days from 08:00 to 12:00. */
export async function peopleAtSite(
  api: ApiWorld,
  names: readonly string[],
): Promise<readonly CaseOnTheWay[]> {
  const startsAt = '2026-03-09T01:00:00.000Z';
  await must(api.call({ url: '/api/v1/sandbox/worlds', as: REGISTRAR, body: { id: WORLD, startsAt } }));
  const people: CaseOnTheWay[] = [];
  for (const name of names) {
    const found = await registerPerson(api, fictitiousIdentity({ name }), WORLD);
    const document = paper('PUTUSAN', 'PTS-1', '2026-03-09');
    await must(found.send('register-ruling', ruling(), STAFF, { document }));
    const final = { document: paper('PETIKAN', 'PTK-1', '2026-03-09') };
    await must(found.send('record-ruling-final', { caseId, finalOn: '2026-03-09' }, STAFF, final));
    people.push(found);
  }
  await moveClock(api, '2026-03-10T01:00:00.000Z');
  for (const { send } of people) {
    const order = { caseId, orderedOn: '2026-03-10', firstAppearanceOn: '2026-03-30' };
    await must(send('order-execution', order, PROSECUTOR, { document: paper('P-48', 'P-1', '2026-03-10') }));
    await must(send('assign-site', { caseId, siteId, source: 'PROSECUTOR' }));
    await must(send('answer-site-assignment', { caseId, siteId, accepted: true }, SUPERVISOR));
    const slots = [1, 2, 3, 4, 5].map((weekday) => ({
      ...{ weekday, start: '08:00', end: '12:00', breakMinutes: 0 },
    }));
    await must(
      send('plan-schedule', { caseId, siteId, from: '2026-03-30', discussedWithPerson: true, slots }),
    );
  }
  await moveClock(api, '2026-03-30T01:00:00.000Z');
  for (const { send } of people) {
    const document = paper('BA-17', 'BA-17-1', '2026-03-30');
    await must(send('start-execution', { caseId, startedOn: '2026-03-30' }, PROSECUTOR, { document }));
  }
  await caughtUp(api);
  return people;
}

export async function caughtUp(api: ApiWorld): Promise<void> {
  await api.ledger.sequenceLeaves();
  await api.projector.catchUp();
}

/** Event types of a journey, oldest first. */
export async function eventsOf(api: ApiWorld, { personId }: CaseOnTheWay): Promise<readonly string[]> {
  return (await api.ledger.readStream(`journey/${personId}`)).map(({ type }) => type);
}

/** All forms of a page to one address, by the values of their hidden fields. */
export function formsTo(html: string, action: string): { readonly [name: string]: string }[] {
  const forms = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  return forms
    .filter((form) => form.includes(`action="${action}"`))
    .map((form) => hiddenFields(form, action));
}

/** Presses a button of the day's list: the form of this kind about this person. */
export async function press(
  browser: Browser,
  page: PageAnswer,
  kind: string,
  { personId }: CaseOnTheWay,
  fields: { readonly [name: string]: string } = {},
): Promise<PageAnswer> {
  const form = formsTo(page.html, '/attendance').find(
    (one) => one.kind === kind && one.personId === personId,
  );
  if (form === undefined) throw new Error(`no form ${kind}`);
  const answer = await browser.post('/attendance', { ...form, ...fields });
  return answer.location === undefined ? answer : browser.open(answer.location);
}
