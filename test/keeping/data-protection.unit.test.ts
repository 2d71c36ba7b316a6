/** Rights requests, breaches and legal hold: clock hours, no working-day rule (G-07, G-10, G-11, I.7, S59). */
import { describe, expect, it } from 'vitest';
import { TwoRecords } from './two-records.ts';

const alone = () => new TwoRecords(['ani']);
const person = { id: 'a-ani', role: 'PERSON', office: 'ani' } as const;
const staff = { id: 'a-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' } as const;

describe('S59: a request to erase', () => {
  it('is answered, hidden from operational screens, and the reason is stored', () => {
    const records = alone();
    records.send('ani', 'file-rights-request', { kind: 'ERASURE', note: 'sealed:v1:x' }, person, false);
    const answer = {
      ...{ requestId: 'r1', outcome: 'REFUSED', article: 'UU 27/2022 art. 15' },
      ...{ reason: 'sealed:v1:x', hidden: true },
    };
    expect(records.send('ani', 'answer-rights-request', answer, staff).outcome).toBe('accepted');
    expect(records.state('ani').keeping).toMatchObject({
      hidden: true,
      requests: [{ requestId: 'r1', kind: 'ERASURE', outcome: 'REFUSED', answerDueAt: null }],
    });
    // Kept for audit: nothing left the record.
    expect(records.state('ani').cases.c1?.stage).toBe('RUNNING');
  });

  it('is not refused without an article', () => {
    const records = alone();
    records.send('ani', 'file-rights-request', { kind: 'ERASURE', note: 'sealed:v1:x' }, person, false);
    const bare = { requestId: 'r1', outcome: 'REFUSED', reason: 'sealed:v1:x', hidden: false };
    expect(records.send('ani', 'answer-rights-request', bare, staff).refusal?.code).toBe(
      'REFUSAL_NEEDS_ARTICLE',
    );
  });

  it('is overdue after 72 clock hours, over a weekend too', () => {
    const records = alone().at('2026-04-10T17:00');
    records.send('ani', 'file-rights-request', { kind: 'ACCESS', note: 'sealed:v1:x' }, person, false);
    records.at('2026-04-13T16:59');
    expect(records.types('ani')).not.toContain('RightsRequestOverdue');
    records.at('2026-04-13T17:00');
    expect(records.types('ani').filter((type) => type === 'RightsRequestOverdue')).toHaveLength(1);
  });
});

describe('a breach', () => {
  const breach = { breachId: 'kebocoran-1', categories: ['IDENTITY'], note: 'sealed:v1:x' };
  const escalations = (records: TwoRecords) =>
    records.world
      .eventsOf('journey/ani')
      .filter(({ type }) => type === 'DataBreachEscalated')
      .map(({ data }) => (data as { hoursLeft: number }).hoursLeft);

  it('is escalated every hour from hour 48, and every day after hour 72', () => {
    const records = alone().at('2026-04-10T17:00');
    records.send('ani', 'report-data-breach', breach);
    records.at('2026-04-12T16:59');
    expect(escalations(records)).toEqual([]);
    records.at('2026-04-12T19:00');
    expect(escalations(records)).toEqual([24, 23, 22]);
    records.at('2026-04-13T17:00');
    expect(escalations(records)).toHaveLength(25);
    expect(escalations(records).at(-1)).toBe(0);
    records.at('2026-04-15T17:00');
    expect(escalations(records)).toHaveLength(27);
  });

  it('is over once person and agency are told, and says whether that was late', () => {
    const records = alone().at('2026-04-10T17:00');
    records.send('ani', 'report-data-breach', breach);
    records.send('ani', 'notify-data-breach', { breachId: 'kebocoran-1', told: 'AGENCY' });
    records.at('2026-04-12T17:00');
    expect(escalations(records)).toEqual([24]);
    records.at('2026-04-14T09:00');
    records.send('ani', 'notify-data-breach', { breachId: 'kebocoran-1', told: 'PERSON' });
    expect(records.last('ani', 'DataBreachNotified')).toMatchObject({ told: 'PERSON', late: true });
    const count = escalations(records).length;
    records.at('2026-05-14T09:00');
    expect(escalations(records)).toHaveLength(count);
  });

  it('runs on after a death (I-10)', () => {
    const records = alone().at('2026-04-10T17:00');
    const prosecutor = { id: 'a-jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' } as const;
    records.send('ani', 'record-death', { diedOn: '2026-04-09' }, prosecutor);
    records.send('ani', 'report-data-breach', breach);
    records.at('2026-04-12T17:00');
    expect(escalations(records)).toEqual([24]);
  });
});

describe('a legal hold', () => {
  it('stands until it is lifted, each on a paper', () => {
    const records = alone();
    const reason = { reason: 'sealed:v1:x' };
    expect(records.send('ani', 'place-legal-hold', reason, undefined, false).refusal?.code).toBe(
      'DOCUMENT_MISSING',
    );
    expect(records.send('ani', 'lift-legal-hold', reason).refusal?.code).toBe('NO_LEGAL_HOLD');
    records.send('ani', 'place-legal-hold', reason);
    expect(records.state('ani').keeping.legalHold).toBe(true);
    records.send('ani', 'lift-legal-hold', reason);
    expect(records.state('ani').keeping.legalHold).toBe(false);
  });

  it('is told beside the end of the retention', () => {
    const records = alone();
    const prosecutor = { id: 'a-jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' } as const;
    records.send('ani', 'record-lapse-decision', { caseId: 'c1', ground: 'LIMITATION' }, prosecutor);
    records.send('ani', 'close-case', { caseId: 'c1', reason: 'LAPSED' }, prosecutor);
    records.send('ani', 'place-legal-hold', { reason: 'sealed:v1:x' });
    records.at('2036-04-11T09:00');
    expect(records.types('ani').slice(-3)).toEqual(['DeadlineFired', 'RetentionEnded', 'RetentionHeld']);
  });
});
