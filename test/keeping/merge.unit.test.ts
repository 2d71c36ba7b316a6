/** Two records become one, and two again (G-03, I.6b). */
import { describe, expect, it } from 'vitest';
import type { KeepingEvents } from '../../src/domain/journey/keeping/events.ts';
import { TwoRecords } from './two-records.ts';

const worked = (): TwoRecords => {
  const records = new TwoRecords();
  records.works('ani', '2026-03-31');
  records.works('ani-2', '2026-03-31', ['10:00', '16:00']);
  records.works('ani-2', '2026-04-01');
  return records;
};

describe('a merge', () => {
  it('gives the record that stays both obligations and all dated minutes', () => {
    const state = worked().merge().state('ani');
    expect(Object.keys(state.cases)).toEqual(['c1', 'c2']);
    expect(state.cases.c2?.creditedMinutes).toBe(600);
    expect(state.cases.c2?.stage).toBe('RUNNING');
    expect(Object.keys(state.sessions)).toEqual(['s1', 's2', 's3']);
    expect(state.sessions.s2?.caseId).toBe('c2');
  });

  it('lists the days over the limit and the sessions over one another, and takes nothing back', () => {
    const records = worked().merge();
    const merged = records.last<KeepingEvents['PersonMerged']>('ani', 'PersonMerged');
    expect(merged?.daysOverLimit).toEqual([{ date: '2026-03-31', minutes: 600 }]);
    expect(merged?.overlaps).toEqual([{ sessionId: 's1', otherSessionId: 's2' }]);
    expect(merged?.plansToRenew).toEqual(['c2']);
    const state = records.state('ani');
    expect((state.cases.c1?.creditedMinutes ?? 0) + (state.cases.c2?.creditedMinutes ?? 0)).toBe(840);
  });

  it('holds the 8-hour day across both from then on (L-22)', () => {
    const records = worked().merge();
    const full = records.send('ani', 'record-session', {
      ...{ caseId: 'c2', siteId: 'puskesmas-helvetia', breaks: [] },
      ...{ start: '2026-04-01T13:00', end: '2026-04-01T18:00' },
    });
    expect(full.refusal?.code).toBe('NOT_PERMITTED');
    const staff = { id: 'a-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' } as const;
    const entry = {
      ...{ caseId: 'c2', siteId: 'puskesmas-helvetia', breaks: [] },
      ...{ start: '2026-04-01T13:00', end: '2026-04-01T18:00' },
    };
    expect(records.send('ani', 'record-session', entry, staff).refusal?.code).toBe('DAILY_LIMIT');
  });

  it('refuses every command to the record that went, and names the one that stays', () => {
    const records = worked().merge();
    const answer = records.send('ani-2', 'close-case', { caseId: 'c1', reason: 'COMPLETED' });
    expect(answer.refusal).toMatchObject({ code: 'PERSON_MERGED', parameters: { personId: 'ani' } });
  });

  it('leaves the record that went waiting for nothing, and all its events in place', () => {
    const records = worked().merge();
    const before = records.types('ani-2').length;
    records.at('2026-12-31T09:00');
    expect(records.types('ani-2')).toHaveLength(before);
    expect(records.types('ani-2')).toContain('RulingRegistered');
  });

  it('lets the adopted case’s clocks run on in the record that stays', () => {
    const records = worked().merge().at('2026-09-27T09:00');
    const ended = records.world
      .eventsOf('journey/ani')
      .filter(({ type }) => type === 'WindowEnded')
      .map(({ data }) => (data as { caseId: string }).caseId);
    expect(ended.sort()).toEqual(['c1', 'c2']);
  });

  it('is declined where the deaths differ, and nothing has moved', () => {
    const records = worked();
    const prosecutor = { id: 'a-jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' } as const;
    records.send('ani', 'record-death', { diedOn: '2026-04-05' }, prosecutor);
    records.send('ani-2', 'record-death', { diedOn: '2026-04-06' }, prosecutor);
    records.merge();
    expect(records.last('ani', 'PersonMergeRefused')).toMatchObject({ code: 'DEATHS_DIFFER' });
    expect(records.state('ani-2').keeping.mergedInto).toBeNull();
    expect(records.state('ani').keeping.mergingWith).toBeNull();
  });

  it('of a record with itself is refused', () => {
    const answer = worked().send('ani', 'merge-person', { otherPersonId: 'ani', reason: 'sealed:v1:x' });
    expect(answer.refusal?.code).toBe('MERGE_WITH_ITSELF');
  });

  it('of two into each other at once leaves both as they were', () => {
    const records = worked();
    // Both ask before either has heard: the messages cross.
    records.send('ani', 'merge-person', { otherPersonId: 'ani-2', reason: 'sealed:v1:x' });
    const again = records.send('ani-2', 'merge-person', { otherPersonId: 'ani', reason: 'sealed:v1:x' });
    expect(again.refusal?.code).toBe('PERSON_MERGED');
  });
});

describe('taken apart', () => {
  it('gives each record its own again, as if nothing had been', () => {
    const records = worked();
    const [one, other] = [records.state('ani'), records.state('ani-2')];
    records.merge();
    records.send('ani', 'unmerge-person', { otherPersonId: 'ani-2', reason: 'sealed:v1:x' });
    const withoutPlan = { ...other.cases.c1, plan: null };
    expect(records.state('ani-2').cases).toEqual({ c1: withoutPlan });
    expect(records.state('ani-2').sessions).toEqual(other.sessions);
    expect(records.state('ani-2').keeping.mergedInto).toBeNull();
    expect(records.state('ani').cases).toEqual(one.cases);
    expect(records.state('ani').sessions).toEqual(one.sessions);
  });

  it('takes along what was added to the adopted case meanwhile', () => {
    const records = worked().merge();
    const staff = { id: 'a-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' } as const;
    const entry = {
      ...{ caseId: 'c2', siteId: 'puskesmas-helvetia', breaks: [] },
      ...{ start: '2026-04-02T08:00', end: '2026-04-02T10:00' },
    };
    expect(records.send('ani', 'record-session', entry, staff).outcome).toBe('accepted');
    records.send('ani', 'unmerge-person', { otherPersonId: 'ani-2', reason: 'sealed:v1:x' });
    expect(records.state('ani-2').cases.c1?.creditedMinutes).toBe(720);
    expect(records.state('ani').cases.c1?.creditedMinutes).toBe(240);
    expect(records.send('ani-2', 'record-session', { ...entry, caseId: 'c1' }, staff).refusal?.code).toBe(
      'OVERLAP',
    );
  });

  it('never gives an ordinal twice', () => {
    const records = worked().merge();
    records.send('ani', 'unmerge-person', { otherPersonId: 'ani-2', reason: 'sealed:v1:x' });
    records.works('ani', '2026-04-03');
    expect(Object.keys(records.state('ani').sessions)).toEqual(['s1', 's4']);
  });

  it('is refused for a record that was never merged, or not last', () => {
    const records = worked();
    const never = records.send('ani', 'unmerge-person', { otherPersonId: 'ani-2', reason: 'sealed:v1:x' });
    expect(never.refusal?.code).toBe('NOT_MERGED_LAST');
  });
});
