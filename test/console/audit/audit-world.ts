/** The auditor's rooms over a small record: one case with a refusal and a late entry, a permit of several runs. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { createBreakGlass } from '../../../src/access/break-glass.ts';
import { createExplanations } from '../../../src/audit/explain/explanations.ts';
import { createBundleExporter } from '../../../src/audit/export/export-bundle.ts';
import { createRecordAudit } from '../../../src/audit/record-audit.ts';
import { createVerifications, type Verifications } from '../../../src/audit/verify/asked-verifications.ts';
import { verifyRecord } from '../../../src/audit/verify/verify-record.ts';
import { createDraftDesk } from '../../../src/audit/what-if/draft-desk.ts';
import { createCertificateList } from '../../../src/projections/certificate-list.ts';
import { createClassList } from '../../../src/projections/class-list.ts';
import { createFindingList } from '../../../src/projections/finding-list.ts';
import { createProjectors } from '../../../src/projections/projectors.ts';
import { openSealedLog, type SealedLog } from '../../../src/seal/sealed-log.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must, runningCase, STAFF } from '../../api/case-on-the-way.ts';
import { requestOf } from '../../ledger/requests.ts';
import { ORIGIN, policyOf, signerIn } from '../../seal/sealed-world.ts';
import { rulesPack } from '../../support/rules-pack.ts';
import { makeTestFolder, removeTestFolder } from '../../support/test-folder.ts';
import { atDesk, type Browser } from '../console-world.ts';

export const HISTORY = Buffer.from('history of run one');

export interface AuditWorld {
  readonly api: ApiWorld;
  readonly auditor: Browser;
  readonly prosecutor: Browser;
  readonly found: CaseOnTheWay;
  readonly log: SealedLog;
  readonly verifications: Verifications;
  /** While it is closed, a verification waits before it reads. */
  readonly gate: { wait: Promise<void> };
  /** Leaves are given, lists up to date, all is sealed. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  pool: Pool;
  log: SealedLog;
  verifications: Verifications;
  catchUp: () => Promise<unknown>;
}

export async function openAuditWorld(): Promise<AuditWorld> {
  const folder = makeTestFolder();
  const gate = { wait: Promise.resolve() };
  const opened: Partial<Opened> = {};
  const api = await openApi({
    console: { temporalPages: { address: 'http://temporal.test:8233', namespace: 'titian' } },
    rooms: ({ pool, ledger }) => {
      const signer = signerIn(folder);
      const log = openSealedLog({ pool, origin: ORIGIN, policy: policyOf(signer), signer });
      const verifications = createVerifications({
        pool,
        verify: async (watch) => {
          await gate.wait;
          const url = String(pool.options.connectionString);
          return verifyRecord({
            database: { url },
            origin: ORIGIN,
            policy: log.policy,
            threads: 0,
            ...watch,
          });
        },
      });
      const projectors = createProjectors({ pool, ledger });
      Object.assign(opened, { pool, log, verifications, catchUp: () => projectors.catchUp() });
      return {
        recordAudit: createRecordAudit({ pool, ledger, today: { buildId: 'today', bundlePath: '/nowhere' } }),
        explanations: createExplanations({ pool, ledger }),
        drafts: createDraftDesk({ pool, ledger }),
        exporter: createBundleExporter({ pool, log, build: 'test' }),
        sealedLog: log,
        examined: pool,
        findings: createFindingList(pool),
        classes: createClassList(pool),
        certificates: createCertificateList(pool),
        breakGlass: createBreakGlass(pool),
        verifications,
      };
    },
  });
  const { log, verifications, catchUp } = opened as Opened;
  const settle = async () => {
    while ((await api.ledger.sequenceLeaves()) > 0);
    await catchUp();
    await log.sealNow();
  };
  const found = await lead(api);
  await api.ledger.keepBuild('test', Buffer.from('bundle of the test build'));
  await api.ledger.keepRules('test', Buffer.from(await rulesPack()));
  await runsOf(api);
  await settle();
  const [auditor, prosecutor] = [
    await atDesk(api, 'AUDITOR@bpk'),
    await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan'),
  ];
  return {
    ...{ api, auditor, prosecutor, found, log, verifications, gate, settle },
    async close() {
      await verifications.close();
      await api.close();
      removeTestFolder(folder);
    },
  };
}

/** Worked on 1 April, entered on 3 April; entered once more, and refused. */
async function lead(api: ApiWorld): Promise<CaseOnTheWay> {
  const found = await runningCase(api);
  await found.moveClock('2026-04-03T06:00:00.000Z');
  const work = {
    ...{ caseId: 'c1', siteId: 'puskesmas-helvetia' },
    ...{ start: '2026-04-01T08:00', end: '2026-04-01T12:00' },
  };
  const document = { kind: 'PKS-03', number: 'PKS-03-1', date: '2026-04-01' };
  await must(found.send('record-session', work, STAFF, { document }));
  const again = await found.send('record-session', work, STAFF, { document });
  if (again.status !== 409) throw new Error(again.text);
  return found;
}

/** Two runs of one permit that refused what they were asked, the first with a history that is kept. */
async function runsOf({ ledger }: ApiWorld): Promise<void> {
  const stream = 'permit/p1';
  const detail = '{"refusal":{"code":"STAGE_FORBIDS","parameters":{}}}';
  for (const runId of ['run-one', 'run-two']) {
    await ledger.recordRequest(
      requestOf({
        stream,
        kind: 'permit',
        commandId: `${stream}/${runId}`,
        runId,
        outcome: 'refused',
        detail,
      }),
    );
  }
  await ledger.archiveRun(stream, 'run-one', HISTORY, createHash('sha256').update(HISTORY).digest('hex'));
}
