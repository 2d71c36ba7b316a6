/** What became of a command: for its own actor, and for auditors. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { renderRefusal } from '../../domain/law/refusals.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { eventView, warningView } from '../answers.ts';
import { actorOf } from '../authentication.ts';
import { clientCommandId, clientKeyOf } from '../client-command-id.ts';
import { requestRefused } from '../problem.ts';
import { commandParameters, eventSchema, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const outcome = z.looseObject({
  commandId: z.string(),
  ledgerCommandId: z.string(),
  stream: z.string(),
  name: z.string(),
  outcome: z.enum(['accepted', 'refused', 'fault']),
  decidedAt: z.string(),
  decisionHash: z.string(),
  firstVersion: z.int().nullable(),
  lastVersion: z.int().nullable(),
  events: z.array(eventSchema),
});

/** They know proposals and assessments by their ids, and never whose journey holds them. */
const KNOWS_NO_JOURNEY: ReadonlySet<string> = new Set([
  'EMPLOYER',
  'ASSESSOR',
  'CERTIFICATION_BODY_ADMINISTRATOR',
]);

export function commandOutcomeRoutes(
  app: FastifyInstance,
  { dependencies, flow, reads }: RouteContext,
): void {
  app.get(
    '/api/v1/commands/:commandId',
    {
      schema: {
        tags: ['commands'],
        summary: 'Nasib sebuah perintah · What became of a command',
        params: commandParameters,
        response: { 200: outcome, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { ledger } = dependencies;
      const { commandId } = request.params as { commandId: string };
      if (!/^[\x21-\x7e]{1,200}$/.test(commandId)) throw requestRefused('NOT_FOUND', {});
      const own = await ledger.findDecision(clientCommandId(actor, commandId));
      const decision = own ?? (await ledger.findDecision(commandId));
      // Another's command and none at all look the same to whoever may not see it.
      if (decision === undefined || (decision.actor.id !== actor.id && actor.role !== 'AUDITOR')) {
        throw requestRefused('NOT_FOUND', {});
      }
      const { stream, detail, firstVersion, lastVersion } = decision;
      await reads.permit(actor, 'read-command', stream, LIVE_WORLD, { commandActorId: decision.actor.id });
      const events =
        firstVersion === undefined || lastVersion === undefined
          ? []
          : await ledger.readStream(stream, { afterVersion: firstVersion - 1, upTo: lastVersion });
      const sight = await flow.sightOf(actor, stream);
      // Whose journey it was recorded in stays out of the answer (I-8).
      const hidden = KNOWS_NO_JOURNEY.has(actor.role) && stream.startsWith('journey/');
      return {
        commandId: clientKeyOf(decision.commandId),
        ledgerCommandId: decision.commandId,
        ...{
          stream: hidden ? 'withheld' : stream,
          name: decision.name,
          outcome: decision.outcome,
          decidedAt: decision.now,
        },
        decisionHash: decision.hash,
        firstVersion: hidden ? null : (firstVersion ?? null),
        lastVersion: hidden ? null : (lastVersion ?? null),
        refusal:
          detail.refusal === undefined ? null : { ...detail.refusal, ...renderRefusal(detail.refusal) },
        warnings: (detail.warnings ?? []).map(warningView),
        events: hidden ? [] : events.map((event) => eventView(actor, event, sight)),
      };
    },
  );
}
