/** Who comes today: the list of one date at the reader's own site, with names. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { localDate } from '../../catalogue/fields.ts';
import type { CalendarFact } from '../../domain/registers/calendar.ts';
import { hasAgreementOn, isSiteOpen, isSuspendedOn, type SiteFact } from '../../domain/registers/site.ts';
import { momentAt } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CaseRow } from '../../projections/case-list.ts';
import { FewAtATime } from '../../sheets/few-at-a-time.ts';
import { attendanceOf } from '../attendance-day.ts';
import type { AttendanceDay } from '../attendance-view.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { touchedByJourney } from '../journey-reach.ts';
import { policyReader } from '../policy-reader.ts';
import { nowIn } from '../prepare-command.ts';
import { requestRefused } from '../problem.ts';
import { problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  date: localDate.optional().describe('On the calendar of the site; absent = today'),
  world: worldId.optional(),
});

const slots = z.array(z.object({ start: z.string(), end: z.string(), breakMinutes: z.int() }));
const session = z.object({
  sessionId: z.string(),
  start: z.string(),
  end: z.string().nullable(),
  status: z.string(),
  minutes: z.int(),
  creditedMinutes: z.int(),
  notCredited: z.array(z.object({ minutes: z.int(), reason: z.string() })),
  confirmBy: z.string().nullable(),
});
const who = { personId: z.string(), caseId: z.string(), name: z.string().nullable() };

const day = z.object({
  siteId: z.string(),
  zone: z.string(),
  date: z.string(),
  open: z.boolean().describe('Whether the site takes people on this date'),
  suspended: z.boolean(),
  breakUncreditedMinutes: z.int().describe('A break of this length or longer is not credited'),
  dailyLimitMinutes: z.int(),
  people: z.array(
    z.object({
      ...who,
      state: z.enum(['EXPECTED', 'NOT_PLANNED', 'HERE', 'LEFT', 'ABSENT', 'EXCUSED', 'NOT_STARTED']),
      planned: slots,
      sessions: z.array(session),
      minutesLeft: z.int().nullable(),
    }),
  ),
  toConfirm: z.array(session.extend(who)),
  missing: z.array(z.object({ ...who, date: z.string(), planned: slots })),
});

/** More people than this work at no site; a page beyond it would be nobody's day. */
const MOST_PEOPLE = 500;
const STATES_AT_ONCE = 4;
const POLICIES = ['break_uncredited_minutes', 'daily_limit_minutes'] as const;

export function attendanceRoutes(app: FastifyInstance, context: RouteContext): void {
  const { dependencies, flow, reads } = context;
  app.get(
    '/api/v1/attendance',
    {
      schema: {
        tags: ['cases'],
        summary: 'Siapa datang hari ini · Who comes on a date, at your own site',
        querystring: query,
        response: { 200: day, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-attendance', 'attendance');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const siteId = ownSite(actor);
      const [site, calendar] = await siteOf(siteId);
      if (site === undefined) throw requestRefused('NOT_FOUND', {});
      const now = nowIn(await dependencies.clockOffsetOf(world));
      const date = asked.date ?? momentAt(now, site.zone).date;
      const isOpen = (on: LocalDate): boolean =>
        (calendar === undefined || isSiteOpen(site, calendar, on)) &&
        hasAgreementOn(site, on) &&
        !isSuspendedOn(site, on);
      const rows = await dependencies.cases.list({ world, siteId }, MOST_PEOPLE);
      const people = await peopleOf(actor, [...new Set(rows.map(({ personId }: CaseRow) => personId))], {
        ...{ siteId, date, isOpen },
      });
      const policies = policyReader(await flow.facts.read(POLICIES.map((name) => `policy/${name}`)));
      await reads.note(actor, 'read-attendance', `site/${siteId}`, world, {
        rows: people.length,
        filter: { date },
      });
      const shown: AttendanceDay = {
        ...{ siteId, zone: site.zone, date, open: isOpen(date), suspended: isSuspendedOn(site, date) },
        breakUncreditedMinutes: policies.policy<number>('break_uncredited_minutes', date),
        dailyLimitMinutes: policies.policy<number>('daily_limit_minutes', date),
        people: people.flatMap(({ whose, found }) => found.rows.map((row) => ({ ...whose, ...row }))),
        toConfirm: people
          .flatMap(({ whose, found }) => found.toConfirm.map((row) => ({ ...whose, ...row })))
          .sort((one, other) => (one.start < other.start ? -1 : 1)),
        missing: people.flatMap(({ whose, found }) => found.missing.map((row) => ({ ...whose, ...row }))),
      };
      // It holds names: nobody on the way keeps it.
      return reply.header('cache-control', 'no-store').send(shown);
    },
  );

  async function siteOf(siteId: string): Promise<[SiteFact | undefined, CalendarFact | undefined]> {
    const value = async (key: string) =>
      (await flow.facts.read([key])).find((fact) => fact.key === key)?.value ?? undefined;
    const site = (await value(`site/${siteId}`)) as unknown as SiteFact | undefined;
    if (site === undefined) return [undefined, undefined];
    return [site, (await value(`calendar/${site.calendar}`)) as unknown as CalendarFact | undefined];
  }

  /** Of each who has something to show, the name: every look at one is written down under the person. */
  async function peopleOf(
    actor: VerifiedActor,
    personIds: readonly string[],
    at: {
      readonly siteId: string;
      readonly date: LocalDate;
      readonly isOpen: (date: LocalDate) => boolean;
    },
  ) {
    const turns = new FewAtATime(STATES_AT_ONCE);
    const all = await Promise.all(
      personIds.map((personId) =>
        turns.take(async () => {
          const journey = await flow.states.load(`journey/${personId}`);
          if (journey === undefined) return [];
          const found = attendanceOf(journey.entity.domain, at.siteId, at.date, at.isOpen);
          if (found.rows.length + found.toConfirm.length + found.missing.length === 0) return [];
          // The list may lag behind a placement that has just ended: then its name is not shown.
          const reached = touchedByJourney(journey.entity.domain).siteIds?.includes(at.siteId) === true;
          if (!reached) return [];
          const identity = (await reads.identity(actor, journey)) as { readonly name: string } | null;
          return [{ whose: { personId, name: identity?.name ?? null }, found }];
        }),
      ),
    );
    return all.flat().sort((one, other) => compareNames(one.whose.name, other.whose.name));
  }
}

const compareNames = (one: string | null, other: string | null): number =>
  (one ?? '~').localeCompare(other ?? '~', 'id');

/** A training centre is a place of work under its own code. */
const ownSite = ({ site, office }: VerifiedActor): string => site ?? office;
