/** Class list from the class as it stands: whoever sits in it, by name for its own centre (I.6c). */
import type { OfficeFact, ProgrammeFact, SiteFact } from '../../domain/registers/facts.ts';
import type { TrainingClassState } from '../../domain/training-class/state.ts';
import { classList } from '../kinds/class-list.ts';
import type { BuiltPaper, EntityMaterial } from '../material.ts';
import { withoutOrigin } from '../neutral.ts';

/** @param names by enrolment; who has none is listed by the enrolment alone. */
export async function buildClassList(
  { head, fact }: EntityMaterial,
  { classId, plan, seats }: TrainingClassState,
  names: ReadonlyMap<string, string>,
): Promise<BuiltPaper | undefined> {
  if (plan === null) return undefined;
  const centre = await fact<OfficeFact>(`office/${plan.centre}`);
  const programme = await fact<ProgrammeFact>(`programme/${plan.programmeId}`);
  const site = plan.siteId === null ? undefined : await fact<SiteFact>(`site/${plan.siteId}`);
  const name = centre?.name ?? plan.centre;
  const regency = centre?.regency ?? '';
  const title = programme?.title ?? plan.programmeId;
  return {
    office: { name, regency, zone: plan.zone },
    content: classList({
      ...{
        number: `DP/${classId}/${head.version}`,
        date: head.occurredAt.date,
        regency,
      },
      ...{ programme: `${title}, ${plan.jp} JP`, classId },
      // A class that comes into a prison is a class of its centre: its host stands on no list.
      room: withoutOrigin(plan.room ?? site?.name) ?? '',
      instructor: plan.instructors.join(', '),
      ...{ startsOn: plan.startsOn, endsOn: plan.endsOn },
      // Needs are told to who teaches, and not hung up; why a seat waits is nobody's business.
      participants: Object.keys(seats).map((enrolmentId) => {
        const known = names.get(enrolmentId);
        return { enrolmentId, ...(known === undefined ? {} : { name: known }), note: '' };
      }),
      events: [head.version],
    }),
  };
}
