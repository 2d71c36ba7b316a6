import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataFolder } from '../../src/runtime/data-folder.ts';
import { identifyProcess } from '../../src/runtime/process-identity.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
let told: string[];
beforeEach(() => {
  folder = makeTestFolder();
  told = [];
});
afterEach(() => removeTestFolder(folder));

const claim = () => claimDataFolder(join(folder, 'data'), (line) => told.push(line));

test('a second Titian is refused in one line with the process and the remedy, until the first lets go', () => {
  const first = claim();
  expect(claim).toThrow(
    new RegExp(
      `^Titian already runs on .* \\(process ${process.pid}\\)\\. Stop it first, or set TITIAN_DATA.*$`,
    ),
  );
  first.release();
  claim().release();
  expect(told).toEqual([]);
});

test('the lock of a killed process is taken over, even if another process has its number by now', () => {
  const lock = join(folder, 'data', 'titian.lock');
  claim().release();
  writeFileSync(lock, JSON.stringify({ ...identifyProcess(process.pid), startedAt: 'another boot:1' }));
  claim().release();
  writeFileSync(lock, '');
  claim().release();
  expect(told).toHaveLength(2);
});

test('a folder that cannot be made is told in one line', () => {
  writeFileSync(join(folder, 'data'), 'a file');
  expect(claim).toThrow(/^The data folder .* cannot be used \(E[A-Z]+\)\. .*TITIAN_DATA/);
});
