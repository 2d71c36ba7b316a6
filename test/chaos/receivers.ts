/** The receiver's process, and the addresses that offices give. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../../src/ledger/package-root.ts';
import { endProcess, type ServerProcess, startServerProcess } from '../../src/runtime/child-process.ts';
import { findFreePort } from '../../src/runtime/ports.ts';
import type { ChaosClient } from './client.ts';
import { REGISTRAR, SITES } from './persons.ts';
import type { Receipt } from './receiver.ts';

export interface Receivers {
  readonly mailUrl: string;
  readonly webhookUrl: string;
  received(): readonly Receipt[];
  stop(): Promise<void>;
}

/** @param rudeSeconds for how long the webhook says now and then that it is busy. */
export async function startReceivers(folder: string, rudeSeconds: number): Promise<Receivers> {
  const [mailPort, webhookPort] = [await findFreePort(), await findFreePort()];
  const file = join(folder, 'received.jsonl');
  writeFileSync(file, '');
  const server: ServerProcess = await startServerProcess({
    command: process.execPath,
    args: [
      join(findPackageRoot(), 'dist', 'test', 'chaos', 'receiver.js'),
      ...[file, String(mailPort), String(webhookPort), String(rudeSeconds)],
    ],
    logFile: join(folder, 'receiver.log'),
    env: process.env,
  });
  return {
    mailUrl: `smtp://127.0.0.1:${mailPort}`,
    webhookUrl: `http://127.0.0.1:${webhookPort}/titian`,
    received: () =>
      (existsSync(file) ? readFileSync(file, 'utf8') : '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Receipt),
    stop: async () => {
      await endProcess(server.identity, [{ signal: 'SIGKILL', graceMs: 5_000 }]);
    },
  };
}

/** Who is told, and how: offices and sites of this run, by mail, by webhook, or by both. */
export const TOLD = [
  { kind: 'OFFICE', recipient: 'kejari-medan', channels: ['EMAIL', 'WEBHOOK'] },
  { kind: 'OFFICE', recipient: 'lapas-medan', channels: ['WEBHOOK'] },
  ...SITES.map((recipient) => ({ kind: 'SITE', recipient, channels: ['EMAIL'] }) as const),
] as const;

/** Offices give their addresses, and nobody sleeps or waits for others in this run. */
export async function askToBeTold(
  client: ChaosClient,
  run: string,
  { today, digestAt }: { readonly today: string; readonly digestAt: string },
  receivers: Receivers,
  until: number,
): Promise<void> {
  const policies = {
    notice_group_minutes: { unit: 'minutes', value: 0 },
    notice_quiet_hours: { unit: 'local times from and to', value: ['00:00', '00:00'] },
    notice_digest_time: { unit: 'local time', value: digestAt },
  };
  for (const [name, { unit, value }] of Object.entries(policies)) {
    await client.send(
      {
        key: `chaos-${run}-${name}`,
        path: `/api/v1/registers/policy/${name}/commands/set-policy`,
        as: REGISTRAR,
        body: { data: { unit, value, from: today, source: 'CONTOH' } },
      },
      until,
    );
  }
  for (const { kind, recipient, channels } of TOLD) {
    for (const channel of channels) {
      const address = channel === 'EMAIL' ? `${recipient}@contoh.example` : receivers.webhookUrl;
      const text = JSON.stringify({ data: { kind, recipient, channel, address } });
      const key = `chaos-${run}-told-${recipient}-${channel}`;
      await client.persist({ path: '/api/v1/notice-subscriptions', as: REGISTRAR, key, text }, until);
    }
  }
}
