/** What working without a permit would cost (F-05): shown to whoever asks, levied by nobody here. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localDate } from '../../catalogue/fields.ts';
import type { PolicyFact } from '../../domain/law/policies.ts';
import { policyOn } from '../../domain/law/policies.ts';
import { fineFor, fineRuleOn } from '../../domain/permit/fines.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const count = (most: number) => z.coerce.number().int().min(0).max(most);
const query = z.strictObject({
  workers: count(10_000),
  months: count(120).describe('months begun without a permit'),
  lateMonths: count(120).default(0).describe('months begun after the time to pay'),
  on: localDate.describe('date whose rule is asked for'),
});
const POLICIES = [
  'permit_fine_rupiah_per_month',
  'permit_fine_most_months',
  'permit_fine_late_percent',
] as const;

export function permitFineRoutes(app: FastifyInstance, { flow, reads }: RouteContext): void {
  app.get(
    '/api/v1/permit-fines',
    {
      config: { openData: 'a calculation from policies: nobody is asked about' },
      schema: {
        tags: ['permits'],
        summary: 'Denda tanpa RPTKA, sebagai informasi · What working without a permit costs',
        querystring: query,
        response: {
          200: z.object({ rupiah: z.int(), levied: z.literal(false), rule: z.looseObject({}) }),
          ...problems,
        },
      },
    },
    async (request) => {
      await reads.mayReadAtAll(actorOf(request), 'read-register', 'permit-fines');
      const { workers, months, lateMonths, on } = parseWith(query, request.query);
      const facts = new Map(
        (await flow.facts.read(POLICIES.map((name) => `policy/${name}`))).map(({ key, value }) => [
          key,
          value,
        ]),
      );
      const rule = fineRuleOn(
        {
          policy: <T>(name: string, date: string) =>
            policyOn(facts.get(`policy/${name}`) as PolicyFact | undefined, name, date).value as T,
        },
        on,
      );
      return { rupiah: fineFor(rule, workers, months, lateMonths), levied: false as const, rule };
    },
  );
}
