/**
 * The order to execute (P-48) and the person's first appearance.
 *
 * FINAL -- ExecutionOrdered --> ORDERED
 *
 * While FINAL, the service time of a few days after the final date runs: missing it raises
 * ExecutionOverdue and has no legal effect. While ORDERED, the date of first appearance runs.
 */
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { addDays, endOfDay } from '../time/index.ts';
import { notBefore, notInFuture } from './dates.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  firstRefusal,
  onCase,
  standingCases,
} from './handlers.ts';
import { moveTo } from './stage-moves.ts';

export const orderHandlers: CommandHandlers<'order-execution'> = {
  'order-execution': onCase({ stages: ['REGISTERED', 'PROFILED', 'FINAL'] }, (found, { data }, context) => {
    const { finalOn, zone, caseId } = found;
    if (found.stage !== 'FINAL' || finalOn === null) return refuseWith('NOT_FINAL', { caseId });
    const open = found.anomalies.find(({ confirmed }) => !confirmed);
    if (open !== undefined) return refuseWith('ANOMALY_UNCONFIRMED', { caseId, anomaly: open.anomaly });
    const { orderedOn, firstAppearanceOn } = data;
    const refused = firstRefusal(
      notInFuture(orderedOn, zone, context),
      notBefore('orderedOn', orderedOn, finalOn),
      notBefore('firstAppearanceOn', firstAppearanceOn, orderedOn),
    );
    if (refused !== undefined) return refused;
    const dueDate = addDays(finalOn, context.policy<number>('execution_due_days', finalOn));
    const withinDueTime = orderedOn <= dueDate;
    return accepted(
      [
        {
          type: 'ExecutionOrdered',
          data: {
            caseId,
            orderedOn,
            firstAppearanceOn,
            firstAppearanceAt: endOfDay(firstAppearanceOn, zone),
            withinDueTime,
          },
        },
      ],
      withinDueTime ? {} : { warnings: [warn('EXECUTION_LATE', { dueDate })] },
    );
  }),
};

export const orderEvolvers: Evolvers<'ExecutionOrdered' | 'ExecutionOverdue' | 'FirstAppearanceMissed'> = {
  ExecutionOverdue: (state, { data }) => changeCase(state, data.caseId, () => ({ executionOverdue: true })),
  ExecutionOrdered: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'ORDERED'),
      order: { orderedOn: data.orderedOn, firstAppearanceAt: data.firstAppearanceAt },
    })),
  FirstAppearanceMissed: (state, { data }) =>
    changeCase(state, data.caseId, ({ order }) => ({
      order: order && { ...order, firstAppearanceAt: null },
    })),
};

export const orderDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap(({ caseId, stage, executionDueAt, executionOverdue, order }) => {
    if (stage === 'FINAL' && executionDueAt !== null && !executionOverdue) {
      return [{ kind: 'execution-due', subject: caseId, dueAt: executionDueAt }];
    }
    if (stage === 'ORDERED' && order?.firstAppearanceAt) {
      return [{ kind: 'first-appearance', subject: caseId, dueAt: order.firstAppearanceAt }];
    }
    return [];
  });

export const orderFirings: FiringHandlers = {
  'execution-due': (_state, { subject }) => [{ type: 'ExecutionOverdue', data: { caseId: subject } }],
  'first-appearance': (_state, { subject }) => [{ type: 'FirstAppearanceMissed', data: { caseId: subject } }],
};
