/** Findings as the API names, reaches and shows them: to the auditors, and to the office that answers. */
import type { VerifiedActor } from '../../access/reach.ts';
import { knowsJourneys } from '../../access/views.ts';
import { findingDecider } from '../../domain/finding/decider.ts';
import type { FindingState } from '../../domain/finding/state.ts';
import { isRegisterId } from '../../domain/registers/register-decider.ts';
import { requestRefused } from '../problem.ts';
import type { AttestingNeeds, EntityKindEntry } from './entity-kind.ts';

/** Whose journey it is stays hidden from whoever meets people by enrolment or assessment alone (I-8). */
export const showsSubject = ({ role }: VerifiedActor, subjectStream: string): boolean =>
  knowsJourneys(role) || !subjectStream.startsWith('journey/');

export const findingKind: EntityKindEntry<FindingState> = {
  kind: 'finding',
  resource: 'findings',
  title: { id: 'temuan', en: 'finding' },
  read: 'read-finding',
  decider: findingDecider,
  opening: ['open-finding'],
  isId: isRegisterId,
  touched: (state) => ({ owners: state === undefined ? [] : [state.office] }),
  attests: async (needs, name, data) => {
    if (name === 'open-finding') await requireSubject(needs, data as unknown as Subject);
    return data;
  },
  view: (actor, state) => {
    const { status, subject, opened, answers, closed, ...shown } = state;
    if (subject === null) return undefined;
    return {
      ...shown,
      status,
      subject: showsSubject(actor, subject.subjectStream) ? subject : null,
      // The words are sealed, and opened one by one (`/words`).
      openedOn: opened?.on ?? null,
      answers: answers.map(({ on, late }) => ({ on, late })),
      closed: closed === null ? null : { on: closed.on, outcome: closed.outcome },
    };
  },
};

interface Subject {
  readonly subjectStream: string;
  readonly eventVersion?: number;
  readonly decisionSequence?: number;
}

/** A finding is about what there is, in its own world. @throws RequestRefused NOT_FOUND */
async function requireSubject({ ledger, world }: AttestingNeeds, subject: Subject): Promise<void> {
  const { subjectStream, eventVersion, decisionSequence } = subject;
  const head = await ledger.readHead(subjectStream);
  if (head === undefined || (head.world !== world && !subjectStream.startsWith('register/'))) {
    throw requestRefused('NOT_FOUND', { field: 'data.subjectStream' });
  }
  if ((eventVersion ?? 0) > head.headVersion)
    throw requestRefused('NOT_FOUND', { field: 'data.eventVersion' });
  if ((decisionSequence ?? 0) > head.decisionCount) {
    throw requestRefused('NOT_FOUND', { field: 'data.decisionSequence' });
  }
}
