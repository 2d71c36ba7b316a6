/** The list of cases, with filters. Each role sees the cases of its own office, site or centre only. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import { viewOf } from '../../access/views.ts';
import { code, localDate } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CaseFilter, CaseRow } from '../../projections/case-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { requestRefused } from '../problem.ts';
import { pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  office: code.optional(),
  probationOffice: code.optional(),
  site: code.optional(),
  stage: z
    .string()
    .regex(/^[A-Z_]{2,30}$/, 'not a stage')
    .optional(),
  behindPace: z.enum(['true', 'false']).optional(),
  dueBefore: localDate.optional().describe('Cases with a deadline or window end before this date'),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});

const page = z.object({
  cases: z.array(z.looseObject({ personId: z.string(), caseId: z.string() })),
  nextCursor: z.string().nullable(),
});

export function caseRoutes(app: FastifyInstance, { dependencies, reads }: RouteContext): void {
  app.get(
    '/api/v1/cases',
    {
      schema: {
        tags: ['cases'],
        summary: 'Daftar perkara · List of cases',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-cases', 'cases');
      const asked = parseWith(query, request.query);
      requireOpenFilters(actor, asked);
      const world = asked.world ?? LIVE_WORLD;
      const filter = { ...wanted(asked, world), ...reach(actor) };
      // What the caller asks for and what it may see can exclude each other: then nothing is there.
      const excluded = Object.entries(wanted(asked, world)).some(
        ([field, value]) => filter[field as keyof CaseFilter] !== value,
      );
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id', 'id');
      const place = after === undefined ? undefined : { personId: after[0]!, caseId: after[1]! };
      const rows = excluded ? [] : await dependencies.cases.list(filter, asked.limit + 1, place);
      const shown = rows.slice(0, asked.limit);
      await reads.note(actor, 'list-cases', 'cases', world, { rows: shown.length, filter: asked });
      const last = shown.at(-1);
      const more = rows.length > asked.limit && last !== undefined;
      return {
        cases: shown.map((row) => rowView(actor, row)),
        nextCursor: more ? writeCursor(last.personId, last.caseId) : null,
      };
    },
  );
}

type Asked = z.output<typeof query>;

/** Filters on what `rowView` hides would tell it all the same, one question at a time (G-08). */
const FILTERS_ON_THE_RULING = ['office', 'probationOffice', 'stage', 'behindPace', 'dueBefore'] as const;

function requireOpenFilters(actor: VerifiedActor, asked: Asked): void {
  if (viewOf(actor.role).ruling === 'FULL') return;
  const hidden = FILTERS_ON_THE_RULING.find((name) => asked[name] !== undefined);
  if (hidden !== undefined) {
    throw requestRefused('NOT_PERMITTED', { role: actor.role, action: 'list-cases', filter: hidden });
  }
}

const wanted = (asked: Asked, world: string): CaseFilter => ({
  world,
  ...(asked.office === undefined ? {} : { office: asked.office }),
  ...(asked.probationOffice === undefined ? {} : { probationOffice: asked.probationOffice }),
  ...(asked.site === undefined ? {} : { siteId: asked.site }),
  ...(asked.stage === undefined ? {} : { stage: asked.stage }),
  ...(asked.behindPace === undefined ? {} : { behindPace: asked.behindPace === 'true' }),
  ...(asked.dueBefore === undefined ? {} : { dueBefore: asked.dueBefore }),
});

/** The part of all cases that a role's rule opens. */
function reach(actor: VerifiedActor): Partial<CaseFilter> {
  const permission = mayRead(actor, 'list-cases');
  if (!permission.allowed) return { office: '' };
  switch (permission.rule) {
    case 'ANY_OFFICE':
      return {};
    case 'SUPERVISES':
      return { probationOffice: actor.office };
    case 'OWN_SITE':
      return { siteId: actor.site ?? '' };
    case 'TRAINS':
      return { trainingCentre: actor.office };
    default:
      return { office: actor.office };
  }
}

/** Stage, offices and origin belong to the ruling, which not every role of the list may see (G-08). */
function rowView(actor: VerifiedActor, row: CaseRow): object {
  if (viewOf(actor.role).ruling === 'FULL') return row;
  const { personId, caseId, world, siteId, orderedMinutes, creditedMinutes, minutesLeft, version } = row;
  return { personId, caseId, world, siteId, orderedMinutes, creditedMinutes, minutesLeft, version };
}
