/** Verifying the whole record from a browser: one is begun, watched while it reads, and looked up afterwards. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ALL_WORLDS } from '../../../access/access-log.ts';
import {
  type AskedVerification,
  type Verifications,
  wasAskedFor,
} from '../../../audit/verify/asked-verifications.ts';
import type { NotedVerification } from '../../../ledger/verifications.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { requestRefused } from '../../problem.ts';
import { pageSize, problems } from '../../route-schemas.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
const path = '/api/v1/audit/verifications';
const RETRY_AFTER_SECONDS = 30;

const parameters = z.object({ id: z.uuid() });
const query = z.strictObject({
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const progress = z.looseObject({ share: z.number(), findings: z.int() });
const finding = z.looseObject({ problem: z.string(), entry: z.string(), explanation: z.string() });
const verification = z.looseObject({
  id: z.string(),
  state: z.enum(['running', 'ended', 'broke off']),
  progress: progress.nullable(),
  outcome: z.string().nullable(),
  findings: z.int().nullable(),
  list: z
    .array(finding)
    .nullable()
    .describe('At most 1,000, those changed by hand first; null where only the outcome is kept'),
});
const noted = z.looseObject({ id: z.string().nullable(), outcome: z.string(), endedAt: z.string() });

export function verificationRoutes(
  app: FastifyInstance,
  context: RouteContext,
  verifications: Verifications,
): void {
  const { reads } = context;
  app.post(
    path,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Periksa seluruh catatan · Begin to verify the whole record',
        description: 'One at a time. It reads only; writing goes on. The outcome is noted in the sealed log.',
        response: { 202: z.object({ id: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'verify-ledger', 'log');
      await reads.permit(actor, 'verify-ledger', 'log', ALL_WORLDS, {});
      const begun = verifications.start(actor);
      if (begun === undefined) throw requestRefused('AUDIT_BUSY', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      return reply.code(202).send({ id: begun.id });
    },
  );

  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'Riwayat pemeriksaan · Verifications of the record, newest first',
        querystring: query,
        response: {
          200: z.object({
            running: verification.nullable(),
            verifications: z.array(noted),
            nextCursor: z.string().nullable(),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'verify-ledger', 'log');
      const { limit, cursor } = parseWith(query, request.query);
      const found = await verifications.history(limit + 1, cursor === undefined ? undefined : idIn(cursor));
      const shown = found.slice(0, limit);
      await reads.note(actor, 'verify-ledger', 'log', ALL_WORLDS, { rows: shown.length });
      const last = found.length > limit ? shown.at(-1) : undefined;
      const running = verifications.running();
      return {
        running: running === undefined ? null : view(running),
        verifications: shown.map(notedView),
        nextCursor: last === undefined ? null : writeCursor(String(last.id)),
      };
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Satu pemeriksaan · One verification, with the place of every finding',
        params: parameters,
        response: { 200: verification, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params as { id: string };
      await reads.mayReadAtAll(actor, 'verify-ledger', 'log');
      if (!parameters.safeParse({ id }).success) throw requestRefused('NOT_FOUND', {});
      const found = verifications.find(id);
      const kept = found === undefined ? await verifications.noted(id) : undefined;
      if (found === undefined && kept === undefined) throw requestRefused('NOT_FOUND', {});
      await reads.permit(actor, 'verify-ledger', 'log', ALL_WORLDS, {});
      return found === undefined ? keptView(id, kept!) : view(found);
    },
  );

  app.get(
    `${path}/:id/progress`,
    {
      config: { openData: 'counts of rows read so far: nobody’s data' },
      schema: {
        tags,
        summary: 'Kemajuan pemeriksaan · How far a verification is',
        params: parameters,
        response: { 200: z.object({ state: z.string(), progress: progress.nullable() }), ...problems },
      },
    },
    async (request) => {
      await reads.mayReadAtAll(actorOf(request), 'verify-ledger', 'log');
      const found = verifications.find((request.params as { id: string }).id);
      if (found === undefined) throw requestRefused('NOT_FOUND', {});
      return { state: stateOf(found), progress: found.progress };
    },
  );
}

const stateOf = ({ endedAt, brokeOff }: AskedVerification) =>
  endedAt === null ? 'running' : brokeOff === null ? 'ended' : 'broke off';

function view(found: AskedVerification): z.infer<typeof verification> {
  const { id, askedBy, startedAt, endedAt, progress: seen, report, brokeOff } = found;
  return {
    ...(report ?? { outcome: null, findings: null }),
    ...{ id, askedBy, startedAt, endedAt, state: stateOf(found), brokeOff },
    progress: seen === null ? null : { ...seen },
    list: report === null ? null : report.list.map((one) => ({ ...one })),
  };
}

const keptView = (id: string, { runId: _run, id: _number, ...outcome }: NotedVerification) => ({
  ...{ id, askedBy: null, startedAt: null, state: 'ended' as const, progress: null, list: null },
  ...{ brokeOff: null, ...outcome },
});

/** Of the night's no id leads further: their findings stand in the server's alarms. */
const notedView = ({ id: _number, runId, ...outcome }: NotedVerification) => ({
  ...outcome,
  id: wasAskedFor(runId) ?? null,
});

function idIn(cursor: string): number {
  const id = Number(readCursor(cursor, 'id')[0]);
  if (Number.isSafeInteger(id)) return id;
  const errors = [{ path: 'cursor', reason: 'not a cursor of this list' }];
  throw requestRefused('MALFORMED', { field: 'cursor' }, { errors });
}
