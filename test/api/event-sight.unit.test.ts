/** G-08: of one person's stream each sees its own cases, and the parts show themselves to nobody by chance. */
import { describe, expect, it } from 'vitest';
import type { VerifiedActor } from '../../src/access/reach.ts';
import { eventView } from '../../src/api/answers.ts';
import { lastSeen, STILL, seenCases } from '../../src/api/case-reach.ts';
import { seesDeadline, seesEvent, seesPart, shownData, sightOf } from '../../src/api/event-sight.ts';
import type { RecordedEvent } from '../../src/domain/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { counsellor, prosecutor, staff, stranger, supervisor } from '../journey/story.ts';
import { running, works } from '../journey/way.ts';

const auditor: VerifiedActor = { id: 'a-auditor', role: 'AUDITOR', office: 'inspektorat' };
const person: VerifiedActor = { id: 'a-self', role: 'PERSON', office: 'p1', person: 'p1' };
const prison: VerifiedActor = { id: 'a-prison', role: 'PRISON_OFFICER', office: 'lapas-medan' };
const placer: VerifiedActor = { id: 'a-placer', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };

const event = (type: string, data: object, version = 3): RecordedEvent => ({
  ...{ version, type, schema: 1, data, meta: { actor: staff, commandId: 'x' } },
  ...{ occurredAt: { at: '2026-04-01T00:00:00.000Z', date: '2026-04-01', zone: 'WIB' } },
  recordedAt: '2026-04-01T00:00:00.000Z',
});

/** A case of community service, and a prison case of another Bapas beside it. */
function twoWays(): JourneyState {
  const story = running();
  works(story, ['2026-03-30'], 4);
  const held = { caseId: 'c2', facility: 'lapas-medan', probationOffice: 'bapas-binjai', zone: 'WIB' };
  return { ...story.state.domain, prison: { cases: { c2: held } } } as unknown as JourneyState;
}

describe('events of the parts', () => {
  const state = twoWays();
  const sees = (actor: VerifiedActor, subject: string | undefined) =>
    seesPart(sightOf(actor, state), 'prison', subject);

  it('of a prison case are for its prison and its Bapas, the person and the auditor', () => {
    const otherBapas = { ...counsellor, office: 'bapas-binjai' };
    for (const actor of [auditor, person, prison, otherBapas]) expect(sees(actor, 'c2')).toBe(true);
    const strangers = [
      staff,
      prosecutor,
      counsellor,
      supervisor,
      placer,
      { ...prison, office: 'rutan-medan' },
    ];
    for (const actor of strangers) expect(sees(actor, 'c2')).toBe(false);
    expect([sees(prison, 'c1'), sees(prison, undefined)]).toEqual([false, false]);
  });

  it('of any other part are for the person and the auditor alone, deadlines with them', () => {
    const received = event('ReferralReceived', { caseId: 'c3' });
    const armed = event('DeadlineArmed', {
      ...{
        deadlineId: 'referral-answer:c3:2026-05-01T00:00:00.000Z',
        kind: 'referral-answer',
        subject: 'c3',
      },
    });
    const cancelled = event('DeadlineCancelled', {
      deadlineId: 'referral-answer:c3:2026-05-01T00:00:00.000Z',
    });
    for (const told of [received, armed, cancelled]) {
      for (const actor of [staff, prosecutor, counsellor, prison]) {
        expect(seesEvent(sightOf(actor, state), told)).toBe(false);
      }
      expect(seesEvent(sightOf(auditor, state), told)).toBe(true);
    }
  });

  it('take from nobody what its own case tells', () => {
    const credited = event('MinutesCredited', { caseId: 'c1', sessionId: 's1' });
    expect(seesEvent(sightOf(prosecutor, state), credited)).toBe(true);
    expect(seesEvent(sightOf(stranger, state), credited)).toBe(false);
    expect(seesEvent(sightOf(prison, state), credited)).toBe(false);
    expect(seesDeadline(sightOf(prosecutor, state), { kind: 'window-end', subject: 'c1' })).toBe(true);
    expect(seesDeadline(sightOf(stranger, state), { kind: 'window-end', subject: 'c1' })).toBe(false);
  });
});

describe('who comes by a part', () => {
  it('sees no case of community service, and the journey as it is now', () => {
    const state = twoWays();
    for (const actor of [placer, prison]) {
      const seen = seenCases(actor, state);
      expect([seen.size, lastSeen(actor, seen, state)]).toEqual([0, STILL]);
    }
  });
});

describe('the answer to a command', () => {
  const state = twoWays();

  it('names what came of it elsewhere by type and version only', () => {
    const foreign = event('ReferralReceived', { caseId: 'c3' });
    expect(eventView(prosecutor, foreign, sightOf(prosecutor, state))).toEqual({
      ...{ version: 3, type: 'ReferralReceived' },
      ...{ occurredAt: foreign.occurredAt, recordedAt: foreign.recordedAt },
    });
  });

  it('hides the place of an overlap from whoever may not see the other case', () => {
    const overlap = event('OverlapFound', {
      ...{ caseId: 'c1', sessionId: 's2', otherSessionId: 's1', siteId: 'mosque', otherSiteId: 'puskesmas' },
    });
    expect(shownData(sightOf(prosecutor, state), overlap)).toHaveProperty('otherSiteId', 'puskesmas');
    expect(shownData(sightOf(stranger, state), overlap)).not.toHaveProperty('otherSiteId');
  });
});
