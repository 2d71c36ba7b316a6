/**
 * OPEN | OVERDUE | ANSWERED -- FindingAnswered --> ANSWERED: on the office's letter, and as often as there is more
 * to say
 * OPEN | OVERDUE | ANSWERED -- FindingClosed --> CLOSED, by the audit office that opened it. RESOLVED needs an
 * answer, REFERRED a letter to whoever takes it on.
 */
import type { Command } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, onFinding } from './handlers.ts';
import type { FindingStatus } from './status-moves.ts';
import { moveFinding } from './status-moves.ts';

const NOT_CLOSED: readonly FindingStatus[] = ['OPEN', 'OVERDUE', 'ANSWERED'];

const without = (command: Command, document: string) =>
  command.document === undefined ? refuseWith('DOCUMENT_MISSING', { document }) : undefined;

export const answeringHandlers: CommandHandlers<'answer-finding' | 'close-finding'> = {
  'answer-finding': onFinding({ side: 'OFFICE', statuses: NOT_CLOSED }, (state, command) => {
    const refused = without(command, 'letter of the office');
    if (refused !== undefined) return refused;
    const late = state.status === 'OVERDUE';
    return accepted({ type: 'FindingAnswered', data: { text: command.data.text, late } });
  }),

  'close-finding': onFinding({ side: 'AUDITOR', statuses: NOT_CLOSED }, (state, command) => {
    const { outcome, reason } = command.data;
    if (outcome === 'RESOLVED' && state.answers.length === 0) {
      return refuseWith('FINDING_UNANSWERED', { findingId: state.findingId });
    }
    const refused = outcome === 'REFERRED' ? without(command, 'letter of referral') : undefined;
    return refused ?? accepted({ type: 'FindingClosed', data: { outcome, reason } });
  }),
};

export const answeringEvolvers: Evolvers<'FindingAnswered' | 'FindingClosed'> = {
  FindingAnswered: (state, { data: { text, late }, meta, occurredAt }) => ({
    ...state,
    status: moveFinding(state.status, 'ANSWERED'),
    answerDueAt: null,
    answers: [...state.answers, { commandId: meta.commandId, text, late, on: occurredAt.date }],
  }),
  FindingClosed: (state, { data: { outcome, reason }, meta, occurredAt }) => ({
    ...state,
    status: moveFinding(state.status, 'CLOSED'),
    answerDueAt: null,
    closed: { commandId: meta.commandId, text: reason, outcome, on: occurredAt.date },
  }),
};
