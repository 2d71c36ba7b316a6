import {
  decideRound,
  type EntityState,
  foldEntity,
  initialEntityState,
  provisional,
} from '../../src/domain/decide.ts';
import type { Command, Fact, JsonValue, SourceDocument, Warning } from '../../src/domain/decider.ts';
import {
  factKey,
  type RegisterName,
  type RegisterState,
  registerDecider,
} from '../../src/domain/registers/index.ts';

export interface Sent {
  readonly refused?: string;
  readonly field?: string | number | undefined;
  readonly events: readonly { type: string; data: unknown }[];
  readonly warnings: readonly Warning[];
}

/** All registers in memory, decided through the very rounds that the ledger door uses. */
export class RegisterWorld {
  readonly facts = new Map<string, Fact>();
  private readonly entries = new Map<string, EntityState<RegisterState>>();
  private sent = 0;

  constructor(private readonly now = '2026-03-02T01:00:00.000Z') {}

  value<T>(register: RegisterName, id: string): T | undefined {
    return this.facts.get(factKey(register, id))?.value as T | undefined;
  }

  send(register: RegisterName, id: string, name: string, data: unknown, document?: SourceDocument): Sent {
    const key = factKey(register, id);
    const state = this.entries.get(key) ?? initialEntityState(registerDecider, key);
    const command: Command = {
      commandId: `command-${++this.sent}`,
      name,
      data,
      actor: { id: 'registrar-1', role: 'REGISTRAR', office: 'kejati-sumatera-utara' },
      ...(document === undefined ? {} : { document }),
    };
    const attached: Fact[] = [];
    for (;;) {
      const round = decideRound(registerDecider, state, command, {
        now: this.now,
        facts: attached,
        lostClaims: [],
      });
      if (round.outcome === 'needs') {
        attached.push(...round.facts.map((wanted) => this.facts.get(wanted) ?? unknownFact(wanted)));
        continue;
      }
      if (round.outcome === 'refused') {
        return {
          refused: round.refusal.code,
          field: round.refusal.parameters.field,
          events: [],
          warnings: [],
        };
      }
      const recorded = provisional(command, this.now, round.events, state.version);
      const next = foldEntity(registerDecider, state, recorded);
      this.entries.set(key, next);
      for (const { key: factOut, value } of round.decision.factsOut ?? []) {
        this.facts.set(factOut, { key: factOut, version: next.version, value: throughJson(value) });
      }
      return { events: round.events, warnings: round.decision.warnings ?? [] };
    }
  }

  /** The entry as folded from its events: must be what was given out as a fact. */
  folded(register: RegisterName, id: string): unknown {
    return this.entries.get(factKey(register, id))?.domain.entry;
  }
}

const unknownFact = (key: string): Fact => ({ key, version: 0, value: null });

const throughJson = (value: JsonValue): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
