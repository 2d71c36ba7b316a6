/**
 * Register F (B-13). An entry keeps remissions away for months (B-10), and the TPP may stop training for it.
 * An entry annulled later never stood: what rested on it comes back by a correcting event (I-9, S34).
 *
 * custody -- DisciplineRecorded --> same stage, or INTERRUPTED where training is suspended
 * any stage -- DisciplineAnnulled --> same stage; where nothing else interrupts, InterruptionEnded follows
 */
import { refuseWith } from '../../law/refusals.ts';
import { effectiveOn, notBefore, notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, firstRefusal, requireDocument } from '../handlers.ts';
import { endedByCorrection } from './interruption.ts';
import { onPrisonCase } from './on-prison-case.ts';
import { CUSTODY, OUTSIDE } from './stage-moves.ts';

export const disciplineHandlers: CommandHandlers<'record-discipline' | 'annul-discipline'> = {
  'record-discipline': onPrisonCase({ stages: CUSTODY }, (found, command, context) => {
    const { data } = command;
    const { zone, sentence } = found;
    const refused = firstRefusal(
      requireDocument(command, 'Register F entry'),
      notInFuture(data.entryOn, zone, context),
      notBefore('entryOn', data.entryOn, sentence.startedOn),
      notBefore('hearingOn', data.hearingOn ?? data.entryOn, sentence.startedOn),
    );
    if (refused !== undefined) return refused;
    const occurredAt = effectiveOn(data.entryOn, zone, context);
    return accepted([{ type: 'DisciplineRecorded', data, occurredAt }]);
  }),

  'annul-discipline': onPrisonCase({ stages: [...CUSTODY, ...OUTSIDE] }, (found, command, context) => {
    const { caseId, entryOn, version, reason } = command.data;
    const refused = requireDocument(command, 'annulment of the entry');
    if (refused !== undefined) return refused;
    const entry = found.discipline.findLast(
      (one) => one.entryOn === entryOn && !one.annulled && (version ?? one.version) === one.version,
    );
    if (entry === undefined) return refuseWith('DISCIPLINE_ENTRY_UNKNOWN', { date: entryOn });
    const rests =
      found.interruptions.length > 0 &&
      found.interruptions.every(({ kind, from }) => kind === 'DISCIPLINE' && from === entryOn);
    return accepted([
      { type: 'DisciplineAnnulled', data: { caseId, corrects: entry.version, entryOn, reason } },
      ...(rests ? endedByCorrection(found, context) : []),
    ]);
  }),
};
