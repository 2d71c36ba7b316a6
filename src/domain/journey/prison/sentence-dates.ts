/**
 * Dates of the term, as papers move them (B-12). Each is stored as stated, with its document; the system moves
 * none of them by itself (I-6, L-25). Whatever changes the release date arms the release watch anew.
 *
 * custody -- StageDatesChanged | RemissionGranted | ReleaseDateChanged --> same stage
 */
import { refuseWith } from '../../law/refusals.ts';
import { notBefore, notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal, requireDocument } from '../handlers.ts';
import { fractionsAhead, inOrder } from './admission.ts';
import { changePrisonCase, onPrisonCase } from './on-prison-case.ts';
import { endsCustodyEarly } from './queries.ts';
import { releaseDateMoved } from './release-watch.ts';
import { CUSTODY } from './stage-moves.ts';

export const sentenceDateHandlers: CommandHandlers<
  'change-stage-dates' | 'grant-remission' | 'change-release-date'
> = {
  'change-stage-dates': onPrisonCase({ stages: CUSTODY }, (found, command, context) => {
    const { caseId, stageDates } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'SDP extract'),
      inOrder(stageDates, found.sentence.startedOn),
    );
    if (refused !== undefined) return refused;
    // Who is released at the end of the term follows it; another release date stands by its own paper.
    const follows = found.releaseOn === found.stageDates.expiry;
    return accepted([
      {
        type: 'StageDatesChanged',
        data: { caseId, stageDates, fractionsAhead: fractionsAhead(stageDates, found.zone, context) },
      },
      ...(follows ? releaseDateMoved(found, stageDates.expiry, 'STAGE_DATES', context) : []),
    ]);
  }),

  'grant-remission': onPrisonCase({ stages: CUSTODY }, (found, command, context) => {
    const { releaseOn, ...remission } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'remission decree'),
      notInFuture(remission.grantedOn, found.zone, context),
      notBefore('grantedOn', remission.grantedOn, found.sentence.startedOn),
      notBefore('releaseOn', releaseOn ?? remission.grantedOn, found.sentence.startedOn),
    );
    if (refused !== undefined) return refused;
    const granted: JourneyEvent = { type: 'RemissionGranted', data: remission };
    return accepted([
      granted,
      ...(releaseOn === undefined ? [] : releaseDateMoved(found, releaseOn, 'REMISSION', context)),
    ]);
  }),

  'change-release-date': onPrisonCase({ stages: CUSTODY }, (found, command, context) => {
    const { caseId, from, to, reason } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'SDP extract or decree'),
      notBefore('to', to, found.sentence.startedOn),
      // A line of an old sheet must not undo what was changed since.
      from === found.releaseOn ? undefined : refuseWith('RELEASE_DATE_DIFFERS', { date: found.releaseOn }),
      to === from ? refuseWith('ALREADY_DONE', { caseId }) : undefined,
    );
    return refused ?? accepted(releaseDateMoved(found, to, reason, context));
  }),
};

export const sentenceDateEvolvers: Evolvers<
  | 'StageDatesChanged'
  | 'StageDateReached'
  | 'RemissionGranted'
  | 'ReleaseDateChanged'
  | 'ReleaseWatchRaised'
  | 'ReleaseOverdue'
> = {
  StageDatesChanged: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ stageDates, termReleaseOn }) => ({
      stageDates: data.stageDates,
      // A decree may hide the end of the term; where it counted, the new one does.
      termReleaseOn: termReleaseOn === stageDates.expiry ? data.stageDates.expiry : termReleaseOn,
      fractionsAhead: data.fractionsAhead,
    })),
  StageDateReached: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      fractionsAhead: found.fractionsAhead.filter((fraction) => !data.fractions.includes(fraction)),
    })),
  RemissionGranted: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ generalRemissions, remissionEffects }) => ({
      generalRemissions: generalRemissions + (data.kind === 'GENERAL' ? 1 : 0),
      remissionEffects: [...new Set([...remissionEffects, data.effect])],
    })),
  ReleaseDateChanged: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ integration, termReleaseOn }) => ({
      releaseOn: data.to,
      termReleaseOn: endsCustodyEarly(integration?.kind) ? termReleaseOn : data.to,
      watchDays: data.watchDays,
      releaseOverdue: false,
    })),
  ReleaseWatchRaised: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ watchDays }) => ({
      watchDays: watchDays.filter((point) => !data.points.includes(point)),
    })),
  ReleaseOverdue: (state, { data }) => changePrisonCase(state, data.caseId, () => ({ releaseOverdue: true })),
};
