/** Names for a list: for whom the reader reaches and may call by name, each look written down before any name is read. */
import type { VerifiedActor } from '../access/reach.ts';
import { withinReach } from '../access/reach.ts';
import { mayRead } from '../access/roles.ts';
import { viewOf } from '../access/views.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { EntityStates } from '../projections/entity-states.ts';
import { touchedByJourney } from './journey-reach.ts';
import { isNamedTo } from './named-to.ts';
import type { RouteContext } from './routes/route-context.ts';

export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  /** For roles that see whole identities. */
  readonly birthYear: number | null;
}

/** Whether the role may call anybody by name at all. */
export const seesNames = (actor: VerifiedActor): boolean =>
  viewOf(actor.role).identity !== 'NONE' && mayRead(actor, 'read-identity').allowed;

/** Those of the ids whom the actor reaches and may call by name, with their names. What is left out says nothing. */
export async function namesOf(
  { dependencies: { accessLog, vault }, flow, inSandbox }: RouteContext,
  actor: VerifiedActor,
  world: string,
  ids: readonly string[],
): Promise<readonly NamedPerson[]> {
  const permission = mayRead(actor, 'read-identity');
  if (!permission.allowed || !seesNames(actor)) return [];
  const reached: string[] = [];
  for (const personId of new Set(ids)) {
    const state = await stateIn(flow.states, personId, world);
    if (state === undefined || !isNamedTo(actor.role, state)) continue;
    if (withinReach(permission.rule, actor, touchedByJourney(state), { inSandbox })) reached.push(personId);
  }
  const { id, role, office } = actor;
  const receipts = await accessLog.recordMany(
    { actor: { id, role, office }, world, action: 'read-identity', outcome: 'allowed' },
    reached,
  );
  const full = viewOf(actor.role).identity === 'FULL';
  const named = await Promise.all(
    receipts.map(async (receipt): Promise<NamedPerson[]> => {
      const record = await vault.readIdentity(receipt.subject, receipt);
      if (record.kind !== 'identity') return [];
      const { name, birthDate } = record.document;
      const birthYear = full && birthDate !== undefined ? Number(birthDate.slice(0, 4)) : null;
      return [{ personId: receipt.subject, name, birthYear }];
    }),
  );
  return named.flat();
}

/** The journey, if it stands in this world. */
export async function stateIn(
  states: EntityStates<JourneyState>,
  personId: string,
  world: string,
): Promise<JourneyState | undefined> {
  const found = await states.load(`journey/${personId}`);
  return found?.world === world ? found.entity.domain : undefined;
}
