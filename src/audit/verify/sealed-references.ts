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
    this.#identities.push({ personId: subjectOf(stream), commandId: row.command_id, stream, position });
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
    const { rows } = await client.query<{ person_id: string; command_id: string }>(
      'SELECT person_id, command_id FROM vault.identity WHERE person_id = ANY ($1::text[])',
      [this.#identities.map(({ personId }) => personId)],
    );
    const present = new Set(rows.map((row) => `${row.person_id} ${row.command_id}`));
    for (const { personId, commandId, stream, position } of this.#identities) {
      if (present.has(`${personId} ${commandId}`)) continue;
      const explanation = `decision ${position} of ${stream} brought an identity, and the vault does not have it`;
      report({ problem: 'KEY_MISSING', entry: 'identity', stream, position, explanation });
    }
  }
}

/** A person's own id for a journey; the whole stream for an entity that is nobody. */
const subjectOf = (stream: string): string => stream.replace(/^journey\//, '');
