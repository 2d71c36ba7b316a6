/** A sample of lives by office, period, stage and risk, as of one leaf (features 48). */
import type { Pool } from 'pg';
import { type PolicyFact, policyOn } from '../../domain/law/policies.ts';
import { riskPointsOn } from '../../domain/oversight/thresholds.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type FactsAtLeaf, type FactVersion, factsAtLeaf } from '../facts-at-leaf.ts';
import type { ListedRow } from '../lists/list.ts';
import { runLists } from '../lists/run.ts';
import { type WalkedStream, walkStreams } from '../walk.ts';
import { draw } from './draw.ts';

export interface SampleRequest {
  readonly world: string;
  readonly seed: string;
  readonly size: number;
  readonly leaf?: number;
  /** Kind of stream: journeys where none is named. */
  readonly kind?: 'journey' | 'class' | 'certificate' | 'permit';
  /** An office that decided anything in the stream. */
  readonly office?: string;
  /** Something was recorded from … to …, dates in WIB, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly stage?: string;
  /** Only streams with at least so many risk points. */
  readonly risk?: number;
  readonly by?: 'stage' | 'office';
  /** Ends the draw: whoever asked is gone. */
  readonly signal?: AbortSignal;
}

export interface SampledStream {
  readonly stream: string;
  readonly stratum: string;
  readonly offices: readonly string[];
  readonly stages: readonly string[];
  /** Rows of the integrity lists, weighed by the policy `sample_risk_points`. */
  readonly risk: number;
}

export interface Sample {
  readonly leaf: number;
  readonly seed: string;
  /** Streams that fitted the question: the population the sample stands for. */
  readonly population: number;
  /** Policies, calendars and sites that the risk rests on, as they stood at the leaf. */
  readonly facts: readonly FactVersion[];
  readonly streams: readonly SampledStream[];
}

type Needs = { readonly pool: Pool; readonly ledger: Ledger };

export async function drawSample(
  needs: Needs,
  request: SampleRequest,
  onProgress?: (streams: number) => void,
): Promise<Sample> {
  const { world, seed, size, kind = 'journey', by } = request;
  const ends = request.signal === undefined ? {} : { signal: request.signal };
  const { leaf, rows, facts } = await runLists(
    needs,
    { world, ...ends, ...(request.leaf === undefined ? {} : { leaf: request.leaf }) },
    onProgress,
  );
  const points = await factsAtLeaf(needs.pool, leaf, { keys: [RISK_POINTS] });
  const risks = riskByStream(points, rows);
  const fitting: SampledStream[] = [];
  await walkStreams(needs, { world, leaf, kinds: [kind], ...ends }, (walked) => {
    const found = described(walked, risks.get(walked.stream) ?? 0, by);
    if (fits(walked, found, request)) fitting.push(found);
  });
  const used = [...facts, ...points.used()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { leaf, seed, population: fitting.length, facts: used, streams: draw(fitting, seed, size) };
}

function fits(walked: WalkedStream, found: SampledStream, request: SampleRequest): boolean {
  const { office, stage, risk, from, to } = request;
  if (office !== undefined && !found.offices.includes(office)) return false;
  if (stage !== undefined && !found.stages.includes(stage)) return false;
  if (risk !== undefined && found.risk < risk) return false;
  return walked.steps.some(({ decision: { now } }) => {
    const on = new Date(Date.parse(now) + WIB_MS).toISOString().slice(0, 10);
    return (from === undefined || on >= from) && (to === undefined || on <= to);
  });
}

const WIB_MS = 7 * 3_600_000;

function described(walked: WalkedStream, risk: number, by: SampleRequest['by']): SampledStream {
  const actors = walked.steps.map(({ decision }) => decision.actor).filter(({ role }) => role !== 'SYSTEM');
  const offices = [...new Set(actors.map(({ office }) => office))].sort();
  const stages = stagesOf(walked.steps.at(-1)?.after.domain);
  const stratum = by === undefined ? '' : ((by === 'stage' ? stages : offices)[0] ?? '');
  return { stream: walked.stream, stratum, offices, stages, risk };
}

/** Stages of all cases of a life, or the status of a class, a certificate or a permit; the first is the newest. */
function stagesOf(state: unknown): string[] {
  const {
    cases = {},
    prison,
    status,
  } = (state ?? {}) as {
    readonly cases?: { readonly [id: string]: { readonly stage?: string } };
    readonly prison?: { readonly cases?: { readonly [id: string]: { readonly stage?: string } } };
    readonly status?: string;
  };
  if (typeof status === 'string') return [status];
  const all = { ...cases, ...prison?.cases };
  return Object.values(all)
    .reverse()
    .flatMap(({ stage }) => (stage === undefined ? [] : [stage]));
}

const RISK_POINTS = 'policy/sample_risk_points';

function riskByStream(facts: FactsAtLeaf, rows: readonly ListedRow[]): Map<string, number> {
  const rules = {
    policy: <T>(name: string, on: LocalDate) =>
      policyOn(facts.value(RISK_POINTS) as PolicyFact | undefined, name, on).value as T,
  };
  const points = new Map<string, number>();
  for (const { stream, weight, recordedAt } of rows) {
    const worth = riskPointsOn(rules, recordedAt.slice(0, 10))[weight];
    points.set(stream, (points.get(stream) ?? 0) + worth);
  }
  return points;
}
