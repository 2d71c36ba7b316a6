/** Every text that is sealed in a row names a key: it must be there, or its destruction. */
import type pg from 'pg';
import { journeyEntry } from '../../catalogue/index.ts';
import type { Report } from '../../ledger/findings.ts';
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';

const SEALED = /"sealed:v1:(identity|case|health):([1-9][0-9]{0,8}):/g;

interface Reference {
  readonly subject: string;
  readonly purpose: string;
  readonly keyVersion: number;
  readonly stream: string;
  readonly entry: 'event' | 'decision';
  readonly position: number;
}

interface StoredIdentity {
  readonly personId: string;
  readonly commandId: string;
  readonly stream: string;
  readonly position: number;
  /** Blind index of its NIK, as it was sealed; absent where there is none. */
  readonly nikIndex: string | null;
}

interface KeptIdentity {
  readonly person_id: string;
  readonly command_id: string;
  readonly nik_index: string | null;
  /** With the identity's key goes the index. */
  readonly destroyed: boolean;
}

export class SealedReferences {
  #keys = new Map<string, Reference>();
  #identities: StoredIdentity[] = [];
  sealedTexts = 0;
  identities = 0;

  event(row: EventTable): void {
    this.#look(row.stream_id, 'event', row.version, row.body);
  }

  decision(row: DecisionTable): void {
    const { stream_id: stream, sequence: position, outcome } = row;
    this.#look(stream, 'decision', position, row.body);
    if (outcome !== 'accepted' || journeyEntry(row.name)?.storesIdentity !== true) return;
    const nikIndex = nikIndexIn(row.body);
    this.#identities.push({
      personId: subjectOf(stream),
      commandId: row.command_id,
      stream,
      position,
      nikIndex,
    });
  }

  #look(stream: string, entry: Reference['entry'], position: number, body: string): void {
    if (!body.includes('"sealed:v1:')) return;
    const subject = subjectOf(stream);
    for (const [, purpose = '', version] of body.matchAll(SEALED)) {
      this.sealedTexts += 1;
      const name = `${subject} ${purpose} ${version}`;
      if (this.#keys.has(name)) continue;
      this.#keys.set(name, { ...{ subject, purpose, keyVersion: Number(version) }, stream, entry, position });
    }
  }

  /** Looks up what was met since the last time. To be called within the snapshot of the rows. */
  async check(client: pg.PoolClient, report: Report): Promise<void> {
    await this.#checkKeys(client, report);
    await this.#checkIdentities(client, report);
    this.#keys = new Map();
    this.#identities = [];
  }

  async #checkKeys(client: pg.PoolClient, report: Report): Promise<void> {
    if (this.#keys.size === 0) return;
    const wanted = [...this.#keys.values()];
    const { rows } = await client.query<{ subject: string; purpose: string; key_version: number }>(
      'SELECT subject, purpose, key_version FROM vault.subject_key WHERE subject = ANY ($1::text[])',
      [[...new Set(wanted.map(({ subject }) => subject))]],
    );
    const present = new Set(rows.map((row) => `${row.subject} ${row.purpose} ${row.key_version}`));
    for (const [name, { stream, entry, position, purpose }] of this.#keys) {
      if (present.has(name)) continue;
      const explanation =
        `${entry} ${position} of ${stream} holds text sealed for the purpose ${purpose}, ` +
        'and the vault has neither its key nor says that it was destroyed';
      report({ problem: 'KEY_MISSING', entry: 'key', stream, position, explanation });
    }
  }

  async #checkIdentities(client: pg.PoolClient, report: Report): Promise<void> {
    if (this.#identities.length === 0) return;
    this.identities += this.#identities.length;
    const { rows } = await client.query<KeptIdentity>(
      `SELECT i.person_id, i.command_id, n.blind_index AS nik_index, coalesce(k.destroyed_at IS NOT NULL, false) AS destroyed
       FROM vault.identity i
       LEFT JOIN vault.nik_index n ON n.person_id = i.person_id AND n.identity_version = i.version
       LEFT JOIN vault.subject_key k ON k.subject = i.person_id AND k.purpose = 'identity'
       WHERE i.person_id = ANY ($1::text[])`,
      [this.#identities.map(({ personId }) => personId)],
    );
    const kept = new Map<string, KeptIdentity[]>();
    for (const row of rows) {
      const name = `${row.person_id} ${row.command_id}`;
      kept.set(name, [...(kept.get(name) ?? []), row]);
    }
    for (const { personId, commandId, stream, position, nikIndex } of this.#identities) {
      const found = (explanation: string, problem: 'KEY_MISSING' | 'STATE_DIFFERS') =>
        report({ problem, entry: 'identity', stream, position, explanation });
      const identity = kept.get(`${personId} ${commandId}`);
      if (identity === undefined) {
        found(
          `decision ${position} of ${stream} brought an identity, and the vault does not have it`,
          'KEY_MISSING',
        );
        continue;
      }
      const expected = identity[0]!.destroyed ? null : nikIndex;
      if (identity.length === 1 && identity[0]!.nik_index === expected) continue;
      const told = `the vault finds the identity that decision ${position} of ${stream} brought by another NIK than was sealed`;
      found(told, 'STATE_DIFFERS');
    }
  }
}

function nikIndexIn(body: string): string | null {
  try {
    const { data } = JSON.parse(body) as { data?: { nikIndex?: string } };
    return data?.nikIndex ?? null;
  } catch {
    // No JSON: its hash has told of it already.
    return null;
  }
}

/** A person's own id for a journey; the whole stream for an entity that is nobody. */
const subjectOf = (stream: string): string => stream.replace(/^journey\//, '');
