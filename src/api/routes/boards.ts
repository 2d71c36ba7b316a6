/**
 * Boards for heads of office: sums over what the own office has a part in, for the centre over all. Small numbers are
 * hidden before anything leaves (docs/boards.md). One trait at a time: what is crossed twice would be of one person.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import type { ProgrammeFact } from '../../domain/registers/programme.ts';
import { smallNumberThresholdOn, THRESHOLD_POLICY } from '../../domain/statistics/threshold.ts';
import { momentAt } from '../../domain/time/index.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { BoardFigures, BoardReach } from '../../projections/board-figures.ts';
import { actorOf } from '../authentication.ts';
import { certificateTables, flowTables, retentionTables, stageTables } from '../boards/assemble.ts';
import type { Division } from '../boards/division.ts';
import type { FigureTable } from '../boards/figure-table.ts';
import { parseWith } from '../command-body.ts';
import { policyReader } from '../policy-reader.ts';
import { requestRefused } from '../problem.ts';
import { problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const BOARDS = ['flow', 'stages', 'certificates', 'retention'] as const;
type Board = (typeof BOARDS)[number];
const TRAITS = ['trade', 'accommodation', 'green', 'office'] as const;
type TraitName = (typeof TRAITS)[number];

const query = z.strictObject({
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2200)
    .optional()
    .describe('Who entered, was certified or began to work in this year; by default the present one'),
  by: z.enum(TRAITS).optional().describe('One trait at a time; offices only for who sees all of them'),
  world: worldId.optional(),
});
const isBoard = (name: string): name is Board => (BOARDS as readonly string[]).includes(name);
const parameters = z.object({ board: z.enum(BOARDS) });

const figure = z.union([z.int(), z.enum(['small', 'withheld'])]);
const row = z.object({ key: z.string(), cells: z.record(z.string(), figure) });
const answer = z.object({
  board: z.enum(BOARDS),
  office: z.string().nullable(),
  year: z.int().nullable(),
  years: z.array(z.int()),
  by: z.enum(TRAITS).nullable(),
  traits: z.array(z.enum(TRAITS)),
  asOf: z.string(),
  threshold: z.int(),
  tables: z.array(
    z.object({
      ...{ name: z.string(), columns: z.array(z.string()), rows: z.array(row), total: row.nullable() },
    }),
  ),
});

/** Certificates that end within so many days count as expiring: the first reminder (D-14). */
const EXPIRING_DAYS = 90;
const PAGE = 500;
const NO_TRADE = '-';
const GREEN_TAG = 'green-job';
const BY_TRAIT: readonly Board[] = ['flow', 'retention'];

interface Counted {
  readonly office: string | null;
  readonly programmeId: string | null;
  readonly accommodation: boolean;
}

export function boardRoutes(app: FastifyInstance, context: RouteContext, figures: BoardFigures): void {
  const { dependencies, flow, reads } = context;
  app.get(
    '/api/v1/boards/:board',
    {
      schema: {
        tags: ['boards'],
        summary: 'Papan pimpinan · Board of figures',
        description: 'Numbers below the threshold are “small”; what would give them away is “withheld”.',
        params: parameters,
        querystring: query,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-board', 'boards');
      const { board } = request.params as { board: string };
      if (!isBoard(board)) throw requestRefused('NOT_FOUND', {});
      const { world = LIVE_WORLD, by, year: asked } = parseWith(query, request.query);
      const reach = reachOf(actor, world);
      const traits = traitsOf(board, reach);
      if (by !== undefined && !traits.includes(by)) throw requestRefused('MALFORMED', { field: 'by' });
      const now = new Date(Date.now() + (await dependencies.clockOffsetOf(world))).toISOString();
      const today = momentAt(now, 'WIB').date;
      const year = asked ?? Number(today.slice(0, 4));
      const rules = policyReader(await flow.facts.read([THRESHOLD_POLICY]));
      const threshold = smallNumberThresholdOn(rules, today);
      const needs = { figures, reach, year, today, now, threshold };
      const tables = await tablesOf(board, needs, await traitReader(by, context));
      await reads.note(actor, 'read-board', `board/${board}`, world, {
        rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
        filter: { year, by },
      });
      return {
        ...{ board, office: reach.office ?? null, year: board === 'stages' ? null : year },
        years: [...new Set([Number(today.slice(0, 4)), ...(await figures.years(reach))])].sort(
          (a, b) => b - a,
        ),
        ...{ by: by ?? null, traits, asOf: now, threshold, tables },
      };
    },
  );
}

function reachOf(actor: VerifiedActor, world: string): BoardReach {
  const permission = mayRead(actor, 'read-board');
  return permission.allowed && permission.rule === 'ANY_OFFICE' ? { world } : { world, office: actor.office };
}

/** Offices are compared by who sees them all. */
const traitsOf = (board: Board, { office }: BoardReach): TraitName[] =>
  BY_TRAIT.includes(board) ? TRAITS.filter((trait) => trait !== 'office' || office === undefined) : [];

interface Needs {
  readonly figures: BoardFigures;
  readonly reach: BoardReach;
  readonly year: number;
  readonly today: string;
  readonly now: string;
  readonly threshold: number;
}

async function tablesOf(
  board: Board,
  { figures, reach, year, today, now, threshold }: Needs,
  trait: Division<Counted> | undefined,
): Promise<FigureTable[]> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  switch (board) {
    case 'flow':
      return flowTables(await figures.journeys(reach, period), trait, threshold);
    case 'stages':
      return stageTables(await figures.stages(reach, today, now), threshold);
    case 'certificates':
      return certificateTables(await figures.certificates(reach, period, today, EXPIRING_DAYS), threshold);
    case 'retention':
      return retentionTables(await figures.placements(reach, period, today), trait, threshold);
  }
}

/** Trade and green tag stand in the register of programmes, which names nobody. */
async function traitReader(
  by: TraitName | undefined,
  { dependencies }: RouteContext,
): Promise<Division<Counted> | undefined> {
  if (by === undefined) return undefined;
  if (by === 'office') return { by: ({ office }) => office ?? NO_TRADE };
  if (by === 'accommodation') return { by: ({ accommodation }) => (accommodation ? 'YES' : 'NO') };
  const programmes = await programmesOf(dependencies.registers);
  const ofProgramme = (tell: (programme: ProgrammeFact) => string) => (row: Counted) => {
    const programme = row.programmeId === null ? undefined : programmes.get(row.programmeId);
    return programme === undefined ? NO_TRADE : tell(programme);
  };
  const green = ofProgramme(({ tags }) => (tags.includes(GREEN_TAG) ? 'YES' : 'NO'));
  return by === 'green' ? { by: green } : { by: ofProgramme(({ trade }) => trade), within: green };
}

async function programmesOf(
  registers: RouteContext['dependencies']['registers'],
): Promise<ReadonlyMap<string, ProgrammeFact>> {
  const found = new Map<string, ProgrammeFact>();
  for (let after: string | undefined; ; ) {
    const page = await registers.list('programme', PAGE, after);
    for (const { id, value } of page) found.set(id, value as unknown as ProgrammeFact);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return found;
  }
}
