/** When a command says it happened: neither ahead of the clock nor before what it speaks of can have been. */
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../src/domain/time/index.ts';
import { AT_STAGE } from './stages.ts';
import { staff, types } from './story.ts';
import { registered } from './way.ts';

const c1 = { caseId: 'c1' } as const;
const dated = (reading: string, zone: 'WIB' | 'WIT' = 'WIB') => ({ occurredAt: momentOf(reading, zone) });
const repeat = { ...c1, outcome: 'REPEAT', repeatHours: 8 } as const;
const hold = { ...c1, reason: 'sealed:v1:x', resumeOn: null } as const;

describe('a command that says when it happened', () => {
  it('moves no window by a date that lies ahead', () => {
    const story = AT_STAGE.REVIEW();
    const refused = story.refuses('record-breach-decision', repeat, dated('2150-01-01T09:00'));
    expect(refused).toMatchObject({ code: 'DATE_IN_FUTURE', parameters: { date: '2150-01-01' } });
    expect(story.case().stage).toBe('REVIEW');
  });

  it('holds nothing from a date that lies ahead', () => {
    const story = AT_STAGE.RUNNING();
    expect(story.refuses('suspend-execution', hold, dated('2150-01-01T09:00')).code).toBe('DATE_IN_FUTURE');
    expect(story.case().heldPeriods).toEqual([]);
  });

  it('is taken from a clock a few minutes ahead, and from no later one', () => {
    const story = AT_STAGE.RUNNING().at('2026-04-02T09:00');
    expect(story.refuses('suspend-execution', hold, dated('2026-04-02T09:06')).code).toBe('DATE_IN_FUTURE');
    // The same instant on the clock of another zone is no later.
    story.accepts('suspend-execution', hold, dated('2026-04-02T11:05', 'WIT'));
  });

  it('lies not before the ruling of its case, except the profiling of a defendant', () => {
    const story = registered();
    const before = dated('2026-03-03T09:00');
    const consent = story.refuses('record-consent', c1, { ...before, actor: staff });
    expect(consent).toMatchObject({ code: 'DATE_IMPLAUSIBLE', parameters: { earliest: '2026-03-04' } });
    const fit = story.accepts('record-profiling', { ...c1, fit: true, workTypes: ['cleaning'] }, before);
    expect(types(fit)).toEqual(['ProfilingRecorded']);
  });

  it('decides on a breach not before its review began', () => {
    const story = AT_STAGE.REVIEW();
    const { openedOn } = story.case().review ?? { openedOn: '' };
    expect(openedOn).toBe('2026-04-01');
    const early = story.refuses('record-breach-decision', repeat, dated('2026-03-31T09:00'));
    expect(early).toMatchObject({ code: 'DATE_IMPLAUSIBLE', parameters: { earliest: openedOn } });
    story.accepts('record-breach-decision', repeat, dated('2026-04-01T09:00'));
  });
});

describe('a move to another office', () => {
  it('is recorded once it has happened: a later date would leave the old office reading', () => {
    const story = AT_STAGE.RUNNING();
    const move = { ...c1, toOffice: 'kejari-karo', toProbationOffice: 'bapas-karo', movedOn: '2150-01-01' };
    expect(story.refuses('transfer-jurisdiction', move).code).toBe('DATE_IN_FUTURE');
  });
});
