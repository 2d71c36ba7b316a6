/**
 * The answer to whoever speaks of an assessment by its id: what was recorded of it, and nothing of the journey
 * in which it was. Neither stream nor version nor person stands in it (I-8).
 */
import { renderWarning } from '../domain/law/warnings.ts';
import { clientKeyOf, idBeforeMerge } from './client-command-id.ts';
import type { CommandResult } from './command-flow.ts';
import { RequestRefused, requestRefused } from './problem.ts';

export interface AssessmentAnswer {
  readonly outcome: 'accepted';
  readonly commandId: string;
  readonly assessmentId: string;
  readonly recorded: readonly string[];
  readonly recordedAt: string | null;
  readonly certificateId: string | null;
  readonly warnings: readonly { readonly code: string; readonly sentence: { id: string; en: string } }[];
}

/** @throws RequestRefused for a refusal or a fault. */
export function assessmentAnswer({ answer }: CommandResult, assessmentId: string): AssessmentAnswer {
  const { refusal, outcome } = answer;
  const ledgerCommandId = idBeforeMerge(answer.commandId);
  const commandId = clientKeyOf(ledgerCommandId);
  if (outcome !== 'accepted') {
    const stream = `assessment/${assessmentId}`;
    const receipt = { commandId, ledgerCommandId, stream, decisionHash: null };
    if (refusal === undefined) throw requestRefused('INTERNAL', {}, { receipt });
    throw new RequestRefused(refusal, { receipt });
  }
  const named = (data: unknown) => data as { assessmentId?: string; certificateId?: string | null };
  const told = answer.events.filter(({ data }) => named(data).assessmentId === assessmentId);
  const requested = told.find(({ type }) => type === 'CertificateRequested');
  return {
    ...{ outcome, commandId, assessmentId },
    recorded: told.map(({ type }) => type),
    recordedAt: told[0]?.recordedAt ?? null,
    certificateId: named(requested?.data ?? {}).certificateId ?? null,
    warnings: answer.warnings.map((warning) => {
      const { id, en } = renderWarning(warning);
      return { code: warning.code, sentence: { id, en } };
    }),
  };
}
