import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { BreakGlass } from '../access/break-glass.ts';
import type { PageCodes } from '../access/page-codes.ts';
import type { SandboxIssuer } from '../access/sandbox-issuer.ts';
import type { Verifier } from '../access/verifier.ts';
import type { Explanations } from '../audit/explain/explanations.ts';
import type { BundleExporter } from '../audit/export/export-bundle.ts';
import type { RecordAudit } from '../audit/record-audit.ts';
import type { Verifications } from '../audit/verify/asked-verifications.ts';
import type { DraftDesk } from '../audit/what-if/draft-desk.ts';
import type { ConsoleOptions } from '../console/options.ts';
import type { Credentials } from '../credentials/credentials.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Notices } from '../notices/notices.ts';
import type { Papers } from '../papers/papers.ts';
import type { AssessmentList } from '../projections/assessment-list.ts';
import type { BoardFigures } from '../projections/board-figures.ts';
import type { CandidateList } from '../projections/candidate-list.ts';
import type { CaseList } from '../projections/case-list.ts';
import type { CertificateList } from '../projections/certificate-list.ts';
import type { ChangesElsewhere } from '../projections/changes-elsewhere.ts';
import type { ClassList } from '../projections/class-list.ts';
import type { CustodyList } from '../projections/custody-list.ts';
import type { FindingList } from '../projections/finding-list.ts';
import type { PeopleOfDesk } from '../projections/people-of-desk.ts';
import type { ReferralList } from '../projections/referral-list.ts';
import type { WorkList } from '../projections/work-list.ts';
import type { RegisterService } from '../registers/service.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { SealedLog } from '../seal/sealed-log.ts';
import type { ServedRoute } from './access-watch.ts';
import type { CommandFlowDependencies } from './command-flow.ts';
import type { SheetDesk } from './sheets/desk.ts';

/** One part of the installation as `/readyz` shows it. */
export interface PartReadiness {
  readonly ready: boolean;
  /** A few words: an address, a version, how far behind. Never personal data. */
  readonly detail?: string;
}

/** What the API needs of the rooms behind it. Each is injected, so that tests choose. */
export interface ApiDependencies
  extends Omit<CommandFlowDependencies, 'ledger' | 'registerGateway' | 'inSandbox' | 'states'> {
  readonly ledger: Ledger;
  readonly verifier: Verifier;
  readonly registers: RegisterService;
  readonly cases: CaseList;
  readonly certificates?: CertificateList;
  readonly classes?: ClassList;
  readonly custody?: CustodyList;
  readonly referrals?: ReferralList;
  readonly findings?: FindingList;
  /** What lies on each desk; absent in tests that have no use for it. */
  readonly work?: WorkList;
  readonly changes?: ChangesElsewhere;
  /** Whose cases lie with which desk; absent, nobody is found by name. */
  readonly people?: PeopleOfDesk;
  /** Where an auditor's lists, samples and sums are computed from; absent, they are not served. */
  readonly examined?: Pool;
  /** Sums for heads of office. */
  readonly boards?: BoardFigures;
  readonly candidates?: CandidateList;
  readonly assessments?: AssessmentList;
  /** Absent where this installation has no keys to sign certificates with. */
  readonly credentials?: Credentials;
  /** Absent where nobody may open a journey out of reach in an emergency. */
  readonly breakGlass?: BreakGlass;
  /** Absent where people without an account have no page. Its tokens are accepted beside the verifier's. */
  readonly pageCodes?: PageCodes;
  /** Replay, comparison, states: absent in tests that have no use for them. */
  readonly recordAudit?: RecordAudit;
  /** Verifying the whole record at an auditor's wish. */
  readonly verifications?: Verifications;
  /** Why a decision came out so, and what a draft rule would have changed. */
  readonly explanations?: Explanations;
  readonly drafts?: DraftDesk;
  /** Absent where the log is not sealed: there is nothing to prove with. */
  readonly exporter?: BundleExporter;
  /** Absent in tests that have no use for them. */
  readonly notices?: Notices;
  readonly papers?: Papers;
  readonly sheets?: SheetDesk;
  /** Absent where nothing is sealed. */
  readonly sealedLog?: SealedLog;
  /** Present where this server is a sandbox; absent, its routes answer SANDBOX_ONLY. */
  readonly sandbox: { readonly worlds: Sandbox; readonly issuer: SandboxIssuer } | null;
  /** The pages at `/`; absent where only the API is wanted. */
  readonly console?: ConsoleOptions;
  readonly readiness: () => Promise<{ readonly [part: string]: PartReadiness }>;
  readonly metrics: Registry;
}

export interface ApiOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly dependencies: ApiDependencies;
  /** Where log lines go; by default standard output. */
  readonly logTo?: { write(line: string): void };
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Proxies before this server, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** Requests of one caller per minute. */
  readonly requestsPerMinute?: number;
  /** Takes a line for every route behind the token: how a request to it leaves its trace. */
  readonly served?: ServedRoute[];
}
