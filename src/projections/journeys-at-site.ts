/** Who is concerned when a site is suspended: every journey that works there, in every world. */
import type { Pool } from 'pg';
import type { Ledger, UndeliveredMessage } from '../ledger/ledger.ts';
import type { StreamProjector } from './stream-projector.ts';

const SITE_AUDIENCE = /^all\/site\/([a-z0-9_-]{1,64})$/;
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
}: {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'sequenceLeaves'>;
  readonly projector: Pick<StreamProjector, 'catchUp' | 'lag'>;
}) {
  return async ({ target }: Pick<UndeliveredMessage, 'target'>) => {
    const siteId = SITE_AUDIENCE.exec(target)?.[1];
    if (siteId === undefined) throw new Error(`nobody is meant by ${target}`);
    await ledger.sequenceLeaves();
    await projector.catchUp();
    if ((await projector.lag()) > 0)
      throw new ListBehind('the list of cases has not caught up: the message waits');
    const { rows } = await pool.query<{ stream: string; world: string }>(
      `SELECT DISTINCT 'journey/' || person_id AS stream, world FROM projection.case_list
       WHERE site_id = $1 AND stage <> 'CLOSED' ORDER BY 1 LIMIT ${JOURNEYS_MAX}`,
      [siteId],
    );
    return rows;
  };
}
