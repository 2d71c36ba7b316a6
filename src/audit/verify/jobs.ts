/** The parts that a verification is cut into. Each is read by one connection, whoever has it; plain data. */
import type { Finding } from '../../ledger/findings.ts';

export type Job =
  /** Chains of a range of streams, and all that stands beside them. */
  | { readonly kind: 'streams'; readonly after: string; readonly last?: string; readonly full: boolean }
  /** Rows of the access log, or notes, by their numbers. */
  | { readonly kind: 'access' | 'note'; readonly after: number; readonly last?: number }
  /** A stretch of the log's tree. */
  | LeavesJob
  /** Where all streams stood, at each note about it. */
  | { readonly kind: 'heads' }
  | { readonly kind: 'claims' }
  | { readonly kind: 'archives' }
  | { readonly kind: 'vault' };

export interface LeavesJob {
  readonly kind: 'leaves';
  /** Leaves from here: a multiple of LEAVES_PER_STRETCH. */
  readonly from: number;
  /** The last stretch goes on to the last leaf there is. */
  readonly last: boolean;
  /** Tree sizes, beside those of the kept checkpoints, at which the root is asked for. */
  readonly sizes: readonly number[];
  readonly full: boolean;
  /** Trust policy; absent: signatures are not looked at. */
  readonly policy?: string;
}

/** 256 tiles of 256 leaves: one tile of the level above. */
export const LEAVES_PER_STRETCH = 65_536;

export interface Counts {
  streams: number;
  events: number;
  decisions: number;
  accesses: number;
  notes: number;
  leaves: number;
  tiles: number;
  checkpoints: number;
  cosignatures: number;
  heads: number;
  sealedTexts: number;
  identities: number;
  histories: number;
  builds: number;
  listRows: number;
  facts: number;
}

export const noCounts = (): Counts => ({
  ...{ streams: 0, events: 0, decisions: 0, accesses: 0, notes: 0, leaves: 0, tiles: 0, checkpoints: 0 },
  ...{ cosignatures: 0, heads: 0, sealedTexts: 0, identities: 0, histories: 0, builds: 0 },
  ...{ listRows: 0, facts: 0 },
});

export interface JobOutcome {
  readonly counts: Partial<Counts>;
  readonly findings: readonly Finding[];
  /** Of which `findings` are the first. */
  readonly findingsTotal: number;
  /** Worth knowing, and nothing wrong: whole sentences. */
  readonly remarks: readonly string[];
  readonly streams?: StreamsSeen;
  readonly stretch?: Stretch;
}

/** What the decisions of a range set and named: looked at together once all ranges are read. */
export interface StreamsSeen {
  readonly factsSet: readonly (readonly [key: string, setting: FactSetting])[];
  /** Every version that was set. */
  readonly versionsSet: readonly FactVersion[];
  /** Each version that a decision was based on, with the first decision that names it. */
  readonly versionsNamed: readonly (FactVersion & { readonly stream: string; readonly sequence: number })[];
  readonly builds: readonly BuildSeen[];
  /** Ids that stand in lists, of entities whose stream has another. */
  readonly opaqueIds: readonly (readonly [list: string, ids: readonly string[]])[];
}

export interface FactSetting {
  readonly version: number;
  readonly value: unknown;
  readonly stream: string;
}

export interface FactVersion {
  readonly key: string;
  readonly version: number;
}

export interface BuildSeen {
  readonly buildId: string;
  /** Whether a workflow decided with it: then its bundle is evidence. */
  readonly byWorkflow: boolean;
  /** Instant of its first decision. */
  readonly firstAt: string;
}

/** What a stretch of leaves gives for the tree. Hashes are hex. */
export interface Stretch {
  readonly from: number;
  /** Leaves that are there. */
  readonly leaves: number;
  /** Tree hash over them. */
  readonly root: string;
  /** Tree hash over the leaves from `from` to `size` − 1, at each size asked for and at each checkpoint. */
  readonly sizes: readonly SizeInStretch[];
}

export interface SizeInStretch {
  readonly size: number;
  readonly hash: string;
  /** Root that the kept checkpoint of this size says; absent where there is none. */
  readonly checkpointRoot?: string;
  readonly signedAt?: string;
  /** Whether enough witnesses cosigned it; false without a policy. */
  readonly published?: boolean;
}
