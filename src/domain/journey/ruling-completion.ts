/**
 * What the excerpt lacked is found in the full copy (S11).
 *
 * REGISTERED | PROFILED | FINAL | ORDERED | PLANNED | RUNNING | HELD | REVIEW | REPEAT -- RulingCompleted --> same stage
 *
 * Only what is not on record is taken: anything else is a changed ruling. The age at the act is judged as
 * at registration, whatever the age today (S26): a child's case is refused here, and voided. A period that
 * the ruling stated all along sets the window (L-01), unless a document has set another one meanwhile.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { windowReplaced } from './breach-review.ts';
import type { JourneyCommands } from './commands.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  firstRefusal,
  onCase,
  type Refused,
  requireDocument,
} from './handlers.ts';
import { childRefusal, OPEN } from './ruling.ts';
import { type FoundAnomaly, replacedAnomalies } from './sentence-conditions.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';
import { windowEndOf } from './window.ts';

type Completion = JourneyCommands['complete-ruling'];

/** What the command brings, and whether the case already has it. */
const itemsOf = (found: CommunityServiceCase, data: Completion): { item: string; known: boolean }[] =>
  [
    { item: 'age', given: data.actDate, known: !found.missing.includes('age') },
    { item: 'replaced', given: data.replaced, known: found.replaced !== null },
    { item: 'hoursPerDay', given: data.hoursPerDay, known: found.hoursPerDay !== null },
    { item: 'daysPerWeek', given: data.daysPerWeek, known: found.daysPerWeek !== null },
    { item: 'completionDays', given: data.completionDays, known: found.completionDays !== null },
    { item: 'place', given: data.place, known: found.place !== null },
    { item: 'consent', given: data.consentRecorded, known: found.consentRecorded },
  ].filter(({ given }) => given !== undefined);

function ageRefusal(
  { actDate, rulingDate }: CommunityServiceCase,
  data: Completion,
  context: DecideContext,
): Refused | undefined {
  if (data.actDate === undefined) return undefined;
  if (data.actDate !== actDate) {
    return refuseWith('DATE_IMPLAUSIBLE', { field: 'actDate', date: data.actDate });
  }
  if (data.ageAtAct == null) return refuseWith('DOCUMENT_MISSING', { document: 'proof of the birth date' });
  return childRefusal(data.ageAtAct, rulingDate, context);
}

function windowOf(found: CommunityServiceCase, data: Completion, context: DecideContext): JourneyEvent[] {
  const { execution, repeat, stage } = found;
  if (data.completionDays === undefined || execution === null || repeat !== null) return [];
  if (execution.windowEndsAt === null || !EXECUTION_STAGES.includes(stage)) return [];
  const untouched = windowEndOf(found, execution.startedOn, context).at === execution.windowEndsAt.at;
  const stated = { ...found, completionDays: data.completionDays };
  const end = windowEndOf(stated, execution.startedOn, context);
  return untouched && end.at !== execution.windowEndsAt.at
    ? windowReplaced(stated, 'DOCUMENT', end, context)
    : [];
}

const anomalyEvent =
  (caseId: string) =>
  ({ anomaly }: FoundAnomaly): JourneyEvent => ({
    type: 'SentenceAnomalyFound',
    data: { caseId, anomaly, hold: false },
  });

export const rulingCompletionHandlers: CommandHandlers<'complete-ruling'> = {
  'complete-ruling': onCase({ stages: OPEN }, (found, command, context) => {
    const { data } = command;
    const items = itemsOf(found, data);
    const known = items.find((item) => item.known);
    const refused = firstRefusal(
      requireDocument(command, 'full copy of the ruling'),
      items.length === 0 ? refuseWith('MALFORMED', { field: 'data' }) : undefined,
      known && refuseWith('ALREADY_DONE', { item: known.item }),
    );
    if (refused !== undefined) return refused;
    const wrongAge = ageRefusal(found, data, context);
    if (wrongAge !== undefined) return wrongAge;
    const { actDate: _repeated, ageAtAct: _attested, ...supplied } = data;
    const anomalies = replacedAnomalies(data.replaced ?? null, found.rulingDate, context);
    return accepted(
      [
        { type: 'RulingCompleted', data: { ...supplied, supplied: items.map(({ item }) => item) } },
        ...anomalies.map(anomalyEvent(found.caseId)),
        ...windowOf(found, data, context),
      ],
      { warnings: anomalies.map(({ warning }) => warning) },
    );
  }),
};

export const rulingCompletionEvolvers: Evolvers<'RulingCompleted'> = {
  RulingCompleted: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      replaced: data.replaced ?? found.replaced,
      hoursPerDay: data.hoursPerDay ?? found.hoursPerDay,
      daysPerWeek: data.daysPerWeek ?? found.daysPerWeek,
      completionDays: data.completionDays ?? found.completionDays,
      place: data.place ?? found.place,
      consentRecorded: data.consentRecorded ?? found.consentRecorded,
      missing: found.missing.filter((item) => !data.supplied.includes(item)),
    })),
};
