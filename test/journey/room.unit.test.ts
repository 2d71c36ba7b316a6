/** Nothing of a journey grows for ever, and two records that are too large together stay two. */
import { describe, expect, it } from 'vitest';
import { MOST, requireRoom, sizeOf } from '../../src/domain/journey/size.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { TwoRecords } from '../keeping/two-records.ts';
import { approved, does, imported, inTraining, prisonCase } from '../prison/prison-world.ts';

const reason = 'sealed:v1:x';
const times = <Item>(count: number, item: (nth: number) => Item): Item[] =>
  Array.from({ length: count }, (_, nth) => item(nth));

const full = (kind: keyof typeof MOST) => ({ code: 'TOO_MANY', parameters: { kind, limit: MOST[kind] } });

describe('a journey takes no more', () => {
  it('rights requests', () => {
    const story = imported();
    const request = { kind: 'ACCESS', note: reason } as const;
    for (const _ of times(MOST.requests, () => 0)) story.accepts('file-rights-request', request);
    expect(story.refuses('file-rights-request', request)).toMatchObject(full('requests'));
  });

  it('breaches of data protection', () => {
    const { domain } = imported().state;
    const breach = { notifyBy: null, escalateAt: null, told: [] } as never;
    const breaches = times(MOST.breaches, (nth) => ({ ...(breach as object), breachId: `b${nth}` }) as never);
    const state = { ...domain, keeping: { ...domain.keeping, breaches } } as JourneyState;
    const one = { type: 'DataBreachDetected', data: {} } as never;
    expect(requireRoom(state, [one])).toMatchObject({ refusal: full('breaches') });
    expect(requireRoom(domain, [one])).toBeUndefined();
  });

  it('entries in Register F', () => {
    const story = imported();
    const entry = { entryOn: '2026-02-02', suspendsTraining: false };
    for (const _ of times(MOST.discipline, () => 0)) does(story, 'record-discipline', entry);
    const sent = story.send('record-discipline', { caseId: 'c1', ...entry }, { actor: PRISON });
    expect(sent.refusal).toMatchObject(full('discipline'));
  });

  it('interruptions that stand at once, until they are ended', () => {
    const story = inTraining(approved());
    const lockdown = { from: '2026-02-10' };
    for (const _ of times(MOST.interruptions, () => 0)) does(story, 'declare-lockdown', lockdown);
    const sent = story.send('declare-lockdown', { caseId: 'c1', ...lockdown }, { actor: PRISON });
    expect(sent.refusal).toMatchObject(full('interruptions'));
    does(story, 'end-interruption', { on: '2026-02-10' });
    does(story, 'declare-lockdown', lockdown);
    expect(prisonCase(story).interruptions).toHaveLength(1);
  });
});

const PRISON = { id: 'a-lapas', role: 'PRISON_OFFICER', office: 'lapas-medan' } as const;

describe('a merge', () => {
  const SYSTEM = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
  const kinds = Object.keys(MOST) as (keyof typeof MOST)[];
  /** The record that stays says that it holds so much of a kind; the other answers. */
  const asked = (kind: keyof typeof MOST, over: number) => {
    const records = new TwoRecords();
    const own = sizeOf(records.state('ani-2'))[kind];
    const size = { ...sizeOf(records.state('ani')), [kind]: MOST[kind] - own + over };
    records.send('ani-2', 'be-merged', { into: 'ani', diedOn: null, isCandidate: false, size }, SYSTEM);
    return records;
  };

  it.each(kinds.filter((kind) => kind !== 'requests' && kind !== 'breaches'))('counts %s of both', (kind) => {
    expect(asked(kind, 0).state('ani-2').keeping.mergedInto).toBe('ani');
    const tooMany = asked(kind, 1);
    expect(tooMany.state('ani-2').keeping.mergedInto).toBeNull();
    expect(tooMany.last('ani-2', 'PersonMergeDeclined')).toMatchObject({ code: 'TOO_MANY' });
  });

  it.each(['requests', 'breaches'] as const)('leaves %s where they were told', (kind) => {
    expect(asked(kind, 1).state('ani-2').keeping.mergedInto).toBe('ani');
  });
});
