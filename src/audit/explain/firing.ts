/** A deadline acting at its own time, as a question that can be decided. */
import { type FireDeadlineData, firingCommandIdOf } from '../../domain/decide.ts';
import type { RecordedQuestion } from '../../domain/decide-again.ts';
import type { Actor } from '../../domain/decider.ts';

const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export const firingOf = (due: FireDeadlineData): RecordedQuestion => ({
  command: {
    ...{ commandId: firingCommandIdOf(due.deadlineId), name: 'fire-deadline', data: due },
    ...{ actor: SYSTEM, occurredAt: due.dueAt },
  },
  now: due.dueAt.at,
  facts: [],
  lostClaims: [],
});
