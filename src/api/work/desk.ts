/** Whose desk it is that asks, and what day it is there. */
import type { VerifiedActor } from '../../access/reach.ts';
import { momentAt } from '../../domain/time/index.ts';
import type { LocalDate, Zone } from '../../domain/time/moment.ts';
import type { WorkList, WorkReader } from '../../projections/work-list.ts';

/** A site supervisor sits at the site alone; a training centre is an office and may be a site. */
export function desksOf({ role, office, site }: VerifiedActor): readonly string[] {
  if (role === 'SITE_SUPERVISOR') return site === undefined ? [] : [site];
  if (role === 'TRAINING_CENTRE_ADMINISTRATOR' && site !== undefined) return [office, site];
  return [office];
}

export interface DeskDay {
  readonly reader: WorkReader;
  readonly zone: Zone;
  readonly today: LocalDate;
}

/** The world's date in the zone of the desk; in an office that no register knows, that of the capital. */
export async function deskDay(
  needs: { readonly work: WorkList; readonly clockOffsetOf: (world: string) => Promise<number> },
  actor: VerifiedActor,
  world: string,
): Promise<DeskDay> {
  const desks = desksOf(actor);
  const [offset, found] = await Promise.all([needs.clockOffsetOf(world), needs.work.zoneOf(desks)]);
  const zone: Zone = found === 'WITA' || found === 'WIT' ? found : 'WIB';
  const today = momentAt(new Date(Date.now() + offset).toISOString(), zone).date;
  return { zone, today, reader: { world, role: actor.role, desks, account: actor.id, today } };
}
