/** What became of a command: for its own actor, and for auditors. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { knowsJourneys, seesOnePart } from '../../access/views.ts';
import { renderRefusal } from '../../domain/law/refusals.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { eventViews, warningView } from '../answers.ts';
import { actorOf } from '../authentication.ts';
import { clientCommandId, clientKeyOf, idAfterMerge, idBeforeMerge } from '../client-command-id.ts';
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

/** More merges in a row than this are a circle. */
const MOST_MERGES = 10;

type Ledger = RouteContext['dependencies']['ledger'];

/** Where a merged record refused it and the one that goes on decided: that decision is the outcome. */
async function decidedFor(ledger: Ledger, commandId: string) {
  let decision = await ledger.findDecision(commandId);
  for (let merges = 0; ; merges += 1) {
    const { code, parameters } = decision?.detail.refusal ?? {};
    if (code !== 'PERSON_MERGED' || merges === MOST_MERGES) return decision;
    const later = await ledger.findDecision(idAfterMerge(commandId, `journey/${parameters?.personId}`));
    if (later === undefined) return decision;
    decision = later;
  }
}

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
      await reads.mayReadAtAll(actor, 'read-command', 'commands');
      if (!/^[\x21-\x7e]{1,200}$/.test(commandId)) throw requestRefused('NOT_FOUND', {});
      const own = await decidedFor(ledger, clientCommandId(actor, commandId));
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
      // Whose journey it was recorded in stays out of the answer (I-8), and so does the one it was merged into.
      const hidden = !knowsJourneys(actor.role) && stream.startsWith('journey/');
      if (hidden && detail.refusal?.code === 'PERSON_MERGED') throw requestRefused('OUTCOME_UNKNOWN', {});
      const onePart = sight !== undefined && seesOnePart(actor.role);
      return {
        commandId: clientKeyOf(decision.commandId),
        ledgerCommandId: hidden ? idBeforeMerge(decision.commandId) : decision.commandId,
        ...{
          stream: hidden ? 'withheld' : stream,
          name: decision.name,
          outcome: decision.outcome,
          decidedAt: decision.now,
        },
        decisionHash: decision.hash,
        firstVersion: onePart ? null : (firstVersion ?? null),
        lastVersion: onePart ? null : (lastVersion ?? null),
        refusal:
          detail.refusal === undefined ? null : { ...detail.refusal, ...renderRefusal(detail.refusal) },
        warnings: (detail.warnings ?? []).map(warningView),
        events: hidden ? [] : eventViews(actor, events, sight),
      };
    },
  );
}
