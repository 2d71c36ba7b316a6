/** What a person has only once: joined at a merge, and given back to each record as it had it (G-03). */
import { describe, expect, it } from 'vitest';
import { joinedOnce, type Once, partedOnce } from '../../src/domain/journey/keeping/once.ts';
import { registrar, TwoRecords } from './two-records.ts';

const text = 'sealed:v1:x';
const seeker = (office: string | null, candidateId: string | null): Once['seeker'] => ({
  ...{ office, zone: office === null ? null : 'WIB', candidateId, card: null, availability: null },
});
const once = (changes: Partial<Once> = {}): Once => ({
  ...{ provisional: false, identityWarnings: [], diedOn: null, consents: {}, eligibility: {} },
  seeker: seeker(null, null),
  ...changes,
});

describe('what a person has once', () => {
  it('is no where either record says no', () => {
    const mine = once({ consents: { MATCHING: true }, eligibility: { bank: true } });
    const theirs = once({ consents: { MATCHING: false, FOLLOW_UP: true }, eligibility: { bank: false } });
    const both = joinedOnce(mine, theirs);
    expect(both.consents).toEqual({ MATCHING: false, FOLLOW_UP: true });
    expect(both.eligibility).toEqual({ bank: false });
    const { rest, returned } = partedOnce(both, mine, theirs);
    expect(rest).toEqual(mine);
    expect(returned).toEqual(theirs);
  });

  it('keeps a no that was said meanwhile for both, and a yes for the record that heard it', () => {
    const mine = once({ consents: { MATCHING: true } });
    const theirs = once({ consents: { FOLLOW_UP: true } });
    const now = once({ consents: { MATCHING: false, FOLLOW_UP: true, NOTIFICATION: true } });
    const { rest, returned } = partedOnce(now, mine, theirs);
    expect(rest.consents).toEqual({ MATCHING: false, NOTIFICATION: true });
    expect(returned.consents).toEqual({ MATCHING: false, FOLLOW_UP: true });
  });

  it('gives each its own placement office, also where only the other had one', () => {
    const mine = once();
    const theirs = once({ seeker: seeker('disnaker-medan', 'k-2') });
    const both = joinedOnce(mine, theirs);
    expect(both.seeker.office).toBe('disnaker-medan');
    expect(partedOnce(both, mine, theirs)).toEqual({ rest: mine, returned: theirs });
    const two = once({ seeker: seeker('disnaker-binjai', 'k-1') });
    expect(joinedOnce(two, theirs).seeker).toEqual(two.seeker);
    expect(partedOnce(joinedOnce(two, theirs), two, theirs)).toEqual({ rest: two, returned: theirs });
  });
});

it('a breach of the record that went can still be told, and is no longer escalated then', () => {
  const records = new TwoRecords();
  const breach = { breachId: 'b1', categories: ['IDENTITY'], note: text };
  expect(records.send('ani-2', 'report-data-breach', breach).outcome).toBe('accepted');
  records.merge();
  for (const told of ['PERSON', 'AGENCY']) {
    const notified = records.send('ani-2', 'notify-data-breach', { breachId: 'b1', told }, registrar);
    expect(notified.outcome).toBe('accepted');
  }
  const before = records.types('ani-2').length;
  records.at('2026-12-31T09:00');
  expect(records.types('ani-2')).toHaveLength(before);
});
