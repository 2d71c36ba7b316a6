/** An interruption stands in the way from a day that has come, and never from before the term began (I.6b). */
import { describe, expect, it } from 'vitest';
import { approved, inTraining, prisonCase, refused, stageIs } from './prison-world.ts';

const running = () => inTraining(approved());

describe('a lockdown', () => {
  it('of a day ahead interrupts nothing: it is recorded when it has begun', () => {
    const story = running();
    expect(refused(story, 'declare-lockdown', { from: '2099-01-01' }).code).toBe('DATE_IN_FUTURE');
    stageIs(story, 'IN_TRAINING');
  });

  it('did not begin before the term of the person', () => {
    const story = running();
    expect(refused(story, 'declare-lockdown', { from: '1990-01-01' })).toMatchObject({
      code: 'DATE_IMPLAUSIBLE',
      parameters: { field: 'from', earliest: '2026-01-05' },
    });
  });

  it('of a whole prison that is older than the term is the person’s from the first day of it', () => {
    const story = running();
    const system = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
    story.accepts('apply-lockdown', { facility: 'lapas-medan', from: '2025-12-01' }, { actor: system });
    expect(prisonCase(story).interruptions).toMatchObject([{ kind: 'LOCKDOWN', from: '2026-01-05' }]);
  });
});

it('an illness did not begin before the term', () => {
  const story = running();
  expect(refused(story, 'record-illness', { from: '1990-01-01', expectedDays: 20 })).toMatchObject({
    code: 'DATE_IMPLAUSIBLE',
    parameters: { field: 'from', earliest: '2026-01-05' },
  });
});
