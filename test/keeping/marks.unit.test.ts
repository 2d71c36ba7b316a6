/** Legal hold and hiding are of the human: a merge loses neither, and taking it apart gives each its own (G-10, G-11). */
import { describe, expect, it } from 'vitest';
import { does, imported, warden } from '../prison/prison-world.ts';
import { TwoRecords } from './two-records.ts';

const reason = 'sealed:v1:x';
const apart = { otherPersonId: 'ani-2', reason };

const kept = (records: TwoRecords, person: string) => {
  const { legalHold, hidden } = records.state(person).keeping;
  return { legalHold, hidden };
};

function hides(records: TwoRecords, person: string): void {
  records.send(person, 'file-rights-request', { kind: 'ERASURE', note: reason });
  const answer = { requestId: 'r1', outcome: 'PARTLY_GRANTED', article: 'UU 27/2022 art. 15' };
  records.send(person, 'answer-rights-request', { ...answer, reason, hidden: true });
}

describe('what is held or hidden', () => {
  it('of either record holds for both, and goes back to the record it was of', () => {
    const records = new TwoRecords();
    records.send('ani-2', 'place-legal-hold', { reason });
    hides(records, 'ani-2');
    records.merge();
    expect(kept(records, 'ani')).toEqual({ legalHold: true, hidden: true });
    records.send('ani', 'unmerge-person', apart);
    expect(kept(records, 'ani')).toEqual({ legalHold: false, hidden: false });
    expect(kept(records, 'ani-2')).toEqual({ legalHold: true, hidden: true });
  });

  it('and lifted or placed while they were one is so for both', () => {
    const records = new TwoRecords();
    records.send('ani-2', 'place-legal-hold', { reason });
    records.merge();
    records.send('ani', 'lift-legal-hold', { reason });
    records.send('ani', 'unmerge-person', apart);
    expect([kept(records, 'ani').legalHold, kept(records, 'ani-2').legalHold]).toEqual([false, false]);
    const others = new TwoRecords().merge();
    others.send('ani', 'place-legal-hold', { reason });
    others.send('ani', 'unmerge-person', apart);
    expect([kept(others, 'ani').legalHold, kept(others, 'ani-2').legalHold]).toEqual([true, true]);
  });

  it('tells the end of keeping of a prison case too', () => {
    const story = imported();
    story.accepts('place-legal-hold', { reason }, { actor: warden });
    const released = { kind: 'BEBAS_MURNI', on: '2026-02-02', contactOffice: 'disnaker-medan' } as const;
    does(story, 'record-release', released);
    does(story, 'hand-over-released', { to: 'disnaker-medan', on: '2026-02-02' });
    does(story, 'close-prison-case', { reason: 'PROGRAMME_DONE' });
    story.at('2036-03-01T09:00');
    expect(story.all('RetentionHeld')).toMatchObject([{ data: { caseId: 'c1' } }]);
  });
});

it('an offer made after a merge was taken apart stays the record’s own through the next one', () => {
  const records = new TwoRecords(['ani', 'ani-2', 'ani-3']);
  const prosecutor = { id: 'a-jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' } as const;
  const offers = (person: string, times = 1) => {
    for (let time = 0; time < times; time += 1) {
      const offer = { caseId: 'c1', programmeId: 'las-smaw-160', as: 'VOLUNTARY' };
      expect(records.send(person, 'offer-training', offer, prosecutor).refusal).toBeUndefined();
    }
  };
  const own = (person: string) => Object.keys(records.state(person).training.offers);
  offers('ani');
  offers('ani-2', 2);
  records.merge();
  offers('ani');
  records.send('ani', 'unmerge-person', apart);
  offers('ani-3', 3);
  expect(own('ani')).toEqual(['o1', 'o4']);
  records.send('ani', 'merge-person', { otherPersonId: 'ani-3', reason });
  expect(own('ani')).toEqual(['o1', 'o4', 'o5', 'o6', 'o7']);
  records.send('ani', 'unmerge-person', { otherPersonId: 'ani-3', reason });
  expect([own('ani'), own('ani-3')]).toEqual([
    ['o1', 'o4'],
    ['o1', 'o2', 'o3'],
  ]);
});
