/**
 * Money as far as the record carries it: each sum is a sum of events, and names them. Fines are recorded: what a
 * ruling replaced or left unpaid, what a breach decision ordered, what was paid. Wages stand only in bands and
 * vacancies, stipends (uang saku) and the costs of classes nowhere: the answer says so instead of a zero.
 */
import type { Pool } from 'pg';
import type { Instant, LocalDate } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type WalkedStream, walkStreams } from '../walk.ts';

export type MoneyKind = 'FINE_REPLACED' | 'FINE_UNPAID' | 'FINE_ORDERED' | 'FINE_PAID';

export interface MoneyEntry {
  readonly stream: string;
  readonly version: number;
  readonly decision: number;
  readonly type: string;
  readonly kind: MoneyKind;
  readonly caseId: string | null;
  readonly rupiah: number;
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  readonly office: string;
}

export interface MoneyOfStream {
  readonly stream: string;
  readonly sums: { readonly [kind in MoneyKind]?: number };
  readonly entries: readonly MoneyEntry[];
}

export interface Money {
  readonly leaf: number;
  readonly streams: readonly MoneyOfStream[];
  readonly sums: { readonly [kind in MoneyKind]?: number };
  /** What no event carries: asking for it has no answer here. */
  readonly notRecorded: readonly string[];
}

export const NOT_RECORDED = ['wages', 'stipends', 'class-costs', 'assessment-fees', 'permit-levies'] as const;

interface Carrying {
  readonly caseId?: string;
  readonly rupiah?: number;
  readonly paidOn?: LocalDate;
  readonly unpaidFineRupiah?: number | null;
  readonly replaced?: { readonly kind: string; readonly rupiah?: number } | null;
}

/** A ruling entered again by a change or a completion replaces what stood before: only the last counts in sums. */
const RULINGS: ReadonlySet<string> = new Set(['RulingRegistered', 'RulingCompleted', 'RulingChanged']);

export async function readMoney(
  needs: { readonly pool: Pool; readonly ledger: Ledger },
  {
    world,
    leaf: asked,
    office,
    signal,
  }: {
    readonly world: string;
    readonly leaf?: number;
    readonly office?: string;
    /** Ends the walk: whoever asked is gone. */
    readonly signal?: AbortSignal;
  },
  onProgress?: (streams: number) => void,
): Promise<Money> {
  const last = await needs.ledger.lastLeaf();
  const leaf = Math.min(asked ?? last, last);
  const streams: MoneyOfStream[] = [];
  const visit = (walked: WalkedStream) => {
    const entries = moneyIn(walked).filter((entry) => office === undefined || entry.office === office);
    if (entries.length > 0) streams.push({ stream: walked.stream, sums: sumsOf(entries), entries });
  };
  const scope = { world, leaf, kinds: ['journey', 'class'], ...(signal === undefined ? {} : { signal }) };
  await walkStreams(needs, scope, visit, onProgress);
  const sums = sumsOf(streams.flatMap(({ entries }) => entries));
  return { leaf, streams, sums, notRecorded: NOT_RECORDED };
}

export function moneyIn(walked: Pick<WalkedStream, 'stream' | 'steps'>): MoneyEntry[] {
  return walked.steps.flatMap(({ decision, events }) =>
    events.flatMap(({ version, type, data, occurredAt, recordedAt }): MoneyEntry[] => {
      const { caseId = null, rupiah, paidOn, unpaidFineRupiah, replaced } = (data ?? {}) as Carrying;
      const entry = (kind: MoneyKind, amount: number): MoneyEntry => ({
        ...{
          stream: walked.stream,
          version,
          decision: decision.sequence,
          type,
          kind,
          caseId,
          rupiah: amount,
        },
        ...{ on: paidOn ?? occurredAt.date, recordedAt, office: decision.actor.office },
      });
      if (type === 'FinePaid' && rupiah !== undefined) return [entry('FINE_PAID', rupiah)];
      if (type === 'ReplacedFineOrdered' && rupiah !== undefined) return [entry('FINE_ORDERED', rupiah)];
      if (!RULINGS.has(type)) return [];
      return [
        ...(replaced?.kind === 'FINE' && replaced.rupiah !== undefined
          ? [entry('FINE_REPLACED', replaced.rupiah)]
          : []),
        ...(typeof unpaidFineRupiah === 'number' ? [entry('FINE_UNPAID', unpaidFineRupiah)] : []),
      ];
    }),
  );
}

function sumsOf(entries: readonly MoneyEntry[]): { [kind in MoneyKind]?: number } {
  const standing = new Map<string, MoneyEntry>();
  entries.forEach((entry, index) => {
    const { stream, caseId, kind, type } = entry;
    standing.set(RULINGS.has(type) ? `${stream} ${caseId} ${kind}` : String(index), entry);
  });
  const sums: { [kind in MoneyKind]?: number } = {};
  for (const { kind, rupiah } of standing.values()) sums[kind] = (sums[kind] ?? 0) + rupiah;
  return sums;
}
