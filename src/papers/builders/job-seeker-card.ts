/** AK-1 from the card that was issued or renewed last, and the reports made since (E-02). */
import { validCertificatesOn } from '../../domain/journey/assessment/state.ts';
import type { JourneyEvents } from '../../domain/journey/events.ts';
import type { OfficeFact, ProgrammeFact, SchemeFact } from '../../domain/registers/facts.ts';
import type { LedgerEvent } from '../../ledger/ledger.ts';
import { jobSeekerCard } from '../kinds/job-seeker-card.ts';
import type { JourneyMaterial, PaperBuilder } from '../material.ts';
import { withoutOrigin } from '../neutral.ts';
import { dateInWords } from '../words.ts';

type Begun = Omit<LedgerEvent, 'data'> & {
  readonly data: JourneyEvents['JobSeekerCardIssued'] | JourneyEvents['JobSeekerCardRenewed'];
};
type Reported = Omit<LedgerEvent, 'data'> & { readonly data: JourneyEvents['JobSeekerReported'] };

export const buildJobSeekerCard: PaperBuilder = async (material) => {
  const { events, state, identity } = material;
  const { card, office: officeId, zone } = state.employment;
  const begun = events.findLast(
    ({ type }) => type === 'JobSeekerCardIssued' || type === 'JobSeekerCardRenewed',
  ) as unknown as Begun | undefined;
  if (card === null || officeId === null || begun === undefined) return undefined;
  const office = await material.fact<OfficeFact>(`office/${officeId}`);
  const issuedOn = 'issuedOn' in begun.data ? begun.data.issuedOn : begun.data.renewedOn;
  const { name, birthDate, sex } = identity;
  const address = withoutOrigin(identity.address);
  const made = events.filter(
    ({ type, version }) => type === 'JobSeekerReported' && version > begun.version,
  ) as unknown as Reported[];
  return {
    office: { name: office?.name ?? officeId, regency: office?.regency ?? '', zone: zone ?? 'WIB' },
    content: jobSeekerCard({
      ...{ number: card.number, issuedOn, validUntil: card.expiresAt.date },
      ...{ regency: office?.regency ?? '', officeName: office?.name ?? officeId },
      person: {
        name,
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(sex === undefined ? {} : { sex }),
        ...(address === undefined ? {} : { address }),
      },
      skills: await skillsOf(material, events.at(-1)?.occurredAt.date ?? issuedOn),
      reports: reportsOf(begun.data.reportDueAt.date, made),
      events: [begun.version, ...made.map(({ version }) => version)],
    }),
  };
};

/** Each report with the date by which it was due; the last row is the one that comes next. */
function reportsOf(firstDueOn: string, made: readonly Reported[]) {
  const rows: { dueOn: string; madeOn: string | null }[] = [];
  let dueOn = firstDueOn;
  for (const { data } of made) {
    rows.push({ dueOn, madeOn: data.reportedOn });
    dueOn = data.reportDueAt.date;
  }
  return [...rows, { dueOn, madeOn: null }];
}

/** Certificates that count, and trainings that were finished: what was learnt, not where. */
async function skillsOf({ state, fact }: JourneyMaterial, on: string): Promise<string[]> {
  const skills: string[] = [];
  for (const { schemeId, validUntil } of validCertificatesOn(state, on)) {
    const title = (await fact<SchemeFact>(`scheme/${schemeId}`))?.title ?? schemeId;
    skills.push(
      `${title} (sertifikat${validUntil === null ? '' : `, berlaku sampai ${dateInWords(validUntil)}`})`,
    );
  }
  for (const { stage, programmeId, finishedOn } of Object.values(state.training.enrolments)) {
    if (stage !== 'FINISHED') continue;
    const title = (await fact<ProgrammeFact>(`programme/${programmeId}`))?.title ?? programmeId;
    skills.push(`${title} (pelatihan${finishedOn === null ? '' : ` ${finishedOn.slice(0, 4)}`})`);
  }
  return skills.filter((skill) => withoutOrigin(skill) !== undefined);
}
