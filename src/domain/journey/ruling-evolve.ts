/** How a registered ruling opens a case, and what is later learnt of it. */
import type { JourneyEvents } from './events.ts';
import { changeCase, type Evolvers } from './handlers.ts';
import { moveTo } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';

type Registered = JourneyEvents['RulingRegistered'];

const measureOf = ({ measure, measureMinutes }: Registered): CommunityServiceCase['measure'] =>
  measure === undefined || measureMinutes === null
    ? null
    : { siteId: measure.siteId, orderedMinutes: measureMinutes, doneMinutes: 0, completed: false };

const openedCase = (data: Registered): CommunityServiceCase => ({
  caseId: data.caseId,
  stage: 'REGISTERED',
  origin: data.origin,
  office: data.office,
  probationOffice: data.probationOffice,
  formerOffices: [],
  zone: data.zone,
  caseNumberIndex: data.caseNumberIndex,
  defendantOrder: data.defendantOrder,
  rulingDate: data.rulingDate,
  actDate: data.actDate,
  replaced: data.replaced,
  orderedMinutes: data.orderedMinutes,
  creditedMinutes: 0,
  repeat: null,
  completionDays: data.completionDays ?? null,
  hoursPerDay: data.hoursPerDay ?? null,
  daysPerWeek: data.daysPerWeek ?? null,
  place: data.place ?? null,
  consentRecorded: data.consentRecorded,
  anomalies: [],
  hourCreditPolicy: data.hourCreditPolicy,
  trainingSiteId: null,
  measure: measureOf(data),
  unpaidFineRupiah: data.unpaidFineRupiah ?? null,
  paidAtRate: {},
  chaseAt: data.chaseAt,
  missing: data.missing,
  finalOn: null,
  executionDueAt: null,
  executionOverdue: false,
  order: null,
  site: null,
  placements: [],
  plan: null,
  execution: null,
  hold: null,
  heldPeriods: [],
  warningLetters: 0,
  noShows: [],
  excused: [],
  review: null,
  fine: null,
  signatureDueAt: null,
  completionMinuted: false,
  lapsed: false,
  clemency: null,
  closedReason: null,
  retentionEndsAt: null,
});

export const rulingEvolvers: Evolvers<
  | 'RulingRegistered'
  | 'SentenceAnomalyFound'
  | 'SentenceAnomalyConfirmed'
  | 'ConsentRecorded'
  | 'MissingDataChased'
  | 'ProfilingRecorded'
  | 'RulingBecameFinal'
  | 'CaseVoided'
> = {
  RulingRegistered: (state, { data }) => ({
    ...state,
    caseCount: state.caseCount + 1,
    cases: { ...state.cases, [data.caseId]: openedCase(data) },
  }),
  SentenceAnomalyFound: (state, { data }) =>
    changeCase(state, data.caseId, ({ anomalies }) => ({
      anomalies: [...anomalies, { anomaly: data.anomaly, hold: data.hold, confirmed: false }],
    })),
  SentenceAnomalyConfirmed: (state, { data }) =>
    changeCase(state, data.caseId, ({ anomalies }) => ({
      anomalies: anomalies.map((found) =>
        found.anomaly === data.anomaly ? { ...found, confirmed: true, hold: false } : found,
      ),
    })),
  ConsentRecorded: (state, { data }) =>
    changeCase(state, data.caseId, ({ missing }) => ({
      consentRecorded: true,
      missing: missing.filter((item) => item !== 'consent'),
    })),
  MissingDataChased: (state, { data }) => changeCase(state, data.caseId, () => ({ chaseAt: null })),
  ProfilingRecorded: (state, { data }) =>
    data.caseId === undefined
      ? state
      : changeCase(state, data.caseId, (found) =>
          found.stage === 'REGISTERED' ? moveTo(found, 'PROFILED') : {},
        ),
  RulingBecameFinal: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'FINAL'),
      finalOn: data.finalOn,
      executionDueAt: data.executionDueAt,
    })),
  CaseVoided: (state, { data }) => changeCase(state, data.caseId, (found) => moveTo(found, 'VOID')),
};
