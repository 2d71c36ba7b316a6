/**
 * nothing -- FindingOpened --> OPEN; the office answers within 60 days (UU 15/2004 art. 20(3), for BPK; other audit
 * bodies borrow the number until they set their own)
 * OPEN -- FindingAnswerOverdue (nobody answered) --> OVERDUE
 */
import { refuseWith } from '../law/refusals.ts';
import type { OfficeFact } from '../registers/office.ts';
import { addDays, endOfDay, momentAt } from '../time/index.ts';
import { accepted, type CommandHandlers, type Evolvers, type FiringHandlers } from './handlers.ts';
import { moveFinding } from './status-moves.ts';

export const openingHandlers: CommandHandlers<'open-finding'> = {
  'open-finding': (state, { data, actor }, context) => {
    if (state.status !== 'NONE') return refuseWith('ALREADY_DONE', { findingId: state.findingId });
    if (actor.role !== 'AUDITOR') {
      return refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
    }
    const office = context.fact<OfficeFact>(`office/${data.office}`);
    if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: data.office });
    const { zone } = office;
    const on = context.command.occurredAt?.date ?? momentAt(context.now, zone).date;
    const days = context.policy<number>('finding_answer_days', on);
    return accepted({
      type: 'FindingOpened',
      data: { ...data, auditOffice: actor.office, zone, answerDueAt: endOfDay(addDays(on, days), zone) },
    });
  },
};

export const findingFirings: FiringHandlers = {
  'finding-answer': ({ office }, { dueAt }) =>
    accepted({ type: 'FindingAnswerOverdue', data: { office, dueOn: dueAt.date } }),
};

export const openingEvolvers: Evolvers<'FindingOpened' | 'FindingAnswerOverdue'> = {
  FindingOpened: (state, { data, meta, occurredAt }) => {
    const { kind, text, office, auditOffice, zone, answerDueAt, ...subject } = data;
    return {
      ...state,
      ...{ status: moveFinding(state.status, 'OPEN'), subject, kind, office, auditOffice, zone, answerDueAt },
      opened: { commandId: meta.commandId, text, on: occurredAt.date },
    };
  },
  FindingAnswerOverdue: (state) => ({
    ...state,
    status: moveFinding(state.status, 'OVERDUE'),
    answerDueAt: null,
  }),
};
