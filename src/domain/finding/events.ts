/** Events of a finding. Its words are sealed under the finding's own key; the subject's stream learns nothing. */
import type { DomainEvent } from '../decider.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import type { FindingCommands, FindingOutcome } from './commands.ts';

export interface FindingEvents {
  FindingOpened: FindingCommands['open-finding'] & {
    /** Office of the auditor: only it closes. */
    readonly auditOffice: string;
    /** Zone of the office that answers. */
    readonly zone: Zone;
    readonly answerDueAt: Moment;
  };
  FindingAnswered: {
    readonly text: string;
    /** The answer came after its time. */
    readonly late: boolean;
  };
  FindingAnswerOverdue: { readonly office: string; readonly dueOn: LocalDate };
  FindingClosed: { readonly outcome: FindingOutcome; readonly reason: string };
}

export type FindingEventName = keyof FindingEvents;
export type FindingEvent = {
  [Name in FindingEventName]: DomainEvent<Name, FindingEvents[Name]>;
}[FindingEventName];
