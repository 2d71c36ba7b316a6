/** Of the whole way, told as files: what each office along it is shown of where the person came from (G-08, I-8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VerifiedActor } from '../../src/access/reach.ts';
import { seenCases } from '../../src/api/case-reach.ts';
import { journeyView } from '../../src/api/views.ts';
import { foldEntity, initialEntityState } from '../../src/domain/decide.ts';
import type { RecordedEvent } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { parseScenario } from '../../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../../src/scenarios/pure/pure-driver.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';

const told = async (name: string) => {
  const text = readFileSync(join(import.meta.dirname, '../scenarios', name), 'utf8');
  return runScenario(parseScenario(name, text), new PureDriver());
};

/** The journey as the API answers that actor, after the last event of a type or at the end. */
function shown(actor: VerifiedActor, alias: string, events: readonly RecordedEvent[], until?: string) {
  const last = events.findLast(({ type }) => type === until)?.version ?? Number.POSITIVE_INFINITY;
  const known = events.filter(({ version }) => version <= last);
  const entity = foldEntity(journeyDecider, initialEntityState(journeyDecider, alias), known);
  const caseIds = new Set(seenCases(actor, entity.domain).keys());
  return journeyView(actor, [{ entity, caseIds }]);
}

const centre: VerifiedActor = {
  ...{ id: 'a-centre', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan', site: 'bbpvp-medan' },
};
const placer: VerifiedActor = { id: 'a-placer', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };
const body: VerifiedActor = {
  ...{ id: 'a-body', role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-p2-bbpvp-medan' },
};
const ORIGIN = /kejari|jaksa|putusan|bapas|lapas|offer|case|466|ruling|release|remission|sentence/i;

describe('a person on community service who trains beside it', () => {
  it.each([
    ['while the class runs', 'EnrolmentStarted'],
    ['at the end of the way', undefined],
  ])('is to the centre a name in a class, with units and hours, %s', async (_when, until) => {
    const { journeys } = await told('t23-kerja-sosial-lalu-kerja.yaml');
    const { training, ...rest } = shown(centre, 'arif', journeys.arif!, until);
    expect(training).toMatchObject({ enrolments: [{ classId: 'las-sabtu-1', centre: 'bbpvp-medan' }] });
    expect(rest.cases).toEqual([]);
    expect(rest.sessions).toEqual([]);
    expect(JSON.stringify(training)).not.toMatch(ORIGIN);
  });

  it.each([body, placer])('has no origin for $role', async (actor) => {
    const { journeys } = await told('t23-kerja-sosial-lalu-kerja.yaml');
    const { cases, sessions, ...rest } = shown(actor, 'arif', journeys.arif!);
    expect([cases, sessions]).toEqual([[], []]);
    expect(JSON.stringify(rest)).not.toMatch(/kejari|bapas|466|ruling/i);
  });
});

describe('a person who came from prison', () => {
  it('has no prison in what the placement office reads', async () => {
    const { journeys } = await told('t24-lapas-rpl-lalu-kerja.yaml');
    const { cases, prison } = shown(placer, 'yusuf', journeys.yusuf!);
    expect([cases, prison]).toEqual([[], undefined]);
  });

  it.each(['class/jahit-balai', 'certificate/'])('is nobody in particular to %s', async (kind) => {
    const { entities = {} } = await told('t24-lapas-rpl-lalu-kerja.yaml');
    const events = Object.entries(entities).find(([name]) => name.startsWith(kind))?.[1] ?? [];
    expect(events.length).toBeGreaterThan(1);
    const data = JSON.stringify(events.map((event) => event.data));
    expect(data).not.toMatch(/lapas|yusuf|bapas|remission|person|case/i);
  });
});
