/**
 * The database's own defences, held against what the migrations made. Whoever switched one off may have changed what
 * no hash stands over; and whatever is off now was on when this installation was made.
 */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { inSnapshot } from '../../ledger/verify.ts';
import { checkRights } from './guard-rights.ts';
import {
  conditionText,
  GUARDED_SCHEMAS,
  type Made,
  type MadeFunction,
  type MadeTrigger,
  madeByMigrations,
} from './made-by-migrations.ts';

/** @throws where the database has other migrations than this build: then nobody here knows what should be. */
export function checkGuards(client: pg.PoolClient, report: Report, made: Made = madeByMigrations()) {
  const tell = (explanation: string): void =>
    report({ problem: 'GUARD_DIFFERS', entry: 'guard', explanation });
  return inSnapshot(client, async () => {
    await sameMigrations(client, made);
    await checkTables(client, made, tell);
    await checkTriggers(client, made, tell);
    await checkFunctions(client, made, tell);
    await checkRights(client, made, tell);
  });
}

export type Tell = (explanation: string) => void;

async function sameMigrations(client: pg.PoolClient, { files }: Made): Promise<void> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM ledger.migration ORDER BY name',
  );
  const other = rows.find(({ name, sha256 }) => files.get(name) !== sha256);
  if (other !== undefined) throw new Error(`this build has no migration ${other.name}, or another one`);
  const applied = new Set(rows.map(({ name }) => name));
  const missing = [...files.keys()].find((name) => !applied.has(name));
  if (missing !== undefined) throw new Error(`migration ${missing} is not applied`);
}

interface TableRow {
  readonly name: string;
  readonly kind: string;
  readonly secured: boolean;
  readonly rule: string | null;
  readonly child: string | null;
}

/** Row-level security, rules, heirs and views in a table's place show other rows than there are, or swallow new ones. */
async function checkTables(client: pg.PoolClient, { tables }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<TableRow>(
    `SELECT n.nspname || '.' || c.relname AS name, c.relkind AS kind,
       c.relrowsecurity OR c.relforcerowsecurity OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS secured,
       (SELECT min(r.rulename::text) FROM pg_rewrite r WHERE r.ev_class = c.oid) AS rule,
       (SELECT min(i.inhrelid::regclass::text) FROM pg_inherits i WHERE i.inhparent = c.oid AND c.relkind = 'r') AS child
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ('r', 'v', 'm', 'p', 'f') ORDER BY 1`,
    [GUARDED_SCHEMAS],
  );
  const present = new Map(rows.map((row) => [row.name, row]));
  for (const name of tables) {
    const { kind, secured, rule, child } = present.get(name) ?? {};
    if (kind !== 'r') {
      tell(`${name} is no longer the table that it was`);
      continue;
    }
    if (secured === true) tell(`row-level security stands on ${name}, and no migration asks for it`);
    if (rule != null) tell(`the rule ${rule} stands on ${name}, and no migration asks for it`);
    if (child != null) tell(`the table ${child} inherits from ${name}, and no migration asks for it`);
  }
}

interface TriggerRow {
  readonly table: string;
  readonly name: string;
  readonly enabled: string;
  readonly type: number;
  readonly calls: string;
  /** As the database writes the whole trigger: its condition stands in it. */
  readonly definition: string;
  /** It looks at some columns only. */
  readonly narrowed: boolean;
  /** Of a foreign key. */
  readonly internal: boolean;
}

async function checkTriggers(client: pg.PoolClient, { triggers }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<TriggerRow>(
    `SELECT n.nspname || '.' || c.relname AS table, t.tgname AS name, t.tgenabled AS enabled, t.tgtype::int AS type,
       f.pronamespace::regnamespace || '.' || f.proname AS calls, t.tgisinternal AS internal,
       pg_get_triggerdef(t.oid) AS definition, t.tgattr::text <> '' AS narrowed
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_proc f ON f.oid = t.tgfoid
     WHERE n.nspname = ANY ($1::text[]) ORDER BY 1, 2`,
    [GUARDED_SCHEMAS],
  );
  const keysOff = new Set(
    rows.filter((row) => row.internal && row.enabled === 'D').map(({ table }) => table),
  );
  for (const table of keysOff) tell(`the foreign keys of ${table} are switched off`);
  const present = new Set<string>();
  for (const { table, name, enabled, type, calls, narrowed, internal, definition } of rows) {
    if (internal) continue;
    const trigger = triggers.get(`${table} ${name}`);
    const which = `the trigger ${name} on ${table}`;
    present.add(`${table} ${name}`);
    if (trigger === undefined) tell(`${which} was made by no migration`);
    else if (enabled === 'D') tell(`${which} is switched off`);
    else if (trigger.always && enabled !== 'A') tell(`${which} no longer fires always`);
    else if (enabled === 'R') tell(`${which} fires for replicas only`);
    else if (
      trigger.type !== type ||
      trigger.calls !== calls ||
      narrowed ||
      !hasCondition(definition, trigger)
    )
      tell(`${which} is not the one that ${trigger.madeBy} made`);
  }
  for (const place of triggers.keys()) {
    const [table, name] = place.split(' ');
    if (!present.has(place)) tell(`the trigger ${name} on ${table} is gone`);
  }
}

const hasCondition = (definition: string, { condition }: MadeTrigger): boolean =>
  conditionText(/ WHEN \((.*)\) EXECUTE /s.exec(definition)?.[1] ?? '') === condition;

interface FunctionRow {
  readonly name: string;
  readonly body: string;
  readonly definer: boolean;
  readonly settings: string;
}

async function checkFunctions(client: pg.PoolClient, { functions }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<FunctionRow>(
    `SELECT n.nspname || '.' || p.proname AS name, p.prosrc AS body, p.prosecdef AS definer,
       coalesce(array_to_string(p.proconfig, '; '), '') AS settings
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = ANY ($1::text[]) ORDER BY 1, p.oid`,
    [GUARDED_SCHEMAS],
  );
  const present = new Set<string>();
  for (const row of rows) {
    const expected = functions.get(row.name);
    if (expected === undefined || present.has(row.name))
      tell(`the function ${row.name} was made by no migration`);
    else if (!isAsMade(row, expected))
      tell(`the function ${row.name} is not the one that ${expected.madeBy} made`);
    present.add(row.name);
  }
  for (const name of functions.keys()) if (!present.has(name)) tell(`the function ${name} is gone`);
}

const isAsMade = ({ body, definer, settings }: FunctionRow, made: MadeFunction): boolean =>
  (made.body ?? body) === body && made.definer === definer && made.settings === settings;
