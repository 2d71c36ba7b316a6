/** What a recorded command was asked, in the words of `TitianRules` (step 8). */
import { isObject, type Json, type JsonObject } from './canonical-json.ts';
import { lostClaimsOf } from './compare-decision.ts';
import type { DecisionLine } from './line-types.ts';

/** Undefined where the row's texts ask nothing that can be asked again. */
export function questionOf(decision: DecisionLine, facts: readonly JsonObject[]): JsonObject | undefined {
  try {
    const body = JSON.parse(decision.body) as Json;
    if (!isObject(body)) return undefined;
    const { name = null, data = null, document, occurredAt } = body;
    return {
      command: {
        commandId: decision.command_id,
        name,
        data,
        actor: { id: decision.actor_id, role: decision.actor_role, office: decision.actor_office },
        ...(document === undefined ? {} : { document }),
        ...(occurredAt === undefined ? {} : { occurredAt }),
      },
      now: decision.now,
      facts,
      lostClaims: lostClaimsOf(decision),
    };
  } catch {
    return undefined;
  }
}
