/** What lies on the asking desk: how much of what, and the rows of each count. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { knowsJourneys } from '../../access/views.ts';
import { nextCommand } from '../../catalogue/next-commands.ts';
import { daysBetween, isLocalDate } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { workListsOf } from '../../projections/work/lists.ts';
import { NO_DATE, type WorkList, type WorkPlace, type WorkRow } from '../../projections/work-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { requestRefused } from '../problem.ts';
import { pageSize, problems } from '../route-schemas.ts';
import { deskDay } from '../work/desk.ts';
import { type EndingEntry, registersEnding } from '../work/registers-ending.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['work'];
const inWorld = z.strictObject({ world: worldId.optional() });
const paging = z.strictObject({
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const counts = z.object({
  today: z.string(),
  zone: z.string(),
  lists: z.array(z.object({ list: z.string(), count: z.int() })),
});
const item = z.looseObject({
  work: z.string(),
  condition: z.enum(['TODO', 'HOLD', 'WAITING', 'EXPECTED']),
  personId: z.string().nullable(),
  next: z.string().nullable(),
});
const page = z.object({
  today: z.string(),
  list: z.string(),
  count: z.int(),
  items: z.array(item),
  nextCursor: z.string().nullable(),
});

/** The registrar's only list of work: what ends in the registers. */
const REGISTERS = ['overdue', 'due', 'ending'] as const;

export function workRoutes(app: FastifyInstance, context: RouteContext, work: WorkList): void {
  const { dependencies, reads } = context;
  const needs = { work, clockOffsetOf: dependencies.clockOffsetOf };

  app.get(
    '/api/v1/work',
    {
      schema: {
        tags,
        summary: 'Pekerjaan meja ini, dihitung · What lies on this desk, counted',
        querystring: inWorld,
        response: { 200: counts, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-work', 'work');
      const { world = LIVE_WORLD } = parseWith(inWorld, request.query);
      const { reader, zone, today } = await deskDay(needs, actor, world);
      const lists =
        actor.role === 'REGISTRAR' ? await registerCounts(context, today) : await work.counts(reader);
      await reads.note(actor, 'list-work', 'work', world, { rows: lists.length });
      return { today, zone, lists };
    },
  );

  app.get(
    '/api/v1/work/:list',
    {
      schema: {
        tags,
        summary: 'Satu daftar pekerjaan · One list of work, as many rows as were counted',
        params: z.object({ list: z.string() }),
        querystring: paging,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-work', 'work');
      const { list } = request.params as { list: string };
      const { world = LIVE_WORLD, limit, cursor } = parseWith(paging, request.query);
      const { reader, today } = await deskDay(needs, actor, world);
      if (actor.role === 'REGISTRAR') {
        const entries = endingIn(list, await registersEnding(dependencies.registers, today), today);
        await reads.note(actor, 'list-work', 'work', world, { rows: entries.length, filter: { list } });
        const items = entries.map((entry) => endingItem(entry, today));
        return { today, list, count: items.length, items, nextCursor: null };
      }
      const definition = workListsOf(actor.role).find((one) => one.list === list);
      if (definition === undefined) throw requestRefused('NOT_FOUND', {});
      const [rows, counted] = await Promise.all([
        work.rows(reader, definition, limit + 1, placeOf(cursor)),
        work.counts(reader),
      ]);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      await reads.note(actor, 'list-work', 'work', world, { rows: shown.length, filter: { list } });
      return {
        today,
        list,
        count: counted.find((one) => one.list === list)?.count ?? 0,
        items: shown.map((row) => workItem(actor, row, today)),
        nextCursor: last === undefined ? null : writeCursor(last.due ?? NO_DATE, last.place),
      };
    },
  );
}

function placeOf(cursor: string | undefined): WorkPlace | undefined {
  if (cursor === undefined) return undefined;
  const [due = '', place = ''] = readCursor(cursor, 'id', 'id');
  if (!isLocalDate(due) && due !== NO_DATE) {
    throw requestRefused('MALFORMED', { field: 'cursor' });
  }
  return { due, place };
}

/** Whose matter it is shows to those who know journeys; all others know it by its own id (G-08). */
function workItem(actor: VerifiedActor, row: WorkRow, today: LocalDate) {
  const ofJourney = row.entityKind === 'journey';
  const known = !ofJourney || knowsJourneys(actor.role);
  return {
    work: row.work,
    condition: row.condition,
    entityKind: row.entityKind,
    personId: ofJourney && known ? row.entityId : null,
    entityId: ofJourney ? null : row.entityId,
    caseId: known ? row.caseId : null,
    subject: row.subject,
    stage: row.stage,
    about: row.about,
    deadline:
      row.due === null ? null : { kind: row.dueKind, on: row.due, daysOver: daysBetween(row.due, today) },
    since: row.since,
    waitsFor: row.waitsFor,
    hours: row.hours,
    next:
      row.condition === 'WAITING'
        ? null
        : (nextCommand(row.work, actor.role, row.stage, row.due !== null && row.due > today) ?? null),
  };
}

async function registerCounts({ dependencies }: RouteContext, today: LocalDate) {
  const entries = await registersEnding(dependencies.registers, today);
  return REGISTERS.map((list) => ({ list, count: endingIn(list, entries, today).length }));
}

/** @throws RequestRefused NOT_FOUND */
function endingIn(list: string, entries: readonly EndingEntry[], today: LocalDate): readonly EndingEntry[] {
  switch (list) {
    case 'overdue':
      return entries.filter(({ endsOn }) => endsOn < today);
    case 'due':
      return entries.filter(({ endsOn }) => endsOn >= today && daysBetween(today, endsOn) <= 7);
    case 'ending':
      return entries;
    default:
      throw requestRefused('NOT_FOUND', {});
  }
}

const endingItem = ({ register, id, endsOn }: EndingEntry, today: LocalDate) => ({
  ...{ work: 'register-ending', condition: 'TODO', entityKind: register, personId: null, entityId: id },
  ...{ caseId: null, subject: null, stage: null, about: id, since: null, waitsFor: null, hours: null },
  deadline: { kind: null, on: endsOn, daysOver: daysBetween(endsOn, today) },
  next: register === 'site' ? 'amend-site' : 'renew-licence',
});
