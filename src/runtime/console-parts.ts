/** What the console needs of the rooms and of the configuration. */
import type { SandboxIssuer } from '../access/sandbox-issuer.ts';
import type { Verifier } from '../access/verifier.ts';
import type { ConsoleOptions } from '../console/options.ts';
import { LIVE_WORLD } from '../sandbox/worlds.ts';
import type { Assembly } from './assembly.ts';
import type { Rooms } from './rooms.ts';

export function consoleOptions(
  titian: Assembly,
  rooms: Rooms,
  verifier: Verifier,
  issuer: SandboxIssuer | undefined,
): ConsoleOptions {
  const { provider, notices } = titian.configuration;
  const { publicUrl } = notices;
  return {
    pool: rooms.pool,
    verifier,
    vault: rooms.vault,
    registers: rooms.registers,
    clockOffsetOf: async (world) =>
      world === LIVE_WORLD ? 0 : (await rooms.worlds.find(world)).clockOffsetMs,
    sandbox: issuer === undefined ? null : { worlds: rooms.sandbox, issuer },
    ...(provider === undefined ? {} : { provider }),
    ...(titian.temporalPages === undefined
      ? {}
      : { temporalPages: { address: titian.temporalPages, namespace: titian.temporal.namespace } }),
    ...(publicUrl === '' ? {} : { publicUrl }),
  };
}
