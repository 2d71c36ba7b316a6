/**
 * Who is concerned when a site is suspended or a prison locked down: every journey that works or is held
 * there, in every world.
 */
import type { Pool } from 'pg';
import type { Ledger, UndeliveredMessage } from '../ledger/ledger.ts';
import type { StreamProjector } from './stream-projector.ts';

const AUDIENCE = /^all\/(site|facility)\/([a-z0-9_-]{1,64})$/;

const JOURNEYS = {
  site: `SELECT DISTINCT 'journey/' || person_id AS stream, world FROM projection.case_list
    WHERE site_id = $1 AND stage <> 'CLOSED' ORDER BY 1 LIMIT $2`,
  facility: `SELECT DISTINCT 'journey/' || person_id AS stream, world FROM projection.custody_list
    WHERE facility = $1 AND in_custody ORDER BY 1 LIMIT $2`,
} as const;

/** Another projector is at work, or the list cannot go on: the broadcast is tried again. */
export class ListBehind extends Error {
  override readonly name = 'ListBehind';
}

/** A site with more journeys than this is told in the same way: in one pass. */
const JOURNEYS_MAX = 100_000;

/**
 * Answers the journeys that a broadcast stands for. The list of cases follows the ledger, so it is
 * brought up to date first: an assignment made before the suspension is in it, and one made after was
 * decided on the suspended site's fact.
 */
export function journeysAtSite({
  pool,
  ledger,
  projector,
  custody = projector,
}: {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'sequenceLeaves'>;
  /** Of the list of cases. */
  readonly projector: Pick<StreamProjector, 'catchUp' | 'lag'>;
  /** Of the list of prison cases. */
  readonly custody?: Pick<StreamProjector, 'catchUp' | 'lag'>;
}) {
  return async ({ target }: Pick<UndeliveredMessage, 'target'>) => {
    const [, place, id] = AUDIENCE.exec(target) ?? [];
    if (place !== 'site' && place !== 'facility') throw new Error(`nobody is meant by ${target}`);
    const list = place === 'site' ? projector : custody;
    await ledger.sequenceLeaves();
    await list.catchUp();
    if ((await list.lag()) > 0) throw new ListBehind('the list has not caught up: the message waits');
    const { rows } = await pool.query<{ stream: string; world: string }>(JOURNEYS[place], [id, JOURNEYS_MAX]);
    return rows;
  };
}
