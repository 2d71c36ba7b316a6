import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findWrongImports } from '../../src/runtime/import-directions.mjs';

const folder = join(import.meta.dirname, '../../src/domain/wrong-on-purpose');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('code of the domain that reads the ledger, a clock library or a package is named', () => {
  expect(findWrongImports()).toEqual([]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'sample.ts'),
    [
      "import { readFileSync } from 'node:fs';",
      "import { createLedger } from '../../ledger/ledger.ts';",
      "import type { Ledger } from '../../ledger/ledger.ts';",
      '',
    ].join('\n'),
  );
  expect(findWrongImports()).toEqual([
    'src/domain/wrong-on-purpose/sample.ts: src/domain is replayed and may not import node:fs',
    'src/domain/wrong-on-purpose/sample.ts: src/domain may not import from src/ledger (../../ledger/ledger.ts)',
  ]);
});
