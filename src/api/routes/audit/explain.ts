/** Why: one decision, event, deadline or balance, with the rule behind it and what it would take. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Explanations } from '../../../audit/explain/explanations.ts';
import { NothingToExplain } from '../../../audit/explain/nothing-to-explain.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { requestRefused } from '../../problem.ts';
import { problems } from '../../route-schemas.ts';
import { createTurns } from '../../turns.ts';
import type { RouteContext } from '../route-context.ts';

const parameters = z.object({
  kind: z.string().regex(/^[a-z][a-z-]{0,30}$/),
  id: z.string().regex(/^[A-Za-z0-9._/-]{1,200}$/),
});
/** Each folds one life, some of them twice: a screen asks for a few at once, a script would ask for thousands. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_SECONDS = 1;
const position = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional();
const query = z
  .strictObject({
    decision: position.describe('Sequence of a decision'),
    event: position.describe('Version of an event'),
    deadline: z.string().max(200).optional().describe('Id of a deadline, `kind:subject:instant`'),
    case: z.string().max(20).optional().describe('Journeys: the balance of a case, posting by posting'),
    enrolment: z.string().max(100).optional().describe('Classes: the training hours of an enrolment'),
  })
  .refine((asked) => Object.values(asked).filter((value) => value !== undefined).length === 1, {
    message: 'exactly one of decision, event, deadline, case, enrolment',
  });

const sentences = z.array(z.object({ id: z.string(), en: z.string() }));

export function auditExplainRoutes(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  explanations: Explanations,
): void {
  const turns = createTurns(MOST_AT_ONCE, RETRY_AFTER_SECONDS);
  app.get(
    '/api/v1/audit/streams/:kind/:id/explanation',
    {
      schema: {
        tags: ['audit'],
        summary: 'Mengapa · Why it came out so, by which rule, and what it would take',
        params: parameters,
        querystring: query,
        response: { 200: z.looseObject({ sentences: sentences.optional() }), ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { kind, id } = request.params as { kind: string; id: string };
      const subject = kind === 'journey' ? id : `${kind}/${id}`;
      await reads.mayReadAtAll(actor, 'explain-record', subject);
      const asked = parseWith(query, request.query);
      const known = parameters.safeParse({ kind, id }).success;
      const head = known ? await dependencies.ledger.readHead(`${kind}/${id}`) : undefined;
      if (head === undefined) throw requestRefused('NOT_FOUND', {});
      try {
        return await turns.run(reply, async (signal) => {
          await reads.permit(actor, 'explain-record', subject, head.world, {});
          return explained(explanations, { kind, id }, asked, signal);
        });
      } catch (error) {
        if (error instanceof NothingToExplain) throw requestRefused('NOT_FOUND', {});
        throw error;
      }
    },
  );
}

async function explained(
  explanations: Explanations,
  { kind, id }: { readonly kind: string; readonly id: string },
  asked: z.output<typeof query>,
  signal: AbortSignal,
): Promise<object> {
  const stream = `${kind}/${id}`;
  if (asked.decision !== undefined) return explanations.decision(stream, asked.decision, signal);
  if (asked.event !== undefined) return explanations.event(stream, asked.event, signal);
  if (asked.deadline !== undefined) return explanations.deadline(stream, asked.deadline, signal);
  if (asked.case !== undefined && kind === 'journey') return explanations.balance(id, asked.case, signal);
  if (asked.enrolment !== undefined && kind === 'class') {
    return explanations.trainingBalance(id, asked.enrolment, signal);
  }
  throw new NothingToExplain(`${stream} keeps no such balance`);
}
