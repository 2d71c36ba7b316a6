/** `/healthz`, `/readyz` and `/metrics` alone: for a process without the API. */
import Fastify, { type FastifyInstance } from 'fastify';
import type { ApiDependencies } from './dependencies.ts';
import { BODY_LIMIT_BYTES } from './limits.ts';
import { operationsRoutes } from './routes/operations.ts';
import type { RunningApi } from './server.ts';

export interface OperationsOptions extends Pick<ApiDependencies, 'readiness' | 'metrics'> {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
}

export async function startOperations(options: OperationsOptions): Promise<RunningApi> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: 'idle' }) as FastifyInstance;
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  operationsRoutes(app, options);
  const address = await app.listen({ host: options.host, port: options.port });
  return { address, close: () => app.close() };
}
