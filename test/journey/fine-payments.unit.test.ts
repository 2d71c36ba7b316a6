/** what is paid of a fine takes hours off by its sum, whatever the payments it came in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planned } from './way.ts';

const fine = { origin: 'FINE_SUBSTITUTE_82', replaced: null, unpaidFineRupiah: 10_000_000 } as const;

const afterPaying = (payments: readonly number[]) => {
  const story = planned({ ruling: { ...fine, orderedHours: 200 } });
  for (const rupiah of payments) {
    story.accepts('record-fine-payment', { caseId: 'c1', rupiah, paidOn: '2026-03-23' });
  }
  const { orderedMinutes, unpaidFineRupiah } = story.case();
  return { orderedMinutes, unpaidFineRupiah };
};

describe('payments toward a fine that hours replace', () => {
  it('take one hour off for a hundred rupiah, not a hundred', () => {
    expect(afterPaying(Array.from({ length: 100 }, () => 1)).orderedMinutes).toBe(199 * 60);
  });

  it('take the next hour off once the sum passes the rate', () => {
    expect(afterPaying([30_000, 20_000]).orderedMinutes).toBe(199 * 60);
    expect(afterPaying([30_000, 20_000, 1]).orderedMinutes).toBe(198 * 60);
  });

  it('come to the same in any order and any parts', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 700_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, (payments) => {
        const sum = payments.reduce((total, rupiah) => total + rupiah, 0);
        const whole = afterPaying([sum]);
        expect(afterPaying(payments)).toEqual(whole);
        expect(afterPaying([...payments].reverse())).toEqual(whole);
        expect(whole.orderedMinutes).toBe((200 - Math.ceil(sum / 50_000)) * 60);
      }),
      { seed: 82, numRuns: 60 },
    );
  });
});
