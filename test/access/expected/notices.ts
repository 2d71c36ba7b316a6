import type { ExpectedPart } from './part.ts';

const ownOffice = { 'list-notices': 'ANY_OFFICE', 'retry-notice': 'ANY_OFFICE' };

/** Every office sees what it was told; the registrar says where offices are told. */
export const NOTICES: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: ownOffice,
    EXECUTING_PROSECUTOR: ownOffice,
    PROBATION_COUNSELLOR: ownOffice,
    SITE_SUPERVISOR: ownOffice,
    PRISON_OFFICER: ownOffice,
    TRAINING_CENTRE_ADMINISTRATOR: ownOffice,
    CERTIFICATION_BODY_ADMINISTRATOR: ownOffice,
    PLACEMENT_OFFICER: ownOffice,
    REFERRAL_OFFICER: ownOffice,
    PERMIT_OFFICER: ownOffice,
    EMPLOYER: ownOffice,
    AUDITOR: { 'list-notices': 'ANY_OFFICE' },
    REGISTRAR: { ...ownOffice, 'manage-notices': 'ANY_OFFICE' },
  },
};
