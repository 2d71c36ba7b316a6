/**
 * What a person asks for under the data protection law, and the answer (G-07, G-11, S59).
 *
 * RightsRequestFiled --> waits 3 × 24 hours -- RightsRequestAnswered --> answered
 *
 * A request cannot delete the legal record while law requires it: it is hidden from operational screens,
 * kept for audit, and the reason is stored. Time runs in clock hours; no day is a holiday for it.
 */
import { refuseWith } from '../../law/refusals.ts';
import { instantMilliseconds, instantOf, momentAt } from '../../time/index.ts';
import type { Instant } from '../../time/moment.ts';
import { accepted, type CommandHandlers, type Evolvers, happenedOn } from '../handlers.ts';
import { zoneOf } from '../zones.ts';
import { changeKeeping } from './state.ts';

const HOUR_MS = 3_600_000;

export const hoursAfter = (from: Instant, hours: number): Instant =>
  instantOf(instantMilliseconds(from) + hours * HOUR_MS);

export const rightsHandlers: CommandHandlers<'file-rights-request' | 'answer-rights-request'> = {
  'file-rights-request': (state, { data }, context) => {
    const zone = zoneOf(state, data.caseId);
    const hours = context.policy<number>('rights_request_hours', happenedOn(context, zone));
    const answerDueAt = momentAt(hoursAfter(context.now, hours), zone);
    const requestId = `r${state.keeping.requests.length + 1}`;
    return accepted([{ type: 'RightsRequestFiled', data: { ...data, requestId, answerDueAt } }]);
  },
  'answer-rights-request': (state, { data }) => {
    const found = state.keeping.requests.find(({ requestId }) => requestId === data.requestId);
    if (found === undefined) return refuseWith('REQUEST_UNKNOWN', { requestId: data.requestId });
    if (found.outcome !== null) return refuseWith('ALREADY_DONE', { requestId: data.requestId });
    if (data.outcome !== 'GRANTED' && data.article === undefined) {
      return refuseWith('REFUSAL_NEEDS_ARTICLE', { requestId: data.requestId });
    }
    return accepted([{ type: 'RightsRequestAnswered', data }]);
  },
};

export const rightsEvolvers: Evolvers<
  'RightsRequestFiled' | 'RightsRequestAnswered' | 'RightsRequestOverdue'
> = {
  RightsRequestFiled: (state, { data: { requestId, kind, answerDueAt }, occurredAt }) =>
    changeKeeping(state, {
      requests: [
        ...state.keeping.requests,
        { requestId, kind, filedOn: occurredAt.date, answerDueAt, outcome: null },
      ],
    }),
  RightsRequestAnswered: (state, { data: { requestId, outcome, hidden } }) =>
    changeKeeping(state, {
      hidden: state.keeping.hidden || hidden,
      requests: state.keeping.requests.map((request) =>
        request.requestId === requestId ? { ...request, outcome, answerDueAt: null } : request,
      ),
    }),
  RightsRequestOverdue: (state, { data }) =>
    changeKeeping(state, {
      requests: state.keeping.requests.map((request) =>
        request.requestId === data.requestId ? { ...request, answerDueAt: null } : request,
      ),
    }),
};
