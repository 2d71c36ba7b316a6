/** Lists of the prison and the social entrance, and how far a cohort has come. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import { code, localDate } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CasePlace } from '../../projections/case-list.ts';
import type { CustodyFilter, CustodyList } from '../../projections/custody-list.ts';
import type { ReferralFilter, ReferralList } from '../../projections/referral-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const stage = z.string().regex(/^[A-Z_]{2,30}$/, 'not a stage');
const paging = {
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
};
const custodyQuery = z.strictObject({
  stage: stage.optional(),
  inCustody: z.enum(['true', 'false']).optional(),
  releasedBefore: localDate.optional().describe('Who is released before this date'),
  ...paging,
});
const referralQuery = z.strictObject({ stage: stage.optional(), cohort: code.optional(), ...paging });

const row = z.looseObject({ personId: z.string(), caseId: z.string(), stage: z.string() });
const page = <Name extends string>(name: Name) =>
  z.object({ [name]: z.array(row), nextCursor: z.string().nullable() });

const placeOf = (cursor: string | undefined): CasePlace | undefined => {
  if (cursor === undefined) return undefined;
  const [personId = '', caseId = ''] = readCursor(cursor, 'id', 'id');
  return { personId, caseId };
};

/** One page, and where the next begins. */
function pageOf<Row extends CasePlace>(rows: readonly Row[], limit: number) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { shown, nextCursor: more ? writeCursor(last.personId, last.caseId) : null };
}

export function custodyRoutes(app: FastifyInstance, { reads }: RouteContext, custody: CustodyList): void {
  app.get(
    '/api/v1/prison-cases',
    {
      schema: {
        tags: ['cases'],
        summary: 'Daftar warga binaan · List of prison cases',
        querystring: custodyQuery,
        response: { 200: page('prisonCases'), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-prison-cases', 'prison-cases');
      const asked = parseWith(custodyQuery, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const filter: CustodyFilter = {
        world,
        ...ownCustody(actor),
        ...(asked.stage === undefined ? {} : { stage: asked.stage }),
        ...(asked.inCustody === undefined ? {} : { inCustody: asked.inCustody === 'true' }),
        ...(asked.releasedBefore === undefined ? {} : { releasedBefore: asked.releasedBefore }),
      };
      const rows = await custody.list(filter, asked.limit + 1, placeOf(asked.cursor));
      const { shown, nextCursor } = pageOf(rows, asked.limit);
      const about = { rows: shown.length, filter: asked };
      await reads.note(actor, 'list-prison-cases', 'prison-cases', world, about);
      return { prisonCases: shown, nextCursor };
    },
  );
}

/** The part of all cases that the role's rule opens. */
function ownCustody(actor: VerifiedActor): Partial<CustodyFilter> {
  const permission = mayRead(actor, 'list-prison-cases');
  if (permission.allowed && permission.rule === 'ANY_OFFICE') return {};
  return actor.role === 'PROBATION_COUNSELLOR'
    ? { probationOffice: actor.office }
    : { facility: actor.office };
}

export function referralRoutes(app: FastifyInstance, { reads }: RouteContext, referrals: ReferralList): void {
  app.get(
    '/api/v1/referrals',
    {
      schema: {
        tags: ['cases'],
        summary: 'Daftar rujukan · List of referrals',
        querystring: referralQuery,
        response: { 200: page('referrals'), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-referrals', 'referrals');
      const asked = parseWith(referralQuery, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const filter: ReferralFilter = {
        world,
        ...ownReferrals(actor),
        ...(asked.stage === undefined ? {} : { stage: asked.stage }),
        ...(asked.cohort === undefined ? {} : { cohort: asked.cohort }),
      };
      const rows = await referrals.list(filter, asked.limit + 1, placeOf(asked.cursor));
      const { shown, nextCursor } = pageOf(rows, asked.limit);
      const about = { rows: shown.length, filter: asked };
      await reads.note(actor, 'list-referrals', 'referrals', world, about);
      return { referrals: shown, nextCursor };
    },
  );

  const cohortQuery = z.strictObject({ world: worldId.optional() });
  const parameters = z.object({ cohort: code });
  app.get(
    '/api/v1/cohorts/:cohort',
    {
      schema: {
        tags: ['cases'],
        summary: 'Sejauh mana satu program berjalan · How far the people of a cohort have come',
        params: parameters,
        querystring: cohortQuery,
        response: {
          200: z.object({
            cohort: z.string(),
            people: z.int(),
            reached: z.record(z.string(), z.int()),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'count-cohort', 'cohorts');
      const { cohort } = parseWith(parameters, request.params);
      const { world = LIVE_WORLD } = parseWith(cohortQuery, request.query);
      const counted = await referrals.count(cohort, world);
      await reads.note(actor, 'count-cohort', cohort, world, { rows: counted.people });
      return { cohort, ...counted };
    },
  );
}

function ownReferrals(actor: VerifiedActor): Partial<ReferralFilter> {
  const permission = mayRead(actor, 'list-referrals');
  if (permission.allowed && permission.rule === 'ANY_OFFICE') return {};
  return actor.role === 'REFERRAL_OFFICER' ? { referrer: actor.office } : { centre: actor.office };
}
