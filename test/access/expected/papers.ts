import type { ExpectedPart } from './part.ts';

export const PAPERS: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: { 'read-paper': 'OWN_OR_FORMER_OFFICE' },
    EXECUTING_PROSECUTOR: { 'read-paper': 'OWN_OR_FORMER_OFFICE' },
    PROBATION_COUNSELLOR: { 'read-paper': 'SUPERVISES' },
    PRISON_OFFICER: { 'read-paper': 'HOLDS' },
    REFERRAL_OFFICER: { 'read-paper': 'REFERRED' },
    TRAINING_CENTRE_ADMINISTRATOR: { 'read-paper': 'TRAINS' },
    CERTIFICATION_BODY_ADMINISTRATOR: { 'read-paper': 'CERTIFIES' },
    PLACEMENT_OFFICER: { 'read-paper': 'PLACES' },
    AUDITOR: { 'read-paper': 'ANY_OFFICE' },
    PERSON: { 'read-paper': 'OWN_PERSON' },
  },
};
