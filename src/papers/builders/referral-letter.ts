/**
 * Referral letter from a referral, an offer of training that names a class, or an enrolment. The letterhead is
 * the programme's, whoever sends: one entrance must not look different from another (G-08).
 */
import { createHash } from 'node:crypto';
import { letterParties, letterRefused } from '../../domain/journey/referral/letter.ts';
import { consentsTo } from '../../domain/journey/referral/state.ts';
import { enrolmentOf } from '../../domain/journey/training/state.ts';
import type { OfficeFact, ProgrammeFact } from '../../domain/registers/facts.ts';
import type { LocalDate, Zone } from '../../domain/time/moment.ts';
import type { ClassFact } from '../../domain/training-class/fact.ts';
import type { LedgerEvent } from '../../ledger/ledger.ts';
import { type LetterPurpose, referralLetter } from '../kinds/referral-letter.ts';
import type { JourneyMaterial, PaperBuilder } from '../material.ts';
import { NEUTRAL_SENDER } from '../neutral.ts';

interface Referred {
  readonly event: LedgerEvent;
  readonly reference: string;
  readonly centre: string;
  readonly zone: Zone;
  readonly purpose: LetterPurpose;
  readonly programmeId?: string;
  readonly from?: LocalDate;
  readonly needs: readonly string[];
}

export const buildReferralLetter: PaperBuilder = async (material, { subject: about }) => {
  const { state, identity } = material;
  const parties = letterParties(state, about);
  if (parties === undefined || letterRefused(state, about) !== undefined) return undefined;
  const found =
    ofReferral(material, about) ?? ofEnrolment(material, about) ?? (await ofOffer(material, about));
  if (found === undefined) return undefined;
  const centre = await material.fact<OfficeFact>(`office/${found.centre}`);
  const programme =
    found.programmeId === undefined
      ? undefined
      : await material.fact<ProgrammeFact>(`programme/${found.programmeId}`);
  const { name, birthDate, sex } = identity;
  const regency = centre?.regency ?? '';
  return {
    office: { name: NEUTRAL_SENDER, regency, zone: found.zone },
    content: referralLetter({
      ...{ number: `RUJ/${found.reference}`, date: found.event.occurredAt.date, regency },
      ...{ senderPost: 'Petugas rujukan', toCentre: centre?.name ?? found.centre },
      person: {
        name,
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(sex === undefined ? {} : { sex }),
      },
      purpose: found.purpose,
      ...(programme === undefined ? {} : { programme: `${programme.title}, ${programme.jp} JP` }),
      ...(found.from === undefined ? {} : { availableFrom: found.from }),
      // Only what the person agreed to have told on paper; the system tells the centre the rest (C-10).
      ...(consentsTo(state, 'DISCLOSE_DISABILITY') ? { accommodations: found.needs.map(needInWords) } : {}),
      reference: found.reference,
      events: [found.event.version],
    }),
  };
};

const eventAbout = ({ events }: JourneyMaterial, type: string, field: string, id: string) =>
  events.find((event) => event.type === type && (event.data as Record<string, unknown>)[field] === id);

/** Says nothing of the person, nor how many cases there are. */
const referenceOf = (personId: string, about: string): string =>
  `R-${createHash('sha256').update(`titian:referral-letter:v1:${personId}:${about}`).digest('hex').slice(0, 10)}`;

function ofReferral(material: JourneyMaterial, about: string): Referred | undefined {
  const found = material.state.referral.cases[about];
  const event = eventAbout(material, 'ReferralReceived', 'caseId', about);
  if (found === undefined || event === undefined) return undefined;
  const { centre, zone, purpose, needs } = found;
  return { event, reference: referenceOf(material.personId, about), centre, zone, purpose, needs };
}

function ofEnrolment(material: JourneyMaterial, about: string): Referred | undefined {
  const found = enrolmentOf(material.state, about);
  const event = eventAbout(material, 'EnrolmentRequested', 'enrolmentId', about);
  if (found === undefined || event === undefined) return undefined;
  const { enrolmentId, centre, zone, programmeId, startsOn, needs } = found;
  return {
    event,
    reference: enrolmentId,
    centre,
    zone,
    purpose: 'TRAINING',
    programmeId,
    from: startsOn,
    needs,
  };
}

async function ofOffer(material: JourneyMaterial, about: string): Promise<Referred | undefined> {
  const offer = material.state.training.offers[about];
  const event = eventAbout(material, 'TrainingOffered', 'offerId', about);
  // To which centre somebody goes, only a class says.
  if (offer?.classId == null || event === undefined) return undefined;
  const planned = await material.fact<ClassFact>(`class/${offer.classId}`);
  if (planned === undefined) return undefined;
  const { centre, zone, programmeId, startsOn } = planned;
  const reference = referenceOf(material.personId, about);
  return { event, reference, centre, zone, purpose: 'TRAINING', programmeId, from: startsOn, needs: [] };
}

const NEEDS: { readonly [code: string]: string } = {
  SIGN_LANGUAGE_INTERPRETER: 'juru bahasa isyarat',
  SCREEN_READER: 'pembaca layar',
  RAMP: 'jalur landai',
  ADAPTED_TOOLS: 'alat yang disesuaikan',
  EXTRA_TIME: 'waktu tambahan',
  COMPANION: 'pendamping',
  LARGE_PRINT: 'bahan huruf besar',
  QUIET_ROOM: 'ruang tenang',
};

const needInWords = (code: string): string => NEEDS[code] ?? code;
