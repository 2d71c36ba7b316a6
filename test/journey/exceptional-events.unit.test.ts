/**
 * I.6b, the column of the obligation: each exceptional event at every stage that is not closed. One line
 * each: what is recorded, the stage after it, and what the case waits for then; or the refusal.
 */
import { describe, expect, it } from 'vitest';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import type { Stage } from '../../src/domain/journey/state.ts';
import { AT_STAGE } from './stages.ts';
import { types } from './story.ts';

type Open = Exclude<Stage, 'CLOSED' | 'VOID'>;
type Sent = { readonly [Name in JourneyCommandName]?: JourneyCommands[Name] };

function told(stage: Open, command: Sent): string {
  const story = AT_STAGE[stage]();
  const [entry] = Object.entries(command);
  if (entry === undefined) throw new Error('no command');
  const [name, data] = entry as unknown as [JourneyCommandName, never];
  const system = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
  const sent = story.send(name, data, name === 'suspend-site-sessions' ? { actor: system } : {});
  if (sent.refusal !== undefined) return sent.refusal.code;
  return `${types(sent).join(' ')} | ${story.case().stage} | ${story.waitsFor().join(' ')}`;
}

const c1 = { caseId: 'c1' } as const;
const EVENTS: { readonly [event: string]: Sent } = {
  PersonDied: { 'record-death': { diedOn: '2026-04-01' } },
  JurisdictionTransferred: {
    'transfer-jurisdiction': {
      ...c1,
      ...{ toOffice: 'kejari-karo', toProbationOffice: 'bapas-karo', movedOn: '2026-04-01' },
    },
  },
  InjuryReported: { 'report-injury': { ...c1, date: '2026-03-31', note: 'sealed:v1:health' } },
  IllnessRecorded: { 'excuse-session': { ...c1, date: '2026-03-31', reason: 'SICK' } },
  RulingLowered: {
    'change-ruling': { ...c1, instance: 'REVIEW', decidedOn: '2026-04-01', orderedHours: 8 },
  },
  RulingRaised: {
    'change-ruling': { ...c1, instance: 'REVIEW', decidedOn: '2026-04-01', orderedHours: 60 },
  },
  RulingAnnulled: {
    'change-ruling': { ...c1, instance: 'CASSATION', decidedOn: '2026-04-01', orderedHours: null },
  },
  ClemencyGranted: { 'grant-clemency': { ...c1, kind: 'GRASI', grantedOn: '2026-04-01' } },
  SiteSuspended: { 'suspend-site-sessions': { siteId: 'puskesmas', suspendedOn: '2026-04-01' } },
  NewOffenceReported: { 'report-new-offence': { ...c1, note: 'sealed:v1:report' } },
};

const EXPECTED: { readonly [event: string]: { readonly [At in Open]: string } } = {
  PersonDied: {
    REGISTERED: 'PersonDied | REGISTERED | ',
    PROFILED: 'PersonDied | PROFILED | ',
    FINAL: 'PersonDied | FINAL | ',
    ORDERED: 'PersonDied | ORDERED | ',
    PLANNED: 'PersonDied | PLANNED | ',
    RUNNING: 'PersonDied | RUNNING | ',
    HELD: 'PersonDied | HELD | ',
    REVIEW: 'PersonDied | REVIEW | ',
    REPEAT: 'PersonDied | REPEAT | ',
    CONVERTED: 'PersonDied | CONVERTED | ',
    COMPLETED: 'PersonDied | COMPLETED | ',
  },
  JurisdictionTransferred: {
    REGISTERED: 'JurisdictionTransferred | REGISTERED | ',
    PROFILED: 'JurisdictionTransferred | PROFILED | ',
    FINAL: 'JurisdictionTransferred | FINAL | ',
    ORDERED: 'JurisdictionTransferred | ORDERED | site-reassignment',
    PLANNED: 'JurisdictionTransferred | ORDERED | site-reassignment',
    RUNNING:
      'JurisdictionTransferred PaceChecked | RUNNING | pace-check site-reassignment window-end window-warning',
    HELD: 'JurisdictionTransferred | HELD | site-reassignment suspension-resume window-end window-warning',
    REVIEW:
      'JurisdictionTransferred | REVIEW | breach-decision-chase breach-opinion site-reassignment window-end',
    REPEAT:
      'JurisdictionTransferred PaceChecked | REPEAT | pace-check site-reassignment window-end window-warning',
    CONVERTED: 'JurisdictionTransferred | CONVERTED | fine-payment',
    COMPLETED: 'JurisdictionTransferred | COMPLETED | signature-chase',
  },
  InjuryReported: {
    REGISTERED: 'WRONG_STAGE',
    PROFILED: 'WRONG_STAGE',
    FINAL: 'WRONG_STAGE',
    ORDERED: 'WRONG_STAGE',
    PLANNED: 'WRONG_STAGE',
    RUNNING: 'InjuryReported | RUNNING | pace-check window-end window-warning',
    HELD: 'InjuryReported | HELD | suspension-resume window-end window-warning',
    REVIEW: 'InjuryReported | REVIEW | breach-decision-chase breach-opinion window-end',
    REPEAT: 'InjuryReported | REPEAT | pace-check window-end window-warning',
    CONVERTED: 'WRONG_STAGE',
    COMPLETED: 'InjuryReported | COMPLETED | signature-chase',
  },
  IllnessRecorded: {
    REGISTERED: 'WRONG_STAGE',
    PROFILED: 'WRONG_STAGE',
    FINAL: 'WRONG_STAGE',
    ORDERED: 'WRONG_STAGE',
    PLANNED: 'WRONG_STAGE',
    RUNNING: 'SessionExcused | RUNNING | pace-check window-end window-warning',
    HELD: 'SessionExcused | HELD | suspension-resume window-end window-warning',
    REVIEW: 'SessionExcused | REVIEW | breach-decision-chase breach-opinion window-end',
    REPEAT: 'SessionExcused | REPEAT | pace-check window-end window-warning',
    CONVERTED: 'WRONG_STAGE',
    COMPLETED: 'WRONG_STAGE',
  },
  RulingLowered: {
    REGISTERED: 'RulingChanged | REGISTERED | ',
    PROFILED: 'RulingChanged | PROFILED | ',
    FINAL: 'RulingChanged | FINAL | ',
    ORDERED: 'RulingChanged | ORDERED | ',
    PLANNED: 'RulingChanged | PLANNED | ',
    RUNNING: 'RulingChanged ObligationCompleted | COMPLETED | signature-chase',
    HELD: 'RulingChanged ObligationCompleted | COMPLETED | signature-chase',
    REVIEW: 'RulingChanged BreachReviewClosed ObligationCompleted | COMPLETED | signature-chase',
    REPEAT: 'RulingChanged ObligationCompleted | COMPLETED | signature-chase',
    CONVERTED: 'RulingChanged | CONVERTED | fine-payment',
    COMPLETED: 'RulingChanged | COMPLETED | signature-chase',
  },
  RulingRaised: {
    REGISTERED: 'RulingChanged | REGISTERED | ',
    PROFILED: 'RulingChanged | PROFILED | ',
    FINAL: 'RulingChanged | FINAL | ',
    ORDERED: 'RulingChanged | ORDERED | ',
    PLANNED: 'RulingChanged | PLANNED | ',
    RUNNING: 'RulingChanged | RUNNING | pace-check window-end window-warning',
    HELD: 'RulingChanged | HELD | suspension-resume window-end window-warning',
    REVIEW: 'RulingChanged | REVIEW | breach-decision-chase breach-opinion window-end',
    REPEAT: 'RulingChanged | RUNNING | pace-check window-end window-warning',
    CONVERTED: 'RulingChanged | CONVERTED | fine-payment',
    COMPLETED: 'RulingChanged | RUNNING | pace-check window-end window-warning',
  },
  RulingAnnulled: {
    REGISTERED: 'RulingChanged | REGISTERED | ',
    PROFILED: 'RulingChanged | PROFILED | ',
    FINAL: 'RulingChanged | FINAL | ',
    ORDERED: 'RulingChanged | ORDERED | ',
    PLANNED: 'RulingChanged | PLANNED | ',
    RUNNING: 'RulingChanged | RUNNING | ',
    HELD: 'RulingChanged | HELD | ',
    REVIEW: 'RulingChanged | REVIEW | ',
    REPEAT: 'RulingChanged | RUNNING | ',
    CONVERTED: 'RulingChanged | CONVERTED | ',
    COMPLETED: 'RulingChanged | COMPLETED | signature-chase',
  },
  ClemencyGranted: {
    REGISTERED: 'ClemencyGranted | REGISTERED | ',
    PROFILED: 'ClemencyGranted | PROFILED | ',
    FINAL: 'ClemencyGranted | FINAL | ',
    ORDERED: 'ClemencyGranted | ORDERED | ',
    PLANNED: 'ClemencyGranted | PLANNED | ',
    RUNNING: 'ClemencyGranted | RUNNING | ',
    HELD: 'ClemencyGranted | HELD | ',
    REVIEW: 'ClemencyGranted | REVIEW | ',
    REPEAT: 'ClemencyGranted | REPEAT | ',
    CONVERTED: 'ClemencyGranted | CONVERTED | ',
    COMPLETED: 'ClemencyGranted | COMPLETED | ',
  },
  SiteSuspended: {
    REGISTERED: ' | REGISTERED | ',
    PROFILED: ' | PROFILED | ',
    FINAL: ' | FINAL | ',
    ORDERED: 'SiteSessionsStopped | ORDERED | site-reassignment',
    PLANNED: 'SiteSessionsStopped | ORDERED | site-reassignment',
    RUNNING:
      'SiteSessionsStopped PaceChecked | RUNNING | pace-check site-reassignment window-end window-warning',
    HELD: 'SiteSessionsStopped | HELD | site-reassignment suspension-resume window-end window-warning',
    REVIEW:
      'SiteSessionsStopped | REVIEW | breach-decision-chase breach-opinion site-reassignment window-end',
    REPEAT:
      'SiteSessionsStopped PaceChecked | REPEAT | pace-check site-reassignment window-end window-warning',
    CONVERTED: ' | CONVERTED | fine-payment',
    COMPLETED: ' | COMPLETED | signature-chase',
  },
  NewOffenceReported: {
    REGISTERED: 'NewOffenceReported | REGISTERED | ',
    PROFILED: 'NewOffenceReported | PROFILED | ',
    FINAL: 'NewOffenceReported | FINAL | ',
    ORDERED: 'NewOffenceReported | ORDERED | ',
    PLANNED: 'NewOffenceReported | PLANNED | ',
    RUNNING:
      'NewOffenceReported BreachReviewOpened | REVIEW | breach-decision-chase breach-opinion window-end',
    HELD: 'NewOffenceReported BreachReviewOpened | REVIEW | breach-decision-chase breach-opinion window-end',
    REVIEW: 'NewOffenceReported | REVIEW | breach-decision-chase breach-opinion window-end',
    REPEAT:
      'NewOffenceReported BreachReviewOpened | REVIEW | breach-decision-chase breach-opinion window-end',
    CONVERTED: 'NewOffenceReported | CONVERTED | fine-payment',
    COMPLETED: 'NewOffenceReported | COMPLETED | signature-chase',
  },
};

describe.each(Object.keys(EVENTS))('%s', (event) => {
  it.each(Object.entries(EXPECTED[event] ?? {}))('at %s: %s', (stage, line) => {
    expect(told(stage as Open, EVENTS[event] ?? {})).toBe(line);
  });
});
