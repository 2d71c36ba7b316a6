import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfiguration } from '../../src/runtime/configuration.ts';
import { findServers, noteRunning } from '../../src/runtime/running.ts';
import { StartupProblem } from '../../src/runtime/startup-problem.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = makeTestFolder();
});
afterEach(() => removeTestFolder(folder));

function configurationOf(env: Record<string, string> = {}) {
  const outcome = readConfiguration({ TITIAN_DATA: folder, ...env });
  if (!outcome.ok) throw new Error(outcome.mistakes.join('\n'));
  return outcome.configuration;
}

it('the command line acts as the application on servers of the environment', () => {
  const appUrl = 'postgres://somebody:secret@db.example:5432/titian';
  const env = { DATABASE_URL: appUrl, TEMPORAL_ADDRESS: 'temporal.example:7233', TITIAN_SANDBOX: 'on' };
  expect(findServers(configurationOf(env)).database).toEqual({ appUrl, role: 'titian_app' });
});

it('and on those of a running start, whose login is the application’s own', () => {
  const databaseUrl = 'postgres://titian_app:secret@127.0.0.1:5999/titian';
  const note = noteRunning(folder, {
    databaseUrl,
    temporalAddress: '127.0.0.1:7233',
    temporalNamespace: 'default',
  });
  expect(findServers(configurationOf()).database).toEqual({ appUrl: databaseUrl });
  note.remove();
  expect(() => findServers(configurationOf())).toThrow(StartupProblem);
});
