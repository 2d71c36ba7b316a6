/** What `/readyz` answers: each part, and whether it does its work now. */
import type { PartReadiness } from '../api/dependencies.ts';
import type { SealStatus } from '../seal/sealed-log.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { Rooms } from './rooms.ts';

export async function readiness(rooms: Rooms): Promise<Record<string, PartReadiness>> {
  const of = async (look: () => Promise<string>): Promise<PartReadiness> => {
    try {
      return { ready: true, detail: await look() };
    } catch (error) {
      return { ready: false, detail: error instanceof Error ? error.name : 'unknown' };
    }
  };
  const { seal } = rooms;
  const [postgres, temporal, projections, log] = await Promise.all([
    of(async () => {
      await rooms.pool.query('SELECT 1');
      return 'answers';
    }),
    of(async () => (await rooms.client.workflowService.getSystemInfo({})).serverVersion ?? 'answers'),
    of(async () => `${await rooms.projectors.lag()} leaves behind`),
    // A log that may not sign is an alarm and no reason to turn people away: it is said, and ready.
    seal && of(async () => sealSentence(await seal.status(), seal.sealer)),
  ]);
  return { postgres, temporal, projections, ...(log === undefined ? {} : { log }) };
}

function sealSentence({ leaves, sealed, missing }: SealStatus, sealer: Sealer | undefined): string {
  const problem = sealer?.problem();
  if (problem !== undefined) return problem;
  const waits = `${leaves - sealed} leaves wait for a checkpoint`;
  return missing.length === 0 ? waits : `${waits}; not cosigned by ${missing.join(', ')}`;
}
