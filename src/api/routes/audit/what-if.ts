/** What if: recorded lives under a draft rule, a page at a time. Nothing is written but that somebody looked. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { checkDraft, DraftProblem } from '../../../audit/what-if/draft.ts';
import type { DraftDesk } from '../../../audit/what-if/draft-desk.ts';
import { localDate } from '../../../catalogue/fields.ts';
import { endOfDay, startOfDay } from '../../../domain/time/index.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { requestRefused } from '../../problem.ts';
import { problems } from '../../route-schemas.ts';
import { createTurns } from '../../turns.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

/** Lives replayed for one answer: a second or two of another process. */
const MOST_LIVES = 200;
const USUAL_LIVES = 50;
const RETRY_AFTER_SECONDS = 3;

const body = z.strictObject({
  draft: z
    .array(z.unknown())
    .describe('[{policy, from, value, source}], as if they were set in the register'),
  from: localDate.describe('Lives in which something was decided from this day'),
  to: localDate.describe('until this day; nothing later is looked at'),
  office: z.string().max(100).optional().describe('Only lives in which this office decided something'),
  world: worldId.optional(),
  after: z.string().max(300).optional().describe('`nextAfter` of the page before'),
  limit: z.int().min(1).max(MOST_LIVES).optional(),
});

const totals = z.record(z.string(), z.int());
const page = z.object({
  streams: z.array(z.looseObject({ stream: z.string(), office: z.string(), outcome: z.string() })),
  totals,
  byOffice: z.record(z.string(), totals),
  nextAfter: z.string().nullable(),
});

export function auditWhatIfRoutes(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  drafts: DraftDesk,
): void {
  const turns = createTurns(1, RETRY_AFTER_SECONDS);
  app.post(
    '/api/v1/audit/what-if',
    {
      schema: {
        tags: ['audit'],
        summary: 'Bagaimana bila · Replay recorded cases under a draft rule',
        body,
        response: { 200: page, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'try-draft-rule', 'what-if');
      const {
        draft,
        from,
        to,
        world = LIVE_WORLD,
        limit = USUAL_LIVES,
        office,
        after,
      } = parseWith(body, request.body);
      const checked = checkedDraft(draft);
      const end = endOfDay(to, 'WIB').at;
      const now = new Date(Date.now() + (await dependencies.clockOffsetOf(world))).toISOString();
      const which = {
        ...{ world, from: startOfDay(from, 'WIB').at, to: end, limit },
        ...(office === undefined ? {} : { office }),
        ...(after === undefined ? {} : { after }),
      };
      return turns.run(reply, async (signal) => {
        await reads.permit(actor, 'try-draft-rule', 'what-if', world, {});
        return drafts.page(checked, which, end < now ? end : now, signal);
      });
    },
  );
}

function checkedDraft(draft: unknown): ReturnType<typeof checkDraft> {
  try {
    return checkDraft(draft);
  } catch (error) {
    if (!(error instanceof DraftProblem)) throw error;
    const errors = error.problems.map((reason) => ({ path: 'draft', reason }));
    throw requestRefused('MALFORMED', { field: 'draft' }, { errors });
  }
}
