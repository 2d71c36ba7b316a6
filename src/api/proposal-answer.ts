/**
 * The answer to whoever speaks of a proposal or a candidate by its id: what was recorded, and nothing of
 * the journey in which it was. Neither its stream, nor its version, nor its person stands in it (I-8).
 */
import { renderWarning } from '../domain/law/warnings.ts';
import { clientKeyOf, idBeforeMerge } from './client-command-id.ts';
import type { CommandResult } from './command-flow.ts';
import { RequestRefused, requestRefused } from './problem.ts';

export interface ProposalAnswer {
  readonly outcome: 'accepted';
  readonly commandId: string;
  readonly proposalId: string | null;
  readonly recorded: readonly string[];
  readonly recordedAt: string | null;
  readonly warnings: readonly { readonly code: string; readonly sentence: { id: string; en: string } }[];
}

/** Types of events that an employer is told of: what else followed in the journey is not theirs. */
const TOLD: ReadonlySet<string> = new Set([
  'CandidateProposed',
  'CandidateInvited',
  'CandidateInterviewed',
  'JobOffered',
  'CandidateAccepted',
  'CandidateDeclined',
  'ProposalWithdrawn',
  'EmploymentConfirmed',
]);

/**
 * @param subject what the sender named: it stands in the receipt in the place of the stream.
 * @throws RequestRefused for a refusal or a fault.
 */
export function proposalAnswer({ answer }: CommandResult, subject: string): ProposalAnswer {
  const { refusal, outcome } = answer;
  const ledgerCommandId = idBeforeMerge(answer.commandId);
  const commandId = clientKeyOf(ledgerCommandId);
  if (outcome !== 'accepted') {
    const receipt = { commandId, ledgerCommandId, stream: subject, decisionHash: null };
    if (refusal === undefined) throw requestRefused('INTERNAL', {}, { receipt });
    throw new RequestRefused(refusal, { receipt });
  }
  const told = answer.events.filter(({ type }) => TOLD.has(type));
  const first = told[0];
  const named = first?.data as { proposalId?: string } | undefined;
  return {
    ...{ outcome, commandId, proposalId: named?.proposalId ?? null },
    recorded: told.map(({ type }) => type),
    recordedAt: first?.recordedAt ?? null,
    warnings: answer.warnings.map((warning) => {
      const { id, en } = renderWarning(warning);
      return { code: warning.code, sentence: { id, en } };
    }),
  };
}
