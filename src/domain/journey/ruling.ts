/**
 * The ruling enters, and becomes final.
 *
 * RulingRegistered --> REGISTERED -- ProfilingRecorded --> PROFILED
 * REGISTERED | PROFILED -- RulingBecameFinal --> FINAL
 * REGISTERED | PROFILED | FINAL -- CaseVoided --> VOID
 *
 * What the excerpt lacks is chased once after some days and blocks nothing (S11); it is supplied from the
 * full copy (`ruling-completion.ts`). An anomaly of the
 * sentence blocks the order to execute until a prosecutor confirms it (`order.ts`). The final date is
 * entered from the court's paper and never computed (I-6, L-10).
 */
import type { ClaimChange, DecideContext, LostClaim, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { addDays, endOfDay } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { HourCreditPolicy, JourneyCommands } from './commands.ts';
import { effectiveOn, notBefore, notInFuture } from './dates.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  caseOf,
  type DeadlinesOf,
  type FiringHandlers,
  firstRefusal,
  isRefusal,
  onCase,
  type Refused,
  requireCase,
  requireDocument,
  requireRole,
  standingCases,
  today,
} from './handlers.ts';
import { officeFor } from './offices.ts';
import { anomaliesOf, hoursRefusal } from './sentence-conditions.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';

type Ruling = JourneyCommands['register-ruling'];

const BEFORE_ORDER: readonly Stage[] = ['REGISTERED', 'PROFILED', 'FINAL'];
/** Stages before the end of the obligation. */
export const OPEN: readonly Stage[] = [
  'REGISTERED',
  'PROFILED',
  'FINAL',
  'ORDERED',
  'PLANNED',
  'RUNNING',
  'HELD',
  'REVIEW',
  'REPEAT',
];

const caseNumberKey = (index: string, defendantOrder: number): string =>
  `case-number/${index}/${defendantOrder}`;

export const nextCaseId = (state: JourneyState): string => `c${state.caseCount + 1}`;

/** G-04, S56: whoever comes second is shown the case that exists. */
function duplicateCase(
  state: JourneyState,
  ruling: Ruling,
  lostClaims: readonly LostClaim[],
): Refused | undefined {
  const own = Object.values(state.cases).find(
    (other) =>
      other.stage !== 'VOID' &&
      other.caseNumberIndex === ruling.caseNumberIndex &&
      other.defendantOrder === ruling.defendantOrder,
  );
  if (own !== undefined) {
    return refuseWith('DUPLICATE_CASE', { caseId: own.caseId, personId: state.personId });
  }
  const lost = lostClaims.find(({ key }) => key.startsWith('case-number/'));
  if (lost === undefined) return undefined;
  const [personId = '', caseId = ''] = (lost.holder ?? '').split('/');
  return refuseWith('DUPLICATE_CASE', { caseId, personId });
}

/** the age at the act decides, whatever the age today. An unknown age is chased, not refused. */
export function childRefusal(
  ageAtAct: Ruling['ageAtAct'],
  rulingDate: LocalDate,
  context: DecideContext,
): Refused | undefined {
  if (ageAtAct === null) return undefined;
  const minimum = context.policy<number>('minimum_age_years', rulingDate);
  return ageAtAct.years < minimum
    ? refuseWith('UNDER_18', { years: ageAtAct.years, months: ageAtAct.months })
    : undefined;
}

const missingIn = (ruling: Ruling): string[] => [
  ...(ruling.consentRecorded ? [] : ['consent']),
  ...(ruling.ageAtAct === null ? ['age'] : []),
  ...(ruling.origin === 'PRIMARY_85' && ruling.replaced === null ? ['replaced'] : []),
];

function paperWarnings(ruling: Ruling): Warning[] {
  const warnings: Warning[] = [];
  if (!ruling.consentRecorded) warnings.push(warn('CONSENT_NOT_IN_PAPER', {}));
  if (ruling.orderedHours !== null) {
    if (ruling.place === undefined) warnings.push(warn('PLACE_MISSING', {}));
    if (ruling.hoursPerDay === undefined || ruling.completionDays === undefined) {
      warnings.push(warn('SCHEDULE_MISSING', {}));
    }
  }
  return warnings;
}

export const rulingHandlers: CommandHandlers<
  | 'register-ruling'
  | 'record-profiling'
  | 'record-ruling-final'
  | 'confirm-sentence-anomaly'
  | 'record-consent'
  | 'void-case'
> = {
  'register-ruling': (state, { data, actor }, context) => {
    const office = officeFor('EXECUTING', actor.office, context);
    if (isRefusal(office)) return office;
    const guiding = officeFor('GUIDING', data.probationOffice, context);
    if (isRefusal(guiding)) return guiding;
    const { zone } = office;
    const refused =
      firstRefusal(
        state.diedOn === null ? undefined : refuseWith('PERSON_DECEASED', {}),
        duplicateCase(state, data, context.lostClaims),
        notInFuture(data.rulingDate, zone, context),
        notBefore('rulingDate', data.rulingDate, data.actDate),
      ) ??
      childRefusal(data.ageAtAct, data.rulingDate, context) ??
      hoursRefusal(data, actor, context);
    if (refused !== undefined) return refused;

    const caseId = nextCaseId(state);
    const { ageAtAct: _attested, anomalyReason, ...ruling } = data;
    const anomalies = anomaliesOf(data, context);
    const missing = missingIn(data);
    const day = today(context, zone);
    const registered: JourneyEvent = {
      type: 'RulingRegistered',
      data: {
        ...ruling,
        caseId,
        office: actor.office,
        orderedMinutes: data.orderedHours === null ? null : data.orderedHours * 60,
        measureMinutes:
          data.measure === undefined
            ? null
            : data.measure.jp * context.policy<number>('jp_minutes', data.rulingDate),
        hourCreditPolicy: context.policy<HourCreditPolicy>('hour_credit_policy_default', data.rulingDate),
        missing,
        chaseAt:
          missing.length === 0
            ? null
            : endOfDay(addDays(day, context.policy<number>('missing_data_chase_days', day)), zone),
        zone,
      },
    };
    const claim: ClaimChange = {
      kind: 'take',
      key: caseNumberKey(data.caseNumberIndex, data.defendantOrder),
      holder: `${state.personId}/${caseId}`,
    };
    return accepted(
      [
        registered,
        ...anomalies.map(({ anomaly }): JourneyEvent => {
          const hold = anomaly === 'HOURS_OUT_OF_RANGE';
          const reason = hold && anomalyReason !== undefined ? { reason: anomalyReason } : {};
          return { type: 'SentenceAnomalyFound', data: { caseId, anomaly, hold, ...reason } };
        }),
      ],
      { warnings: [...anomalies.map(({ warning }) => warning), ...paperWarnings(data)], claims: [claim] },
    );
  },

  /** May come before any ruling: then it names no case. */
  'record-profiling': (state, { data }, context) => {
    const event: JourneyEvent = { type: 'ProfilingRecorded', data };
    if (data.caseId === undefined) {
      return state.diedOn === null ? accepted([event]) : refuseWith('PERSON_DECEASED', {});
    }
    const found = caseOf(state, data.caseId);
    if (found === undefined) return refuseWith('CASE_UNKNOWN', { caseId: data.caseId });
    return requireCase(state, found, { stages: OPEN }, context) ?? accepted([event]);
  },

  'record-ruling-final': onCase({ stages: ['REGISTERED', 'PROFILED'] }, (found, command, context) => {
    const { finalOn } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'court paper with the final date'),
      notInFuture(finalOn, found.zone, context),
      notBefore('finalOn', finalOn, found.rulingDate),
    );
    if (refused !== undefined) return refused;
    const days = context.policy<number>('execution_due_days', finalOn);
    return accepted([
      {
        type: 'RulingBecameFinal',
        data: {
          caseId: found.caseId,
          finalOn,
          executionDueAt: endOfDay(addDays(finalOn, days), found.zone),
        },
        occurredAt: effectiveOn(finalOn, found.zone, context),
      },
    ]);
  }),

  /** Also after the order: the full copy may show an anomaly that the excerpt did not. */
  'confirm-sentence-anomaly': onCase({ stages: OPEN }, (found, { data, actor }) => {
    const refused = requireRole(actor, 'EXECUTING_PROSECUTOR');
    if (refused !== undefined) return refused;
    const open = found.anomalies.some(({ anomaly, confirmed }) => anomaly === data.anomaly && !confirmed);
    return open
      ? accepted([{ type: 'SentenceAnomalyConfirmed', data }])
      : refuseWith('ALREADY_DONE', { anomaly: data.anomaly });
  }),

  'record-consent': onCase({ stages: OPEN }, (found, { data }) =>
    found.consentRecorded
      ? refuseWith('ALREADY_DONE', { caseId: found.caseId })
      : accepted([{ type: 'ConsentRecorded', data }]),
  ),

  /** Entered in error. Its number is free again, so that it can be entered where it belongs. */
  'void-case': onCase({ stages: BEFORE_ORDER, afterDeath: true }, (found, { data }, _context, state) =>
    accepted([{ type: 'CaseVoided', data }], {
      claims: [
        {
          kind: 'release',
          key: caseNumberKey(found.caseNumberIndex, found.defendantOrder),
          holder: `${state.personId}/${found.caseId}`,
        },
      ],
    }),
  ),
};

const chaseOf = (found: CommunityServiceCase) =>
  found.missing.length > 0 && found.chaseAt !== null
    ? [{ kind: 'missing-data-chase', subject: found.caseId, dueAt: found.chaseAt }]
    : [];

export const rulingDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap((found) => (OPEN.includes(found.stage) ? chaseOf(found) : []));

export const rulingFirings: FiringHandlers = {
  'missing-data-chase': (state, { subject }) => [
    {
      type: 'MissingDataChased',
      data: { caseId: subject, missing: [...(state.cases[subject]?.missing ?? [])] },
    },
  ],
};
