/**
 * I.7, every timer of the obligation: when it is armed, what it tells, what cancels it, that it fires once
 * however late, with both times, and what arms it anew.
 */
import { describe, expect, it } from 'vitest';
import { addDays, momentAt } from '../../src/domain/time/index.ts';
import { AT_STAGE } from './stages.ts';
import { instant, type Story, staff, supervisor } from './story.ts';
import { ordered, planFor, registered, running, weekends } from './way.ts';

const c1 = { caseId: 'c1' } as const;
const text = 'sealed:v1:text';
const bySite = { actor: supervisor } as const;
const system = { actor: { id: 'system', role: 'SYSTEM', office: 'system' } } as const;

const assigned = (): Story => {
  const story = ordered();
  story.accepts('assign-site', { ...c1, siteId: 'puskesmas', source: 'COURT' });
  return story;
};
const final = (): Story => {
  const story = registered().at('2026-03-18T10:00');
  story.accepts('record-ruling-final', { ...c1, finalOn: '2026-03-18' });
  return story;
};
/** Half a day entered by staff: the site has not said a word yet. */
const entered = (): Story => {
  const story = running().at('2026-03-30T20:00');
  const session = { ...c1, siteId: 'puskesmas', breaks: [] };
  const times = { start: '2026-03-30T08:00', end: '2026-03-30T12:00' };
  story.accepts('record-session', { ...session, ...times }, { actor: staff });
  return story;
};
const stopped = (): Story => {
  const story = AT_STAGE.RUNNING();
  story.accepts('suspend-site-sessions', { siteId: 'puskesmas', suspendedOn: '2026-04-01' }, system);
  return story;
};
const windowSet = (story: Story): void => {
  story.accepts('suspend-execution', { ...c1, reason: text, resumeOn: null, windowEndsOn: '2026-10-31' });
  story.accepts('resume-execution', c1);
};

interface Timer {
  readonly kind: string;
  readonly armed: () => Story;
  /** Reading in Medan. */
  readonly due: string;
  /** Event of the firing. */
  readonly tells: string;
  /** Armed again by its own firing, at this reading after an outage of a hundred days; else never. */
  readonly again?: string;
  readonly cancelledBy: (story: Story) => unknown;
  /** What moves it, and to when. */
  readonly moved?: readonly [(story: Story) => void, string];
}

const TIMERS: readonly Timer[] = [
  {
    kind: 'missing-data-chase',
    armed: () => registered({ ruling: { consentRecorded: false } }),
    due: '2026-03-12T23:59:59',
    tells: 'MissingDataChased',
    cancelledBy: (story) => story.accepts('record-consent', c1),
  },
  {
    kind: 'execution-due',
    armed: final,
    due: '2026-03-25T23:59:59',
    tells: 'ExecutionOverdue',
    cancelledBy: (story) =>
      story.accepts('order-execution', {
        ...c1,
        ...{ orderedOn: '2026-03-18', firstAppearanceOn: '2026-03-20' },
      }),
  },
  {
    kind: 'first-appearance',
    armed: ordered,
    due: '2026-03-25T23:59:59',
    tells: 'FirstAppearanceMissed',
    cancelledBy: (story) => {
      story.accepts('assign-site', { ...c1, siteId: 'puskesmas', source: 'COURT' });
      story.accepts('plan-schedule', planFor('2026-03-30', weekends));
    },
  },
  {
    kind: 'site-answer',
    armed: assigned,
    due: '2026-03-25T23:59:59',
    tells: 'SiteAnswerOverdue',
    cancelledBy: (story) =>
      story.accepts('answer-site-assignment', { ...c1, siteId: 'puskesmas', accepted: true }, bySite),
    moved: [
      (story) => {
        story.at('2026-03-24T09:00');
        story.accepts('change-site', { ...c1, siteId: 'mosque', reason: text });
      },
      '2026-03-26T23:59:59',
    ],
  },
  {
    kind: 'window-end',
    armed: AT_STAGE.RUNNING,
    due: '2026-09-26T23:59:59',
    tells: 'WindowEnded',
    cancelledBy: (story) => story.accepts('record-lapse-decision', { ...c1, ground: 'LIMITATION' }),
    moved: [windowSet, '2026-10-31T23:59:59'],
  },
  {
    kind: 'window-warning',
    armed: AT_STAGE.RUNNING,
    due: '2026-07-28T00:00:00',
    tells: 'WindowWarningRaised',
    cancelledBy: (story) => story.accepts('open-breach-review', { ...c1, note: text }),
    moved: [windowSet, '2026-09-01T00:00:00'],
  },
  {
    kind: 'pace-check',
    armed: AT_STAGE.RUNNING,
    due: '2026-04-06T00:00:00',
    tells: 'PaceChecked',
    again: '2026-07-20T00:00:00',
    cancelledBy: (story) => story.accepts('suspend-execution', { ...c1, reason: text, resumeOn: null }),
  },
  {
    kind: 'suspension-resume',
    armed: AT_STAGE.HELD,
    due: '2026-05-01T00:00:00',
    tells: 'SuspensionResumeDue',
    cancelledBy: (story) => story.accepts('resume-execution', c1),
    moved: [
      (story) => {
        story.accepts('resume-execution', c1);
        story.accepts('suspend-execution', { ...c1, reason: text, resumeOn: '2026-06-01' });
      },
      '2026-06-01T00:00:00',
    ],
  },
  {
    kind: 'session-confirmation',
    armed: entered,
    due: '2026-04-01T12:00:00',
    tells: 'SessionConfirmationChased',
    cancelledBy: (story) => story.accepts('confirm-session', { sessionId: 's1' }, bySite),
  },
  {
    kind: 'session-escalation',
    armed: () => entered().at('2026-04-01T12:00'),
    due: '2026-04-06T12:00:00',
    tells: 'SessionConfirmationEscalated',
    cancelledBy: (story) => story.accepts('dispute-session', { sessionId: 's1', reason: text }, bySite),
  },
  {
    kind: 'site-reassignment',
    armed: stopped,
    due: '2026-04-03T23:59:59',
    tells: 'SiteReassignmentOverdue',
    cancelledBy: (story) => story.accepts('change-site', { ...c1, siteId: 'mosque', reason: text }),
    moved: [
      (story) => {
        story.accepts('change-site', { ...c1, siteId: 'mosque', reason: text });
        story.at('2026-04-02T09:00');
        story.accepts('suspend-site-sessions', { siteId: 'mosque', suspendedOn: '2026-04-02' }, system);
      },
      '2026-04-04T23:59:59',
    ],
  },
  {
    kind: 'breach-opinion',
    armed: AT_STAGE.REVIEW,
    due: '2026-04-08T23:59:59',
    tells: 'BreachOpinionOverdue',
    cancelledBy: (story) => story.accepts('record-breach-opinion', { ...c1, lawfulExcuse: true }),
  },
  {
    kind: 'breach-decision-chase',
    armed: AT_STAGE.REVIEW,
    due: '2026-04-15T23:59:59',
    tells: 'BreachDecisionChased',
    again: '2026-08-05T23:59:59',
    cancelledBy: (story) => story.accepts('record-breach-decision', { ...c1, outcome: 'CONTINUE' }),
  },
  {
    kind: 'fine-payment',
    armed: AT_STAGE.CONVERTED,
    due: '2026-05-01T23:59:59',
    tells: 'FinePaymentOverdue',
    cancelledBy: (story) =>
      story.accepts('record-fine-payment', { ...c1, rupiah: 100_000, paidOn: '2026-04-01' }),
  },
  {
    kind: 'signature-chase',
    armed: AT_STAGE.COMPLETED,
    due: '2026-04-06T23:59:59',
    tells: 'SignatureChased',
    again: '2026-07-20T23:59:59',
    cancelledBy: (story) => story.accepts('sign-completion', c1),
  },
];

const byKind = TIMERS.map((timer) => [timer.kind, timer] as const);

const firingsOf = (story: Story, kind: string) =>
  story.all('DeadlineFired').filter(({ data }) => (data as { kind: string }).kind === kind);

describe.each(byKind)('%s', (kind, { armed, due, tells, again, cancelledBy, moved }) => {
  it(`is due ${due}`, () => {
    expect(armed().dueAt(kind)).toBe(instant(due));
  });

  it('tells once at its time', () => {
    const story = armed();
    const before = story.all(tells).length;
    story.at(due);
    const told = story.all(tells).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]?.occurredAt?.at).toBe(instant(due));
  });

  it('tells once after an outage, and keeps both times', () => {
    const story = armed();
    const before = story.all(tells).length;
    const woken = addDays(due.slice(0, 10), 100);
    story.outage(`${woken}T09:00`);
    expect(story.all(tells)).toHaveLength(before + 1);
    const late = firingsOf(story, kind).filter(
      ({ data }) => (data as { dueAt: { at: string } }).dueAt.at === instant(due),
    );
    expect(late).toMatchObject([{ data: { firedAt: instant(`${woken}T09:00`) } }]);
    if (kind === 'window-warning') expect(story.waitsFor()).not.toContain(kind);
    else expect(story.dueAt(kind)).toBe(again === undefined ? undefined : instant(again));
  });

  it('is cancelled when it has become pointless', () => {
    const story = armed();
    cancelledBy(story);
    expect(story.waitsFor()).not.toContain(kind);
  });

  it('is cancelled by death', () => {
    const story = armed();
    story.accepts('record-death', { diedOn: momentAt(story.now, 'WIB').date });
    expect(story.waitsFor()).toEqual([]);
  });

  if (moved !== undefined) {
    it('moves with its source', () => {
      const story = armed();
      moved[0](story);
      expect(story.dueAt(kind)).toBe(instant(moved[1]));
      expect(firingsOf(story, kind)).toEqual([]);
    });
  }
});

it('the table holds every timer that a life can wait for', () => {
  const seen = new Set(TIMERS.flatMap(({ armed }) => armed().waitsFor()));
  expect([...seen].sort()).toEqual(TIMERS.map(({ kind }) => kind).sort());
});
