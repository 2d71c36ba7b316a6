/** What the migrations made to defend the record, as it stands in their files: what a database is held against. */
import { type MigrationFile, readMigrations } from '../../ledger/migration-files.ts';
import { LEDGER_OWNER } from '../../ledger/roles.ts';

/** What was recorded, what seals it, who looked, and the keys. */
export const GUARDED_SCHEMAS: readonly string[] = ['ledger', 'seal', 'access', 'vault'];

export interface MadeTrigger {
  readonly madeBy: string;
  /** `tgtype` of pg_trigger: when it fires, upon what, for each row or not. */
  readonly type: number;
  readonly calls: string;
  /** Of its WHEN, as `conditionText` writes it; empty where it has none. */
  readonly condition: string;
  always: boolean;
}

export interface MadeFunction {
  readonly madeBy: string;
  /** Absent where the body is no text that the database keeps as it was written. */
  readonly body?: string;
  readonly definer: boolean;
  readonly settings: string;
}

export interface Made {
  /** Name to SHA-256 of each file. */
  readonly files: ReadonlyMap<string, string>;
  readonly tables: ReadonlySet<string>;
  /** By `schema.table name`. */
  readonly triggers: ReadonlyMap<string, MadeTrigger>;
  /** By `schema.name`: none of them has two. */
  readonly functions: ReadonlyMap<string, MadeFunction>;
  /** Who owns each schema and all in it. */
  readonly owners: ReadonlyMap<string, string>;
  /** What somebody else than its owner may do, as `INSERT (column) on schema.table to role`. */
  readonly rights: ReadonlySet<string>;
}

export function madeByMigrations(files: readonly MigrationFile[] = readMigrations()): Made {
  const made = {
    files: new Map(files.map(({ name, sha256 }) => [name, sha256])),
    tables: new Set(['ledger.migration']),
    triggers: new Map<string, MadeTrigger>(),
    functions: new Map<string, MadeFunction>(),
    owners: new Map([['ledger', LEDGER_OWNER]]),
    rights: new Set<string>(),
  };
  for (const { name, sql } of files) {
    for (const [, table = ''] of sql.matchAll(/^CREATE TABLE (\w+\.\w+)/gm))
      if (isGuarded(table)) made.tables.add(table);
    for (const [, schema = '', owner = ''] of sql.matchAll(/^CREATE SCHEMA (\w+) AUTHORIZATION (\w+);/gm))
      if (isGuarded(schema)) made.owners.set(schema, owner);
    readTriggers(name, sql, made.triggers);
    readFunctions(name, sql, made.functions);
    readRights(sql, made.rights);
  }
  return made;
}

const isGuarded = (name: string): boolean => GUARDED_SCHEMAS.includes(name.split('.')[0]!);

const TRIGGER =
  /^CREATE TRIGGER (\w+) (BEFORE|AFTER) ([A-Z ]+?) ON (\w+\.\w+)\s+FOR EACH (ROW|STATEMENT)(?:\s+WHEN \(([^;]*)\))?\s+EXECUTE FUNCTION (\w+\.\w+)\(\);/gm;
const FOR_EACH_ROW = 1;
const BEFORE = 2;
const UPON: Readonly<Record<string, number>> = { INSERT: 4, DELETE: 8, UPDATE: 16, TRUNCATE: 32 };

function readTriggers(madeBy: string, sql: string, triggers: Map<string, MadeTrigger>): void {
  for (const [, name, when, upon = '', table = '', each, condition = '', calls = ''] of sql.matchAll(
    TRIGGER,
  )) {
    if (!isGuarded(table)) continue;
    const type = upon.split(' OR ').reduce((sum, event) => sum + UPON[event]!, 0);
    const fires = type + (when === 'BEFORE' ? BEFORE : 0) + (each === 'ROW' ? FOR_EACH_ROW : 0);
    triggers.set(`${table} ${name}`, {
      ...{ madeBy, type: fires, calls, always: false },
      condition: conditionText(condition),
    });
  }
  for (const [, table, name] of sql.matchAll(/^ALTER TABLE (\w+\.\w+) ENABLE ALWAYS TRIGGER (\w+);/gm)) {
    const trigger = triggers.get(`${table} ${name}`);
    if (trigger !== undefined) trigger.always = true;
  }
}

/** A condition as a migration or as the database writes it: the same text where they mean the same. */
export const conditionText = (written: string): string =>
  written
    .replaceAll(/::\w+/g, '')
    .replaceAll(/[()\s]+/g, ' ')
    .trim()
    .toLowerCase();

function readFunctions(madeBy: string, sql: string, functions: Map<string, MadeFunction>): void {
  for (const text of sql.split(/^CREATE (?:OR REPLACE )?FUNCTION /m).slice(1)) {
    const name = /^\w+\.\w+/.exec(text)![0];
    if (!isGuarded(name)) continue;
    const [, head = '', body] = /^([\s\S]*?)(?:AS \$\$([\s\S]*?)\$\$|BEGIN ATOMIC)/.exec(text)!;
    functions.set(name, {
      ...{ madeBy, definer: head.includes('SECURITY DEFINER') },
      ...(body === undefined ? {} : { body }),
      settings: /SET (search_path) = ([\w, ]+\w)/.exec(head)?.slice(1).join('=') ?? '',
    });
  }
}

function readRights(sql: string, rights: Set<string>): void {
  for (const [, granted = '', on = '', to] of sql.matchAll(/^GRANT ([^;]+?)\s+ON ([^;]+?)\s+TO (\w+);/gm)) {
    for (const [name] of on.matchAll(/\b\w+\.\w+/g)) {
      if (!isGuarded(name)) continue;
      for (const [, right, columns] of granted.matchAll(/([A-Z]+)(?: \(([^)]+)\))?/g))
        for (const column of columns?.split(', ') ?? [''])
          rights.add(`${right}${column && ` (${column})`} on ${name} to ${to}`);
    }
  }
}
