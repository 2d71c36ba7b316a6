import type { ColumnType, Generated } from 'kysely';

/** As the pool's type parsers hand it over. */
export type Time = Date | string;

/** Written once, never updated by the application: the grants of `0100_vault.sql` say the same. */
type Fixed<T> = ColumnType<T, T, never>;

export interface VaultTables {
  'vault.master_key': { version: Fixed<number>; fingerprint: Fixed<string>; first_seen_at: Generated<Time> };
  'vault.subject_key': {
    subject: Fixed<string>;
    purpose: Fixed<string>;
    key_version: ColumnType<number, number | undefined, never>;
    wrapped_key: ColumnType<Buffer | null, Buffer, Buffer>;
    master_version: ColumnType<number | null, number, number>;
    created_at: Generated<Time>;
    destroyed_at: ColumnType<Time | null, never, never>;
    destroyed_by: ColumnType<string | null, never, never>;
    destroyed_role: ColumnType<string | null, never, never>;
    destroyed_office: ColumnType<string | null, never, never>;
    destroy_reason: ColumnType<string | null, never, never>;
  };
  'vault.identity': {
    person_id: Fixed<string>;
    version: Fixed<number>;
    world: Fixed<string>;
    command_id: Fixed<string>;
    sealed_document: Fixed<string>;
    stored_at: Generated<Time>;
    stored_by: Fixed<string>;
    stored_role: Fixed<string>;
    stored_office: Fixed<string>;
  };
  'vault.name_index': {
    world: Fixed<string>;
    word_index: Fixed<string>;
    person_id: Fixed<string>;
    identity_version: Fixed<number>;
  };
  'vault.nik_index': {
    world: Fixed<string>;
    blind_index: Fixed<string>;
    person_id: Fixed<string>;
    identity_version: Fixed<number>;
  };
}
