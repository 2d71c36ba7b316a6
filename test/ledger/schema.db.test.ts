import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { schemaText } from './schema-text.ts';

const FILE = join(import.meta.dirname, 'schema.snapshot.txt');

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

it('the schema is the one in schema.snapshot.txt (UPDATE_SCHEMA=1 writes it anew)', async () => {
  const text = await schemaText(open.superPool, 'ledger');
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(FILE, text);
  expect(existsSync(FILE)).toBe(true);
  expect(text).toBe(readFileSync(FILE, 'utf8'));
});
