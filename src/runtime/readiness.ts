/** What `/readyz` answers: each part, and whether it does its work now. */
import type { PartReadiness } from '../api/dependencies.ts';
import type { Rooms } from './rooms.ts';

export async function readiness(rooms: Rooms): Promise<Record<string, PartReadiness>> {
  const of = async (look: () => Promise<string>): Promise<PartReadiness> => {
    try {
      return { ready: true, detail: await look() };
    } catch (error) {
      return { ready: false, detail: error instanceof Error ? error.name : 'unknown' };
    }
  };
  const [postgres, temporal, projections] = await Promise.all([
    of(async () => {
      await rooms.pool.query('SELECT 1');
      return 'answers';
    }),
    of(async () => (await rooms.client.workflowService.getSystemInfo({})).serverVersion ?? 'answers'),
    of(async () => `${await rooms.projectors.lag()} leaves behind`),
  ]);
  return { postgres, temporal, projections };
}
