/** The disability quota of an employer (E-08), with the law it rests on. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localDate } from '../../catalogue/fields.ts';
import { disabilityQuota, QUOTA_POLICIES, quotaPercentOn } from '../../domain/quota/disability-quota.ts';
import { type EmployerFact, workforceOn } from '../../domain/registers/employer.ts';
import { isRegisterId } from '../../domain/registers/register-decider.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CandidateList } from '../../projections/candidate-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { policyReader } from '../policy-reader.ts';
import { requestRefused } from '../problem.ts';
import { entityParameters, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  on: localDate.optional().describe('As reported on this date; by default the last report'),
  world: worldId.optional(),
});

const quota = z.object({
  law: z.string(),
  percent: z.number(),
  workers: z.int(),
  exact: z.number(),
  roundedUp: z.int(),
  disabledWorkers: z.int(),
  missing: z.int(),
  reportedOn: z.string(),
  placedWithConsent: z.int().describe('Placed here, still working, and agreed to be counted'),
});

export function employerRoutes(
  app: FastifyInstance,
  { dependencies, reads, flow }: RouteContext,
  candidates: CandidateList,
): void {
  app.get(
    '/api/v1/employers/:id/quota',
    {
      schema: {
        tags: ['employers'],
        summary: 'Kuota pekerja penyandang disabilitas · Quota of workers with a disability',
        params: entityParameters,
        querystring: query,
        response: { 200: quota, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params as { id: string };
      await reads.mayReadAtAll(actor, 'read-quota', `employer/${id}`);
      const { on, world = LIVE_WORLD } = parseWith(query, request.query);
      const found = isRegisterId(id) ? await dependencies.registers.find('employer', id) : undefined;
      if (found === undefined) throw requestRefused('NOT_FOUND', {});
      await reads.permit(actor, 'read-quota', `employer/${id}`, world, { owners: [id] });
      const employer = found.value as unknown as EmployerFact;
      const reported = on === undefined ? employer.workforce.at(-1) : workforceOn(employer, on);
      if (reported === undefined) throw requestRefused('NOT_FOUND', { field: 'workforce' });
      const rules = policyReader(await flow.facts.read(QUOTA_POLICIES.map((name) => `policy/${name}`)));
      const percent = quotaPercentOn(rules, employer.ownership, reported.on);
      return {
        ...disabilityQuota(reported, percent),
        reportedOn: reported.on,
        placedWithConsent: await candidates.countedForQuota(world, id),
      };
    },
  );
}
