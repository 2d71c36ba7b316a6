/** The list of classes, and the roster of one with the names of those who sit in it. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { code } from '../../catalogue/fields.ts';
import { enrolmentAddress } from '../../domain/training-class/notes.ts';
import type { TrainingClassState } from '../../domain/training-class/state.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { ClassFilter, ClassList, ClassRow } from '../../projections/class-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { entityKind } from '../entity-kinds/entity-kind.ts';
import { trainingClassKind } from '../entity-kinds/training-class.ts';
import { requestRefused } from '../problem.ts';
import { entityParameters, pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  centre: code.optional().describe('Code of the training centre'),
  status: z.enum(['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED']).optional(),
  programme: code.optional(),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});

const page = z.object({
  classes: z.array(z.looseObject({ classId: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

const roster = z.object({
  classId: z.string(),
  people: z.array(z.object({ enrolmentId: z.string(), seat: z.string(), name: z.string().nullable() })),
});

const tags = ['classes'];

export function classRoutes(app: FastifyInstance, context: RouteContext, classes: ClassList): void {
  listRoute(app, context, classes);
  rosterRoute(app, context);
}

function listRoute(app: FastifyInstance, { reads }: RouteContext, classes: ClassList): void {
  app.get(
    '/api/v1/classes',
    {
      schema: {
        tags,
        summary: 'Daftar kelas · List of classes',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-classes', 'classes');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const filter = wanted(actor, asked, world);
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id')[0];
      const rows = filter === undefined ? [] : await classes.list(filter, asked.limit + 1, after);
      const shown = rows.slice(0, asked.limit);
      await reads.note(actor, 'list-classes', 'classes', world, { rows: shown.length, filter: asked });
      const last = shown.at(-1);
      const more = rows.length > asked.limit && last !== undefined;
      return {
        classes: shown.map((row) => seenBy(actor, row)),
        nextCursor: more ? writeCursor(last.classId) : null,
      };
    },
  );
}

/** A class inside a prison would tell where its people are (G-08): placement offices do not see where any is. */
function seenBy({ role }: VerifiedActor, row: ClassRow): Partial<ClassRow> {
  if (role !== 'PLACEMENT_OFFICER') return row;
  const { hostFacility: _host, deliveryMode: _mode, siteId: _site, room: _room, ...shown } = row;
  return shown;
}

/** A centre sees its own, an auditor all, and who sends people where a seat is free. Undefined: nothing. */
function wanted(
  { role, office }: VerifiedActor,
  asked: z.output<typeof query>,
  world: string,
): ClassFilter | undefined {
  const isCentre = role === 'TRAINING_CENTRE_ADMINISTRATOR' || role === 'INSTRUCTOR';
  const isSender = !isCentre && role !== 'AUDITOR';
  const centre = isCentre ? office : asked.centre;
  if (asked.centre !== undefined && asked.centre !== centre) return undefined;
  return {
    world,
    ...(centre === undefined ? {} : { centre }),
    ...(asked.status === undefined ? {} : { status: asked.status }),
    ...(asked.programme === undefined ? {} : { programmeId: asked.programme }),
    ...(isSender ? { withFreeSeat: true } : {}),
  };
}

function rosterRoute(app: FastifyInstance, context: RouteContext): void {
  app.get(
    '/api/v1/classes/:id/roster',
    {
      schema: {
        tags,
        summary: 'Daftar peserta · Roster of a class',
        params: entityParameters,
        response: { 200: roster, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params as { id: string };
      const { flow, reads } = context;
      await reads.mayReadAtAll(actor, 'read-class-roster', `class/${id}`);
      const found = trainingClassKind.isId(id)
        ? await flow.entity(entityKind(trainingClassKind), id)
        : undefined;
      const state = found?.entity.domain as TrainingClassState | undefined;
      if (found === undefined || state?.plan == null) throw requestRefused('NOT_FOUND', {});
      const { world } = found;
      await reads.permit(actor, 'read-class-roster', `class/${id}`, world, { owners: [state.plan.centre] });
      const people = [];
      for (const { enrolmentId, status } of Object.values(state.seats)) {
        const name = await nameOf(context, actor, world, enrolmentId, id);
        people.push({ enrolmentId, seat: status, name });
      }
      // It holds names: nobody on the way keeps it.
      return reply.header('cache-control', 'no-store').send({ classId: id, people });
    },
  );
}

/** By the address to the journey, from there to the vault: each look is written down, the person not shown. */
export async function nameOf(
  { dependencies: { accessLog, ledger, vault } }: RouteContext,
  actor: VerifiedActor,
  world: string,
  enrolmentId: string,
  classId: string,
): Promise<string | null> {
  const holder = await ledger.holderOf(world, enrolmentAddress(enrolmentId));
  const personId = holder?.replace(/^journey\//, '');
  if (personId === undefined) return null;
  const receipt = await accessLog.record({
    ...{ actor, world, action: 'read-identity', subject: personId },
    ...{ outcome: 'allowed', reason: `class/${classId}` },
  });
  const identity = await vault.readIdentity(personId, receipt);
  return identity.kind === 'identity' ? identity.document.name : null;
}
