/** By which rules one decision was made, without asking what would have changed it: quick enough for every screen. */
import type { Warning } from '../../domain/decider.ts';
import { renderWarning } from '../../domain/law/warnings.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { AuditRecord } from './record.ts';
import { rulesOf, type UsedRule } from './rules.ts';

export interface RulesUsed {
  readonly command: string;
  readonly sequence: number;
  readonly decidedAt: string;
  readonly build: string;
  readonly rules: readonly UsedRule[];
  /** Registers that were looked into, at which version. */
  readonly facts: readonly { readonly key: string; readonly version: number }[];
  readonly warnings: readonly {
    readonly article: string | null;
    readonly sentence: { readonly id: string; readonly en: string };
  }[];
}

export async function rulesUsed(record: AuditRecord, decision: LedgerDecision): Promise<RulesUsed> {
  const { name, sequence, now, buildId, facts, detail } = decision;
  return {
    ...{ command: name, sequence, decidedAt: now, build: buildId },
    rules: await rulesOf(decision, record),
    facts: facts.map(({ key, version }) => ({ key, version })),
    warnings: ((detail.warnings ?? []) as readonly Warning[]).map((warning) => {
      const { article, id, en } = renderWarning(warning);
      return { article, sentence: { id, en } };
    }),
  };
}
