/**
 * Correcting an absence, a report, a paper or a letter (I-9): the entry counts for nothing any more, and
 * the right one is entered like any other. No minute moves, so a finished case stays finished.
 *
 * A review that only the letter opened is closed with it; where the window is over meanwhile it stays,
 * because there would be one without the letter, too.
 */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { isPastWindow } from '../breach-review.ts';
import type { JourneyCommands } from '../commands.ts';
import { lastLetterOf } from '../entries.ts';
import type { JourneyEvent } from '../events.ts';
import type { JourneyDecision, Refused } from '../handlers.ts';
import { accepted, caseOf, firstRefusal, requireOffice, requireRole } from '../handlers.ts';
import { anyOfficeOf } from '../person.ts';
import type { CommunityServiceCase, Entry, JourneyState } from '../state.ts';

type Correction = Command<'correct-entry', JourneyCommands['correct-entry']>;

/** Excuses and letters are the prosecutor's own acts (I.6c), and so is all that touches a finished case. */
function requireEntryCorrector(
  { actor }: Correction,
  { type }: Entry,
  found: CommunityServiceCase | undefined,
): Refused | undefined {
  if (found?.stage === 'VOID') return refuseWith('CASE_CLOSED', { caseId: found.caseId });
  const own = type === 'SessionExcused' || type === 'WarningLetterIssued';
  const finished = found?.stage === 'CLOSED' || found?.completionMinuted === true;
  return own || finished
    ? requireRole(actor, 'EXECUTING_PROSECUTOR')
    : requireRole(actor, 'PIDUM_STAFF', 'EXECUTING_PROSECUTOR');
}

/** A letter that another one followed, or whose review was decided, has had its effect. */
function requireLastLetter(
  state: JourneyState,
  entry: Entry,
  found: CommunityServiceCase | undefined,
): Refused | undefined {
  if (entry.type !== 'WarningLetterIssued' || found === undefined) return undefined;
  const { caseId, stage, warningLetters } = found;
  const last = lastLetterOf(state, caseId)?.version === entry.version;
  return last && entry.key === String(warningLetters)
    ? undefined
    : refuseWith('WRONG_STAGE', { caseId, stage, allowed: `warning letter ${warningLetters}` });
}

export function correctOtherEntry(
  state: JourneyState,
  entry: Entry,
  command: Correction,
  context: DecideContext,
): JourneyDecision {
  const { version, reason, replacement } = command.data;
  const { caseId, type } = entry;
  const found = caseId === null ? undefined : caseOf(state, caseId);
  const refused = firstRefusal(
    found === undefined
      ? anyOfficeOf(state, command.actor, context)
      : requireOffice(found, command.actor, context),
    requireEntryCorrector(command, entry, found),
    entry.corrected ? refuseWith('ALREADY_DONE', { version }) : undefined,
    replacement === undefined ? undefined : refuseWith('MALFORMED', { field: 'replacement' }),
    requireLastLetter(state, entry, found),
  );
  if (refused !== undefined) return refused;
  const named = caseId === null ? {} : { caseId };
  return accepted([
    { type: 'EventCorrected', data: { corrects: version, ...named, entry: type, reason } },
    ...reviewWithdrawn(type, found),
  ]);
}

function reviewWithdrawn(type: Entry['type'], found: CommunityServiceCase | undefined): JourneyEvent[] {
  if (type !== 'WarningLetterIssued' || found?.stage !== 'REVIEW') return [];
  const byLetter = found.review?.ground === 'THIRD_WARNING' && !isPastWindow(found);
  return byLetter ? [{ type: 'BreachReviewClosed', data: { caseId: found.caseId } }] : [];
}
