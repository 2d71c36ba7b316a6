/** For operators and programs: is it alive, is it ready, how does it do. No token, no personal data. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';

export function operationsRoutes(
  app: FastifyInstance,
  { readiness, metrics }: Pick<ApiDependencies, 'readiness' | 'metrics'>,
): void {
  const tags = ['operations'];
  const part = z.object({ ready: z.boolean(), detail: z.string().optional() });
  const ready = z.object({ ready: z.boolean(), parts: z.record(z.string(), part) });

  app.get(
    '/healthz',
    {
      schema: {
        tags,
        summary: 'The process is alive',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    { schema: { tags, summary: 'Each part and whether it is ready', response: { 200: ready, 503: ready } } },
    async (_request, reply) => {
      const parts = await readiness();
      const allReady = Object.values(parts).every((state) => state.ready);
      return reply.code(allReady ? 200 : 503).send({ ready: allReady, parts });
    },
  );

  app.get('/metrics', { schema: { tags, summary: 'Prometheus metrics' } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
