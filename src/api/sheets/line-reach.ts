/** Whether the sender of a sheet may do what one of its lines asks: the very rules of a single command. */
import { outOfReach, type Touched, type VerifiedActor, withinReach } from '../../access/reach.ts';
import { isCommandName, mayIssue } from '../../access/roles.ts';
import type { EntityKind } from '../../catalogue/index.ts';
import type { JsonObject, Refusal } from '../../domain/decider.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { entityKindOf } from '../entity-kinds/index.ts';
import { touchedByCommand } from '../journey-reach.ts';

export interface AskedOf {
  readonly stream: string;
  /** Of the stream's decider, at its head. */
  readonly state: unknown;
  readonly name: string;
  readonly data: JsonObject;
}

/** undefined = it may. Asked when the sheet is checked, and again when the line runs: cases move on. */
export function refusalOfLine(actor: VerifiedActor, asked: AskedOf): Refusal | undefined {
  const { name } = asked;
  if (!isCommandName(name)) return outOfReach('INSIDE_ONLY', actor, name);
  const permission = mayIssue(actor, name);
  if (!permission.allowed) return permission.refusal;
  // No kind of sheet holds commands of the sandbox.
  const touched = touchedBy(actor, asked);
  const reaches = withinReach(permission.rule, actor, touched, { inSandbox: false });
  return reaches ? undefined : outOfReach(permission.rule, actor, name);
}

function touchedBy(actor: VerifiedActor, { stream, state, name, data }: AskedOf): Touched {
  const [kind = '', id = ''] = stream.split('/');
  // What no kind knows is out of everybody's reach.
  if (kind !== 'journey') return entityKindOf(kind as EntityKind)?.touched(state, data, actor) ?? {};
  return { ...touchedByCommand(state as JourneyState, name, data), personId: id };
}
