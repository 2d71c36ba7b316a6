import type pg from 'pg';

/** A schema as a text that can be read and compared: tables, constraints, indexes, triggers, functions, grants. */
export async function schemaText(pool: pg.Pool, schema: string): Promise<string> {
  const lines = async (statement: string) =>
    (await pool.query<{ line: string }>(statement, [schema])).rows.map(({ line }) => line);
  const sections: [string, string][] = [
    [
      'columns',
      `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
           coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END)) AS line
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = $1::text::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
       ORDER BY c.relname, a.attnum`,
    ],
    [
      'constraints',
      `SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) AS line FROM pg_constraint
       WHERE connamespace = $1::text::regnamespace AND conrelid <> 0 AND contype <> 'n'
       ORDER BY conrelid::regclass::text COLLATE "C", contype, pg_get_constraintdef(oid) COLLATE "C"`,
    ],
    [
      'indexes',
      `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = $1 ORDER BY indexname COLLATE "C"`,
    ],
    [
      'triggers',
      `SELECT format('%s, enabled %s', pg_get_triggerdef(t.oid), t.tgenabled) AS line
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = $1::text::regnamespace AND NOT t.tgisinternal ORDER BY c.relname, t.tgname`,
    ],
    [
      'functions',
      `SELECT format('%s(%s) %s%s%s owner %s body %s', proname, pg_get_function_identity_arguments(oid),
           provolatile, CASE WHEN prosecdef THEN ' definer' ELSE '' END,
           coalesce(' ' || array_to_string(proconfig, ' '), ''), proowner::regrole, md5(prosrc)) AS line
       FROM pg_proc WHERE pronamespace = $1::text::regnamespace ORDER BY proname COLLATE "C"`,
    ],
    [
      'grants',
      `SELECT format('%s: %s to %s', g.object, string_agg(g.privilege_type, ' ' ORDER BY g.privilege_type),
           CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END) AS line
       FROM (
         SELECT relname::text AS object, (aclexplode(relacl)).* FROM pg_class
           WHERE relnamespace = $1::text::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'S')
         UNION ALL SELECT proname || '()', (aclexplode(proacl)).* FROM pg_proc WHERE pronamespace = $1::text::regnamespace
         UNION ALL SELECT 'schema ' || nspname, (aclexplode(nspacl)).* FROM pg_namespace WHERE nspname = $1
       ) g GROUP BY g.object, g.grantee ORDER BY g.object COLLATE "C", g.grantee::regrole::text`,
    ],
  ];
  const texts: string[] = [];
  for (const [title, statement] of sections)
    texts.push(`# ${title}\n${(await lines(statement)).join('\n')}\n`);
  return texts.join('\n');
}
