/** The policies a decision rested on: value, dates, source, and who set them in the register by which paper. */
import type { Actor, JsonValue, SourceDocument } from '../../domain/decider.ts';
import { NoPolicyInForce, type PolicyFact, policyOn } from '../../domain/law/policies.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { AuditRecord } from './record.ts';
import { shownDocument } from './shown.ts';

/** Who set a register fact at the version used; null where the register's history does not hold it. */
export interface SetBy {
  readonly stream: string;
  readonly sequence: number;
  readonly actor: Actor;
  readonly document: SourceDocument | null;
  readonly recordedAt: string;
  /** Hash of that decision, hex. */
  readonly receipt: string;
}

export interface UsedRule {
  readonly policy: string;
  readonly value: JsonValue;
  readonly unit: string;
  /** In force from this local date. */
  readonly from: string;
  /** Article, document or open question the value rests on. */
  readonly source: string;
  readonly factVersion: number;
  readonly setBy: SetBy | null;
}

export interface UsedFact {
  readonly key: string;
  /** 0: no register knew it. */
  readonly version: number;
  readonly setBy: SetBy | null;
}

export async function setBy(record: AuditRecord, key: string, version: number): Promise<SetBy | null> {
  const found = await record.setter(key, version);
  if (found === undefined) return null;
  const { stream, sequence, actor, now: recordedAt, hash: receipt } = found;
  const document = shownDocument(found.body.document as unknown as SourceDocument | undefined);
  return { stream, sequence, actor, document, recordedAt, receipt };
}

export async function rulesOf(decision: LedgerDecision, record: AuditRecord): Promise<UsedRule[]> {
  return Promise.all(
    (decision.detail.policies ?? []).map(async ({ name, from, factVersion }) => {
      const key = `policy/${name}`;
      const fact = await record.facts.at(key, factVersion);
      const policy = (fact?.value ?? null) as PolicyFact | null;
      const { value, source } = inForce(policy, name, from);
      return {
        ...{ policy: name, value, unit: policy?.unit ?? '', from, source, factVersion },
        setBy: await setBy(record, key, factVersion),
      };
    }),
  );
}

/** A value that the register's history does not hold is shown as missing: the register was tampered with. */
function inForce(
  policy: PolicyFact | null,
  name: string,
  from: string,
): { value: JsonValue; source: string } {
  try {
    return policyOn(policy, name, from);
  } catch (error) {
    if (!(error instanceof NoPolicyInForce)) throw error;
    return { value: null, source: '' };
  }
}

/** Facts that are no policies: sites, offices, calendars, assessors, classes. */
export async function factsOf(decision: LedgerDecision, record: AuditRecord): Promise<UsedFact[]> {
  return Promise.all(
    decision.facts
      .filter(({ key }) => !key.startsWith('policy/'))
      .map(async ({ key, version }) => ({ key, version, setBy: await setBy(record, key, version) })),
  );
}
