/**
 * Who is concerned when a site is suspended, a prison locked down or a vacancy closed: every journey that
 * works or is held there, or is proposed for it, in every world.
 */
import type { Pool } from 'pg';
import type { Ledger, UndeliveredMessage } from '../ledger/ledger.ts';
import type { StreamProjector } from './stream-projector.ts';

const AUDIENCE = /^all\/(site|facility|vacancy)\/([a-z0-9_-]{1,64})$/;

const JOURNEYS = {
  site: `SELECT DISTINCT 'journey/' || person_id AS stream, world FROM projection.case_list
    WHERE site_id = $1 AND stage <> 'CLOSED' ORDER BY 1 LIMIT $2`,
  facility: `SELECT DISTINCT 'journey/' || person_id AS stream, world FROM projection.custody_list
    WHERE facility = $1 AND in_custody ORDER BY 1 LIMIT $2`,
  // The list of proposals does not tell whose they are: whoever holds the address is meant (G-08).
  vacancy: `SELECT DISTINCT c.holder AS stream, p.world FROM projection.proposal p
    JOIN ledger.claim c ON c.world = p.world AND c.key = 'address/proposal/' || p.proposal_id
    WHERE p.vacancy_id = $1 AND p.stage NOT IN ('DECLINED', 'WITHDRAWN') ORDER BY 1 LIMIT $2`,
} as const;

type Place = keyof typeof JOURNEYS;

/** Another projector is at work, or the list cannot go on: the broadcast is tried again. */
export class ListBehind extends Error {
  override readonly name = 'ListBehind';
}

/** A place with more journeys than this is told in the same way: in one pass. */
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
  proposals = projector,
}: {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'sequenceLeaves'>;
  /** Of the list of cases. */
  readonly projector: Pick<StreamProjector, 'catchUp' | 'lag'>;
  /** Of the list of prison cases. */
  readonly custody?: Pick<StreamProjector, 'catchUp' | 'lag'>;
  readonly proposals?: Pick<StreamProjector, 'catchUp' | 'lag'>;
}) {
  const lists = { site: projector, facility: custody, vacancy: proposals };
  return async ({ target }: Pick<UndeliveredMessage, 'target'>) => {
    const [, place, id] = AUDIENCE.exec(target) ?? [];
    if (place === undefined) throw new Error(`nobody is meant by ${target}`);
    const list = lists[place as Place];
    await ledger.sequenceLeaves();
    await list.catchUp();
    if ((await list.lag()) > 0) throw new ListBehind('the list has not caught up: the message waits');
    const { rows } = await pool.query<{ stream: string; world: string }>(JOURNEYS[place as Place], [
      id,
      JOURNEYS_MAX,
    ]);
    return rows;
  };
}
