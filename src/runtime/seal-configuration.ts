/** How the log is sealed, as written in the environment. */
import { resolve } from 'node:path';
import type { VariableName } from './variables.ts';

export interface SealConfiguration {
  /** File of the log's private key; absent: none, except in a sandbox where all parts run in one process. */
  readonly key?: string;
  /** Name of the log; absent in a sandbox: one is made from the key. */
  readonly origin?: string;
  /** File of the trust policy; absent: the log alone, without witnesses. */
  readonly policy?: string;
  readonly checkpointMs: number;
  readonly checkpointLeaves: number;
  readonly headsMs: number;
  readonly headsLeaves: number;
}

interface Reader {
  read(name: VariableName): string | undefined;
  wrong(name: VariableName, why: string): void;
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

export function readSeal(reader: Reader, sandbox: boolean): SealConfiguration {
  const [key, origin, policy] = [
    reader.read('TITIAN_LOG_KEY'),
    reader.read('TITIAN_LOG_ORIGIN'),
    reader.read('TITIAN_TRUST_POLICY'),
  ];
  if (origin !== undefined && !/^[^\s+]{1,200}$/.test(origin)) {
    reader.wrong(
      'TITIAN_LOG_ORIGIN',
      `is "${origin}": give a name without spaces and plus signs, log.example.go.id/titian`,
    );
  }
  if (!sandbox && origin === undefined) {
    // The name stands in every checkpoint and receipt for good: nobody should find it made up.
    if (key !== undefined) reader.wrong('TITIAN_LOG_KEY', 'is set without TITIAN_LOG_ORIGIN: set both');
    else if (policy !== undefined)
      reader.wrong('TITIAN_TRUST_POLICY', 'is set without TITIAN_LOG_ORIGIN: set both');
  }
  return {
    ...(key === undefined ? {} : { key: resolve(key) }),
    ...(origin === undefined ? {} : { origin }),
    ...(policy === undefined ? {} : { policy: resolve(policy) }),
    checkpointMs: readCount(reader, 'TITIAN_CHECKPOINT_SECONDS', 60) * SECOND_MS,
    checkpointLeaves: readCount(reader, 'TITIAN_CHECKPOINT_LEAVES', 1_000),
    headsMs: readCount(reader, 'TITIAN_HEADS_HOURS', 24) * HOUR_MS,
    headsLeaves: readCount(reader, 'TITIAN_HEADS_LEAVES', 100_000),
  };
}

function readCount(reader: Reader, name: VariableName, usual: number): number {
  const text = reader.read(name);
  if (text === undefined) return usual;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  reader.wrong(name, `is "${text}": give a whole number from 1`);
  return usual;
}
