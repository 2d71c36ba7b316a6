/** The pilot's files by themselves: each holds against the pure deciders, and all fit on one line of time. */
import { describe, expect, it } from 'vitest';
import { readStories } from '../../src/pilot/stories.ts';
import { timelineOf } from '../../src/pilot/timeline.ts';
import { NO_EXPECTATION } from '../../src/scenarios/no-expectation.ts';
import { PureDriver } from '../../src/scenarios/pure/pure-driver.ts';
import { failureText } from '../../src/scenarios/report.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';
import type { Step } from '../../src/scenarios/scenario.ts';

const stories = readStories();
const stepsOf = (kind: (step: Step) => boolean) =>
  stories.flatMap(({ scenario }) => scenario.steps.filter(kind));

describe('the pilot’s files', () => {
  it.each(stories)('$name goes as it says', async ({ scenario }) => {
    const result = await runScenario(scenario, new PureDriver());
    expect(failureText(result, scenario)).toBe('');
  });

  it('show cases at different stages', () => {
    const checks = stepsOf(({ kind }) => kind === 'check');
    expect(checks).toHaveLength(25);
    const stages = checks.flatMap(({ expect: { stage } }) => stage ?? []);
    const different = [
      'CLOSED',
      'COMPLETED',
      'CONVERTED',
      'HELD',
      'PLANNED',
      'PROPOSED',
      'REFERRED',
      'REGISTERED',
      'RELEASED',
      'REPEAT',
      'RUNNING',
      'WAITING',
    ];
    expect([...new Set(stages)].sort()).toEqual(different);
  });

  it('walk further on the road: class, test, certificate, work, permit, two records', () => {
    const looked = stepsOf(({ kind }) => kind === 'check').flatMap(({ expect: { part, state } }) => [
      ...Object.entries(part),
      ...Object.entries(state),
    ]);
    expect(looked).toEqual(
      expect.arrayContaining([
        ['training.enrolments.0.stage', 'ACTIVE'],
        ['assessment.assessments.0.stage', 'COMPETENT'],
        ['assessment.certificates.0.status', 'EXPIRING'],
        ['employment.placements.0.kind', 'EMPLOYED'],
        ['extensionLastDay', '2026-09-25'],
        ['referral.cases.c1.stage', 'CONSENTED'],
      ]),
    );
  });

  it('expect nothing of messages in between: a resumed play finds them arrived', () => {
    for (const step of stepsOf(() => true)) expect(step.expect.later).toEqual([]);
  });

  it('look at a case only where a check does: a resumed play finds it further on than its step', () => {
    const { stage, creditedMinutes, minutesLeft, deadlines, state, part } = NO_EXPECTATION;
    for (const step of stepsOf(({ kind }) => kind !== 'check')) {
      expect(['command', 'register-person', 'entity', 'register']).toContain(step.kind);
      expect(step.expect).toMatchObject({ stage, creditedMinutes, minutesLeft, deadlines, state, part });
    }
  });

  it('hold nobody’s NIK: the district code 99 is given to no district', () => {
    const niks = stories.flatMap(({ scenario }) => Object.values(scenario.people).map(({ nik }) => nik));
    const given = niks.filter((nik) => nik !== null);
    expect(given).toHaveLength(22);
    for (const nik of given) expect(nik).toMatch(/^\d{4}99\d{10}$/);
  });
});

describe('the pilot’s line of time', () => {
  const turns = timelineOf(stories);

  it('takes every command once, each story’s in its own order', () => {
    for (const story of stories) {
      const taken = turns.flatMap(({ chains }) =>
        chains.filter((chain) => chain.story === story).flatMap(({ steps }) => steps),
      );
      expect(taken).toEqual(story.scenario.steps.filter(({ kind }) => kind !== 'check'));
    }
  });

  it('moves the clock forward only', () => {
    const instants = turns.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
  });

  it('ends with one step alone, the last of its story: on record, it stands for the whole pilot', () => {
    const [chain, ...others] = turns.at(-1)!.chains;
    expect(others).toEqual([]);
    expect(chain!.steps).toEqual([chain!.story.scenario.steps.at(-1)]);
  });
});
