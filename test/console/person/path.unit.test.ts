/** The path: who sees which phase follows from the role alone, and where somebody is from the record. */
import { describe, expect, it } from 'vitest';
import { ringParts } from '../../../src/console/person/hours-ring.tsx';
import type { JourneySeen } from '../../../src/console/person/journey-view.ts';
import { evenPace, type Pace, paceWeeks } from '../../../src/console/person/pace.ts';
import { pathOf } from '../../../src/console/person/path.ts';
import type { Role } from '../../../src/domain/decider.ts';

const EMPTY: JourneySeen = {
  ...{ personId: 'p1', version: 1, registered: true, diedOn: null },
  ...{ cases: [], sessions: [] },
};

const names = (role: Role, journey: JourneySeen = EMPTY): string[] =>
  pathOf(journey, role, '2026-04-01').map(({ name }) => name);

describe('the path', () => {
  it('begins with the training for those who must not know the entrance', () => {
    for (const role of ['TRAINING_CENTRE_ADMINISTRATOR', 'PLACEMENT_OFFICER'] as const)
      expect(names(role)[0]).toBe('training');
  });

  it('is none for a site, which sees its hours alone', () => {
    expect(names('SITE_SUPERVISOR')).toEqual([]);
  });

  it('shows the same phases whatever there is', () => {
    const certified = {
      ...EMPTY,
      assessment: { assessments: [], certificates: [{ status: 'VALID' }] },
    } as unknown as JourneySeen;
    expect(pathOf(certified, 'EXECUTING_PROSECUTOR', '2026-04-01')).toEqual(
      pathOf(EMPTY, 'EXECUTING_PROSECUTOR', '2026-04-01'),
    );
    expect(
      pathOf(certified, 'AUDITOR', '2026-04-01').find(({ name }) => name === 'certificate'),
    ).toMatchObject({
      standing: 'done',
    });
  });

  it('of somebody who came by no case owes nothing', () => {
    const registered = {
      ...EMPTY,
      employment: { card: { active: true }, proposals: [], apprenticeships: [], placements: [] },
    } as unknown as JourneySeen;
    expect(pathOf(registered, 'AUDITOR', '2026-04-01').map(({ name, title }) => [name, title.id])).toEqual([
      ['entrance', 'Terdaftar'],
      ...['training', 'assessment', 'certificate', 'work', 'kept'].map((name) => [name, expect.any(String)]),
    ]);
  });

  it('ends where the sentence was replaced', () => {
    const converted = {
      ...EMPTY,
      cases: [
        {
          caseId: 'c1',
          zone: 'WIB',
          open: true,
          stage: 'CONVERTED',
          orderedMinutes: 600,
          creditedMinutes: 0,
        },
      ],
    } as unknown as JourneySeen;
    expect(pathOf(converted, 'EXECUTING_PROSECUTOR', '2026-04-01')[1]).toMatchObject({
      standing: 'ended',
      detail: { id: 'Diganti penjara atau denda' },
    });
  });
});

describe('ring and pace', () => {
  it('the parts of the ring never exceed the whole', () => {
    expect(ringParts({ target: 600, credited: 300, today: 60, left: 300 })).toEqual({
      before: 40,
      today: 10,
    });
    expect(ringParts({ target: 600, credited: 700, today: 0, left: 0 })).toEqual({ before: 100, today: 0 });
    expect(ringParts({ target: 0, credited: 0, today: 0, left: 0 })).toEqual({ before: 0, today: 0 });
  });

  const pace: Pace = {
    ...{ from: '2026-03-30', until: '2026-04-20', asOf: '2026-04-08', target: 2_100 },
    done: [
      { date: '2026-03-30', minutes: 0 },
      { date: '2026-04-02', minutes: 480 },
    ],
    planned: [
      { date: '2026-04-08', minutes: 480 },
      { date: '2026-04-16', minutes: 960 },
    ],
  };

  it('the even pace reaches the target on the last day', () => {
    expect(evenPace(pace, '2026-03-30')).toBe(0);
    expect(evenPace(pace, '2026-04-20')).toBe(2_100);
  });

  it('the table says the same week by week', () => {
    expect(paceWeeks(pace)).toEqual([
      { on: '2026-04-05', needed: 600, done: 480, planned: null },
      { on: '2026-04-12', needed: 1_300, done: 480, planned: 480 },
      { on: '2026-04-19', needed: 2_000, done: null, planned: 960 },
      { on: '2026-04-20', needed: 2_100, done: null, planned: 960 },
    ]);
  });
});
