import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTemporalProgram } from '../../src/runtime/temporal-server.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = makeTestFolder();
});
afterEach(() => removeTestFolder(folder));

/** A program that answers `--version` as the real one does. */
function makeProgram(version: string): string {
  const path = join(folder, 'temporal');
  writeFileSync(path, `#!/bin/sh\necho "temporal version ${version} (Server 1.0.0, UI 2.0.0)"\n`);
  chmodSync(path, 0o755);
  return path;
}

function find(env: NodeJS.ProcessEnv) {
  return findTemporalProgram(join(folder, 'none'), () => {}, env);
}

test('the program that TEMPORAL_CLI_PATH names is used, and the log can say so', async () => {
  const path = makeProgram('1.9.1');
  expect(await find({ TEMPORAL_CLI_PATH: path })).toEqual({
    path,
    origin: `${path}, named by TEMPORAL_CLI_PATH`,
  });
});

test('a program on the PATH is found', async () => {
  const path = makeProgram('1.3.0');
  // The shell that the program is written in is found by its full path.
  expect(await find({ PATH: `/nowhere:${folder}` })).toEqual({ path, origin: `${path}, named by PATH` });
});

test('a program that is too old or absent is refused in one line that names the ways out', async () => {
  const old = find({ TEMPORAL_CLI_PATH: makeProgram('1.2.9') });
  await expect(old).rejects.toThrow(/^No Temporal server .*version 1\.2 is older than 1\.3.*$/);
  const absent = find({ TEMPORAL_CLI_PATH: join(folder, 'absent') });
  await expect(absent).rejects.toThrow(/^.*there is no such file.*docker-compose\.yml.*TEMPORAL_ADDRESS.*$/);
});
