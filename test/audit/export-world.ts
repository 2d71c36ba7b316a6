/** A small world with a sealed log, and bundles of it as text, asked for over HTTP. */
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import {
  type BundleExporter,
  createBundleExporter,
  type PreparedBundle,
} from '../../src/audit/export/export-bundle.ts';
import type { Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createProjectors, type Projectors } from '../../src/projections/projectors.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { openSealedLog, type SealedLog } from '../../src/seal/sealed-log.ts';
import { createLogSigner } from '../../src/seal/signer.ts';
import { loadOrCreateKeyFile } from '../../src/transparency/key-file.ts';
import { type ApiReply, type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR } from '../api/case-on-the-way.ts';
import { policyOf } from '../seal/sealed-world.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';
import { type Line, linesOf } from './read-bundle.ts';

export const ORIGIN = 'log.test/titian';

export interface ExportWorld extends ApiWorld {
  /** Set it, and the next bundle breaks off after its first line. */
  readonly trouble: { breaksOff: boolean };
  readonly pool: Pool;
  readonly log: SealedLog;
  ask(query: string, as?: SandboxIdentity): Promise<ApiReply>;
  /** @throws unless it is answered with a bundle. */
  bundle(query: string): Promise<{ text: string; lines: Line[] }>;
  /** Leaves are given and lists are up to date. */
  settle(): Promise<void>;
  /** The journey would take the address as it asks for the certificate; here only that is left of it. */
  takeAddress(personId: string, world: string, certificateId: string): Promise<void>;
}

/** @param registers false where no command needs a fact: loading them takes seconds. */
export async function openExportWorld({ registers = true } = {}): Promise<ExportWorld> {
  const folder = makeTestFolder();
  const signer = createLogSigner(
    ORIGIN,
    loadOrCreateKeyFile(join(folder, 'log.pem')),
    join(folder, 'signed'),
  );
  const trouble = { breaksOff: false };
  const opened: { pool?: Pool; log?: SealedLog; projectors?: Projectors } = {};
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    const log = openSealedLog({ pool, origin: ORIGIN, policy: policyOf(signer), signer });
    Object.assign(opened, { pool, log, projectors: createProjectors({ pool, ledger }) });
    return { exporter: breakable(createBundleExporter({ pool, log, build: 'test' }), trouble) };
  };
  const api = await openApi({ rooms, registers });
  const { pool, log, projectors } = opened as Required<typeof opened>;
  const ask = (query: string, as: SandboxIdentity = AUDITOR) =>
    api.call({ method: 'GET', url: `/api/v1/audit/bundle?${query}`, as, key: null });
  return {
    ...api,
    ...{ pool, log, ask, trouble },
    async bundle(query) {
      const reply = await ask(query);
      if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
      return { text: reply.text, lines: linesOf(reply.text) };
    },
    async settle() {
      while ((await api.ledger.sequenceLeaves()) > 0);
      while ((await projectors.projectOnce()) > 0);
    },
    async takeAddress(personId, world, certificateId) {
      const stream = `journey/${personId}`;
      const key = `address/certificate/${certificateId}`;
      const taking: Decider<unknown> = {
        ...(journeyDecider as Decider<unknown>),
        decide: () => ({ kind: 'accepted', events: [], claims: [{ kind: 'take', key, holder: stream }] }),
      };
      const gateway = new DirectGateway({ ledger: api.ledger, deciders: new Map([['journey', taking]]) });
      const actor = { id: 'test', role: 'SYSTEM', office: 'system' } as const;
      const command = { commandId: `take:${certificateId}`, name: 'take', data: {}, actor };
      const answer = await gateway.send(stream, world, {
        ...{ command, requestHash: 'x', facts: [], clockOffsetMs: 0 },
      });
      if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
    },
    async close() {
      await api.close();
      removeTestFolder(folder);
    },
  };
}

function breakable(exporter: BundleExporter, trouble: { breaksOff: boolean }): BundleExporter {
  return {
    ...exporter,
    async prepare(request) {
      const prepared = await exporter.prepare(request);
      if (!trouble.breaksOff) return prepared;
      trouble.breaksOff = false;
      return { ...prepared, text: () => firstLineOf(prepared.text()) };
    },
  };
}

async function* firstLineOf(text: ReturnType<PreparedBundle['text']>): ReturnType<PreparedBundle['text']> {
  for await (const chunk of text) {
    yield chunk.slice(0, chunk.indexOf('\n') + 1);
    throw new Error('the database went away');
  }
  throw new Error('an empty bundle');
}
