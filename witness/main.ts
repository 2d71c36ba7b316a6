/**
 * A witness for logs like Titian's, to be run by somebody else than whoever runs the log:
 * node witness.mjs --config witness.json
 */
import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadOrCreateKeyFile } from '../src/transparency/key-file.ts';
import { cosigner } from '../src/transparency/signed-note.ts';
import { formatVerifierKey } from '../src/transparency/verifier-key.ts';
import { readConfiguration } from './configuration.ts';
import { openEvidenceFolder } from './evidence.ts';
import { lockFolder } from './folder-lock.ts';
import { createWitnessServer } from './server.ts';
import { openStateFolder } from './state-folder.ts';
import { createWitness } from './witness.ts';
import { WitnessProblem } from './witness-problem.ts';

const USAGE = 'Usage: witness --config <witness.json> [--begin]';

/** Four times in the minute after which a lock counts as left behind. */
const TOUCH_MS = 15_000;

const tell = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

function start(): void {
  const { config, begin } = options();
  const { name, logs, keyFile, stateFolder, host, port } = readConfiguration(config);
  mkdirSync(stateFolder, { recursive: true });
  const lock = lockFolder(stateFolder);
  process.once('exit', lock.release);
  setInterval(() => orStop(lock.touch), TOUCH_MS).unref();
  const isNew = !existsSync(keyFile) || begin;
  const signer = cosigner(name, loadOrCreateKeyFile(keyFile), () => Date.now() / 1000);
  const state = openStateFolder(stateFolder, signer.key, isNew);
  const evidence = openEvidenceFolder(join(stateFolder, 'evidence'));
  const witness = createWitness({
    ...{ logs, signer, evidence, tell, now: () => new Date() },
    // Whoever lost the folder cosigns nothing any more.
    state: {
      ...state,
      keep(origin, note) {
        lock.require();
        state.keep(origin, note);
      },
    },
  });
  tell(`witness key: ${formatVerifierKey(signer.key)}`);
  for (const origin of new Set(logs.map((log) => log.name)))
    tell(`log ${origin}: cosigned up to size ${state.latest(origin)?.checkpoint.size ?? 0}`);
  const server = createWitnessServer(witness, tell);
  server.once('error', (error) => stop(`The witness cannot listen on ${host}:${port}: ${error.message}`));
  server.listen(port, host, () => tell(`listening on ${host}:${(server.address() as AddressInfo).port}`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}

function options(): { config: string; begin: boolean } {
  try {
    const { values } = parseArgs({ options: { config: { type: 'string' }, begin: { type: 'boolean' } } });
    if (values.config !== undefined) return { config: values.config, begin: values.begin ?? false };
  } catch (error) {
    throw new WitnessProblem(`${(error as Error).message}\n${USAGE}`);
  }
  throw new WitnessProblem(USAGE);
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

function orStop(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof WitnessProblem) stop(error.message);
    throw error;
  }
}

orStop(start);
