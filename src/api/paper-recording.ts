/** How the record learns that a paper of a journey was made: by which command, about what. */
import type { VerifiedActor } from '../access/reach.ts';
import type { CommandName } from '../access/roles.ts';
import type { JsonObject, Refusal } from '../domain/decider.ts';
import { isLetterOf, letterParties, letterRefused } from '../domain/journey/referral/letter.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { refuseWith } from '../domain/law/refusals.ts';
import type { PaperKind } from '../papers/paper.ts';
import type { StoredPaper } from '../papers/store.ts';

export interface PaperAsked {
  readonly caseId: string;
  readonly about?: string | undefined;
}

export interface PaperRecording {
  readonly command: CommandName;
  /** What of the journey the paper is about; empty where it is all of it. */
  subject(asked: PaperAsked): string;
  /** What the command names of the journey, for whose it is. */
  touches(subject: string): JsonObject;
  /** Why the command would be refused, asked before the person's identity is opened. */
  refusal(state: JourneyState, actor: VerifiedActor, subject: string): Refusal | undefined;
  data(subject: string, paper: StoredPaper): JsonObject;
  /** Whether making it is covered by the right to read identities; else the right to make it is. */
  readonly readsIdentity: boolean;
}

const caseUnknown = (caseId: string): Refusal => refuseWith('CASE_UNKNOWN', { caseId }).refusal;

const ofCase: PaperRecording = {
  command: 'attach-document',
  subject: ({ caseId }) => caseId,
  touches: (caseId) => ({ caseId }),
  refusal: ({ cases }, _actor, caseId) => (cases[caseId] === undefined ? caseUnknown(caseId) : undefined),
  data: (caseId, { kind, number, datedOn: date, sha256: hash }) => ({
    ...{ caseId, kind: kind.toUpperCase(), number, date, hash },
  }),
  readsIdentity: true,
};

const referralLetter: PaperRecording = {
  command: 'note-referral-letter',
  subject: ({ about, caseId }) => about ?? caseId,
  touches: () => ({}),
  refusal(state, actor, about) {
    const parties = letterParties(state, about);
    if (parties === undefined) return caseUnknown(about);
    const { role, office } = actor;
    if (!isLetterOf(parties, actor)) return refuseWith('NOT_PERMITTED', { role, office }).refusal;
    return letterRefused(state, about)?.refusal;
  },
  data: (about, { number, datedOn: date, sha256: hash }) => ({ about, number, date, hash }),
  readsIdentity: false,
};

const jobSeekerCard: PaperRecording = {
  command: 'note-job-seeker-card',
  subject: () => '',
  touches: () => ({}),
  refusal: () => undefined,
  data: (_none, { number, datedOn: date, sha256: hash }) => ({ number, date, hash }),
  readsIdentity: false,
};

export const recordingOf = (kind: PaperKind): PaperRecording =>
  kind === 'referral-letter' ? referralLetter : kind === 'job-seeker-card' ? jobSeekerCard : ofCase;
