/** By which rules an event came about, for the officers who may read it whole; auditors ask for explanations. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Explanations } from '../../audit/explain/explanations.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { requestRefused } from '../problem.ts';
import { personParameters, problems } from '../route-schemas.ts';
import { mayReadWhole } from './audit/receipts.ts';
import type { RouteContext } from './route-context.ts';

const parameters = personParameters.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });

export function eventRulesRoute(
  app: FastifyInstance,
  context: RouteContext,
  explanations: Pick<Explanations, 'rulesUsed'>,
): void {
  app.get(
    '/api/v1/journeys/:personId/events/:version/rules',
    {
      schema: {
        tags: ['journeys'],
        summary: 'Aturan di balik peristiwa · The rules behind an event',
        params: parameters,
        response: { 200: z.looseObject({ command: z.string(), sequence: z.int() }), ...problems },
      },
    },
    async (request) => {
      const { personId, version } = parseWith(parameters, request.params);
      const event = await mayReadWhole(context, actorOf(request), personId, version);
      const decision = await context.dependencies.ledger.findDecision(event.meta.commandId);
      if (decision === undefined) throw requestRefused('NOT_FOUND', {});
      return explanations.rulesUsed(decision);
    },
  );
}
