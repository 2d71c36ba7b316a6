/** What the ids and codes in commands point at, by the names that they have there. */
import type { ReferenceOf } from './field.ts';

export interface Reference {
  readonly of: ReferenceOf;
  readonly officeKinds?: readonly string[];
}

const PRISONS = ['PRISON', 'REMAND_PRISON'] as const;
const office = (...officeKinds: string[]): Reference =>
  officeKinds.length === 0 ? { of: 'office' } : { of: 'office', officeKinds };

const BY_NAME: { readonly [name: string]: Reference } = {
  caseId: { of: 'case' },
  linkedCaseId: { of: 'case' },
  sessionId: { of: 'session' },
  enrolmentId: { of: 'enrolment' },
  assessmentId: { of: 'assessment' },
  proposalId: { of: 'proposal' },
  placementId: { of: 'placement' },
  offerId: { of: 'offer' },
  requestId: { of: 'request' },
  classId: { of: 'class' },
  breachId: { of: 'breach' },
  otherPersonId: { of: 'person' },
  version: { of: 'event' },
  evidence: { of: 'event' },
  instructors: { of: 'account' },
  members: { of: 'account' },
  candidate: { of: 'candidate' },
  siteId: { of: 'site' },
  calendar: { of: 'calendar' },
  schemeId: { of: 'scheme' },
  schemeIds: { of: 'scheme' },
  schemes: { of: 'scheme' },
  programmeId: { of: 'programme' },
  programmeIds: { of: 'programme' },
  programmes: { of: 'programme' },
  assessorId: { of: 'assessor' },
  assessorIds: { of: 'assessor' },
  employerId: { of: 'employer' },
  vacancyId: { of: 'vacancy' },
  probationOffice: office('BAPAS'),
  toProbationOffice: office('BAPAS'),
  toOffice: office('KEJARI'),
  owner: office('KEJARI'),
  parent: office('KEJATI'),
  facility: office(...PRISONS),
  toFacility: office(...PRISONS),
  hostFacility: office(...PRISONS),
  centre: office('TRAINING_CENTRE'),
  certificationBody: office('CERTIFICATION_BODY'),
  certificationBodies: office('CERTIFICATION_BODY'),
  contactOffice: office('BAPAS', 'MANPOWER_OFFICE'),
  permitOffice: office('PERMIT_OFFICE'),
  employer: office(),
};

/** Where a plain name means different things. */
const BY_COMMAND: { readonly [commandAndPath: string]: Reference | null } = {
  'hand-over-released.to': office('BAPAS', 'MANPOWER_OFFICE'),
  'hand-over-job-seeker.office': office('MANPOWER_OFFICE'),
  'open-finding.office': office(),
  // A reference to a logbook, not to events.
  'renew-certificate.evidence': null,
};

export function referenceOf(command: string, path: string, name: string): Reference | undefined {
  const own = BY_COMMAND[`${command}.${path}`];
  if (own !== undefined) return own ?? undefined;
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
}
