/** The witness's configuration file: a JSON object; folders and files are found from where it lies. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  isKeyName,
  parseVerifierKey,
  SIGNATURE_TYPES,
  type VerifierKey,
} from '../src/transparency/verifier-key.ts';
import { WitnessProblem } from './witness-problem.ts';

export interface WitnessConfiguration {
  /** The name it signs with, best an address without scheme: `ombudsman.example/titian-witness`. */
  readonly name: string;
  /** Keys of the logs it cosigns; a key's name is the log's origin. Two of one origin: while a log changes keys. */
  readonly logs: readonly VerifierKey[];
  readonly keyFile: string;
  readonly stateFolder: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

const MEMBERS = ['name', 'logs', 'keyFile', 'stateFolder', 'listen'];
const HIGHEST_PORT = 65_535;
const DEFAULT_LISTEN = '127.0.0.1:8787';

/** @throws WitnessProblem that says what to change */
export function readConfiguration(file: string): WitnessConfiguration {
  const given = objectIn(file);
  const unknown = Object.keys(given).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined)
    throw new WitnessProblem(`${file}: "${unknown}" is not known; there are ${MEMBERS.join(', ')}.`);
  const {
    name,
    logs,
    keyFile = 'witness.key',
    stateFolder = 'witness-state',
    listen = DEFAULT_LISTEN,
  } = given;
  if (typeof name !== 'string' || !isKeyName(name))
    throw new WitnessProblem(`${file}: "name" should be a name without spaces and plus signs.`);
  if (typeof keyFile !== 'string' || typeof stateFolder !== 'string')
    throw new WitnessProblem(`${file}: "keyFile" and "stateFolder" should be paths.`);
  const folder = dirname(resolve(file));
  return {
    name,
    logs: logKeys(file, logs),
    keyFile: resolve(folder, keyFile),
    stateFolder: resolve(folder, stateFolder),
    ...addressIn(file, listen),
  };
}

function objectIn(file: string): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given };
  } catch (error) {
    throw new WitnessProblem(`${file} cannot be read: ${(error as Error).message}`);
  }
  throw new WitnessProblem(`${file} should hold a JSON object.`);
}

function logKeys(file: string, logs: unknown): VerifierKey[] {
  if (!Array.isArray(logs) || logs.length === 0 || !logs.every((log) => typeof log === 'string'))
    throw new WitnessProblem(`${file}: "logs" should be a list of the keys of logs, at least one.`);
  return logs.map((log) => {
    try {
      const key = parseVerifierKey(log);
      if (key.type === SIGNATURE_TYPES.note) return key;
    } catch (error) {
      throw new WitnessProblem(`${file}: ${(error as Error).message}`);
    }
    throw new WitnessProblem(`${file}: "${log}" is the key of a witness, not of a log.`);
  });
}

function addressIn(file: string, listen: unknown): { host: string; port: number } {
  const found = typeof listen === 'string' ? /^(.+):(\d{1,5})$/.exec(listen) : null;
  if (found === null || Number(found[2]) > HIGHEST_PORT)
    throw new WitnessProblem(`${file}: "listen" should read like ${DEFAULT_LISTEN}.`);
  return { host: found[1]!.replace(/^\[(.*)\]$/, '$1'), port: Number(found[2]) };
}
