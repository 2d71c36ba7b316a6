/**
 * Who agreed to be told (G-07: notices to persons rest on consent). Two events of the journey move it;
 * the contact itself stays in the vault and is read, and logged, when something is sent.
 */
import type { Pool, PoolClient } from 'pg';

/** Through a gateway that speaks webhook: text message, messenger. */
export const PERSON_CHANNELS = ['PHONE'] as const;

export interface ConsentChange {
  readonly personId: string;
  readonly channel: string;
  readonly given: boolean;
  readonly leafIndex: number;
}

const CHANGES: { readonly [event: string]: boolean } = { ConsentGiven: true, ConsentWithdrawn: false };
/** The purpose under which the journey records it; other consents say nothing about being told. */
const PURPOSE = 'NOTIFICATION';

/** undefined for any other event. */
export function consentChangeOf(
  stream: string,
  type: string,
  data: Readonly<Record<string, unknown>>,
  leafIndex: number,
): ConsentChange | undefined {
  const given = Object.hasOwn(CHANGES, type) ? CHANGES[type] : undefined;
  if (given === undefined || data.purpose !== PURPOSE || !stream.startsWith('journey/')) return undefined;
  return { personId: stream.slice('journey/'.length), channel: 'PHONE', given, leafIndex };
}

export async function keepConsent(client: PoolClient, change: ConsentChange): Promise<void> {
  const { personId, channel, given, leafIndex } = change;
  if (given) {
    await client.query(
      `INSERT INTO notice.person_consent (person_id, channel, leaf_index) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, channel) DO UPDATE SET leaf_index = excluded.leaf_index`,
      [personId, channel, leafIndex],
    );
    return;
  }
  await client.query('DELETE FROM notice.person_consent WHERE person_id = $1 AND channel = $2', [
    personId,
    channel,
  ]);
}

/** Whether the person agreed to be told through this channel, as of the last event read. */
export async function mayNotifyPerson(
  database: Pick<Pool | PoolClient, 'query'>,
  personId: string,
  channel: (typeof PERSON_CHANNELS)[number] = 'PHONE',
): Promise<boolean> {
  const { rowCount } = await database.query(
    'SELECT FROM notice.person_consent WHERE person_id = $1 AND channel = $2',
    [personId, channel],
  );
  return rowCount === 1;
}
