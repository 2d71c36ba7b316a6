/**
 * Correcting an entry (I-9): the wrong event stays in the ledger; a new one names it and says why. Its
 * credit is taken back and the right entry, if there is one, is credited like any other, so that the
 * balance ends as if the wrong entry had never been.
 */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { dateOf, isLocalDateTime } from '../../time/index.ts';
import type { JourneyCommands } from '../commands.ts';
import { entryOf } from '../entries.ts';
import type { CommandHandler, JourneyDecision, Refused } from '../handlers.ts';
import { firstRefusal, isRefusal, requireOffice, requireRole } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';
import { creditWhatNowFits, withdraw } from './credit.ts';
import type { Draft } from './draft.ts';
import { draftOf, post } from './draft.ts';
import { correctOtherEntry } from './entry-correction.ts';
import { totalMinutes } from './parts.ts';
import { workPlaceOn } from './place.ts';
import { concluded, enter } from './recording.ts';
import { reopen, reopenIfShort } from './reopening.ts';

type Correction = Command<'correct-entry', JourneyCommands['correct-entry']>;
type Replacement = NonNullable<JourneyCommands['correct-entry']['replacement']>;

export const correctEntry: CommandHandler<'correct-entry'> = (state, command, context) => {
  const { version, replacement } = command.data;
  const session = Object.values(state.sessions).find((entry) => entry.version === version);
  const other = entryOf(state, version);
  if (other !== undefined) return correctOtherEntry(state, other, command, context);
  const obligation = session && state.cases[session.caseId];
  if (session === undefined || obligation === undefined) return refuseWith('NOT_FOUND', { version });
  const refused = firstRefusal(
    requireOffice(obligation, command.actor, context, session.siteId),
    requireCorrector(command, session),
    requireReopener(command, obligation),
    session.status === 'VOID' ? refuseWith('ALREADY_DONE', { version }) : undefined,
    session.kind === 'TRAINING' && replacement !== undefined
      ? refuseWith('MALFORMED', { field: 'replacement' })
      : undefined,
  );
  return refused ?? corrected(state, session, obligation, command, context);
};

/** The centre puts its own training entries right; sessions are put right by the prosecution office. */
const requireCorrector = ({ actor }: Correction, { kind }: Session): Refused | undefined =>
  kind === 'TRAINING'
    ? requireRole(actor, 'PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'TRAINING_CENTRE_ADMINISTRATOR')
    : requireRole(actor, 'PIDUM_STAFF', 'EXECUTING_PROSECUTOR');

/** I.1: a case that is signed or closed is reopened only by a prosecutor. */
function requireReopener({ actor }: Correction, obligation: CommunityServiceCase): Refused | undefined {
  const { caseId, stage, completionMinuted } = obligation;
  if (stage === 'VOID') return refuseWith('CASE_CLOSED', { caseId, stage });
  const final = stage === 'CLOSED' || (stage === 'COMPLETED' && completionMinuted);
  return final ? requireRole(actor, 'EXECUTING_PROSECUTOR') : undefined;
}

function corrected(
  state: JourneyState,
  session: Session,
  obligation: CommunityServiceCase,
  command: Correction,
  context: DecideContext,
): JourneyDecision {
  const { version, reason, replacement } = command.data;
  const { sessionId, caseId } = session;
  const replacedBy = replacement === undefined ? {} : { replacedBy: `s${state.sessionCount + 1}` };
  let draft = post(draftOf(state), context, {
    type: 'EventCorrected',
    data: { corrects: version, sessionId, reason, ...replacedBy },
  });
  // A case closed by death, clemency or conversion is put right and stays closed.
  const closed = obligation.stage === 'CLOSED' && obligation.closedReason === 'COMPLETED';
  if (closed) draft = reopen(draft, context, caseId, reason);
  draft = takenBack(draft, session, context);
  if (replacement !== undefined) {
    const replaced = replace(draft, session, replacement, context);
    if (isRefusal(replaced)) return replaced;
    draft = replaced;
  }
  draft = creditWhatNowFits(draft, context);
  return concluded(reopenIfShort(draft, context, caseId, reason), context, caseId);
}

function takenBack(draft: Draft, session: Session, context: DecideContext): Draft {
  const withdrawn = withdraw(draft, context, session, 'ENTERED_IN_ERROR');
  if (session.toward === 'HOURS') return withdrawn;
  const { sessionId, caseId } = session;
  const minutes = totalMinutes(session.parts);
  return post(withdrawn, context, {
    type: 'MeasureMinutesWithdrawn',
    data: { caseId, sessionId, minutes },
  });
}

function replace(
  draft: Draft,
  session: Session,
  replacement: Replacement,
  context: DecideContext,
): Draft | Refused {
  const { siteId, start, end, breaks } = replacement;
  if (!isLocalDateTime(start)) return refuseWith('MALFORMED', { field: 'replacement.start' });
  if (!isLocalDateTime(end)) return refuseWith('MALFORMED', { field: 'replacement.end' });
  const site = workPlaceOn(context, siteId, dateOf(start), dateOf(end));
  if (isRefusal(site)) return site;
  const entry = { caseId: session.caseId, replaces: session.sessionId };
  return enter(draft, context, entry, { siteId, zone: site.zone, start, end, breaks });
}
