/** What one person asks of the desk that looks: the rows that its lists of work are made of, from the state of now. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { nextCommand } from '../../catalogue/next-commands.ts';
import { daysBetween } from '../../domain/time/local-date.ts';
import type { Instant, LocalDate } from '../../domain/time/moment.ts';
import { momentAt } from '../../domain/time/moments.ts';
import type { WorkItem } from '../../projections/work/row.ts';
import { journeyWork } from '../../projections/work/tables.ts';
import { dueDayOf } from '../../projections/work-list.ts';
import { actorOf } from '../authentication.ts';
import { ownSites } from '../case-reach.ts';
import { nowIn } from '../prepare-command.ts';
import { requestRefused } from '../problem.ts';
import { personParameters, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const item = z.looseObject({
  work: z.string(),
  condition: z.enum(['TODO', 'HOLD', 'WAITING', 'EXPECTED']),
  next: z.string().nullable().describe('The command that answers it'),
});

export function journeyWorkRoutes(app: FastifyInstance, { dependencies, reads }: RouteContext): void {
  app.get(
    '/api/v1/journeys/:personId/work',
    {
      schema: {
        tags: ['journeys'],
        summary: 'Pekerjaan meja ini untuk satu orang · What one person asks of this desk',
        params: personParameters,
        response: { 200: z.object({ items: z.array(item) }), ...problems },
      },
    },
    async (request) => {
      const reader = actorOf(request);
      const { personId } = request.params as { personId: string };
      await reads.mayReadAtAll(reader, 'read-journey', personId);
      if (!personParameters.safeParse({ personId }).success) throw requestRefused('PERSON_UNKNOWN', {});
      const { actor, world, entity } = await reads.open({ actor: reader, personId, read: 'read-journey' });
      const own = journeyWork(entity.domain).filter((found) => isOn(actor, found));
      const now = nowIn(await dependencies.clockOffsetOf(world));
      const passed = (await dependencies.work?.passed({ kind: 'journey', id: personId })) ?? [];
      return { items: own.map((found) => shown(actor, found, dueDayOf(found, passed), now)) };
    },
  );
}

/** Whether it lies on the actor's desk. */
const isOn = (actor: VerifiedActor, { roles, office, accounts }: WorkItem): boolean =>
  roles.includes(actor.role) &&
  (office === actor.office || ownSites(actor).includes(office)) &&
  (accounts === undefined || accounts.includes(actor.id));

function shown(actor: VerifiedActor, found: WorkItem, on: LocalDate | null, now: Instant) {
  const { work, condition, caseId, subject, stage, due, since, waitsFor, zone } = found;
  const daysOver = on === null ? 0 : daysBetween(on, momentAt(now, zone).date);
  return {
    ...{ work, condition, caseId: caseId ?? null, subject: subject ?? null, stage: stage ?? null },
    deadline: on === null ? null : { kind: due?.kind ?? null, on, daysOver },
    ...{ since: since ?? null, waitsFor: waitsFor ?? null },
    next: condition === 'WAITING' ? null : (nextCommand(work, actor.role, stage) ?? null),
  };
}
