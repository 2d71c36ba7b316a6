/** From one finding's state to its row in the list. Pure: live and rebuilt rows come from here. */
import { findingDecider } from '../domain/finding/decider.ts';
import type { FindingState } from '../domain/finding/state.ts';
import type { StreamTable } from './stream-projector.ts';

export const FINDING_TABLE: StreamTable<FindingState> = {
  name: 'finding-list',
  table: 'projection.finding_list',
  entityColumn: 'finding_id',
  decider: findingDecider,
  rowsOf: ({ domain, version }, world) => {
    const { findingId, subject, opened, kind, status, office, auditOffice, answerDueAt, closed } = domain;
    if (subject === null || opened === null) return [];
    return [
      {
        finding_id: findingId,
        ...{ world, office, status, kind, version },
        audit_office: auditOffice,
        list: subject.list ?? null,
        subject_stream: subject.subjectStream,
        opened_on: opened.on,
        answer_due_on: answerDueAt?.date ?? null,
        outcome: closed?.outcome ?? null,
      },
    ];
  },
};
