import type { ExpectedPart } from './part.ts';

const desk = { 'list-work': 'ANY_OFFICE' };
const follower = { ...desk, 'list-changes': 'ANY_OFFICE' };
const finder = { 'find-by-name': 'ANY_OFFICE' };

/** Every desk sees its own work; those whose people others move see what others did; who searches finds by name. */
export const WORK: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: { ...follower, ...finder },
    EXECUTING_PROSECUTOR: { ...follower, ...finder },
    PROBATION_COUNSELLOR: { ...follower, ...finder },
    SITE_SUPERVISOR: follower,
    PRISON_OFFICER: { ...follower, ...finder },
    INSTRUCTOR: desk,
    TRAINING_CENTRE_ADMINISTRATOR: follower,
    ASSESSOR: desk,
    CERTIFICATION_BODY_ADMINISTRATOR: desk,
    PLACEMENT_OFFICER: { ...desk, ...finder },
    REFERRAL_OFFICER: { ...follower, ...finder },
    PERMIT_OFFICER: desk,
    EMPLOYER: desk,
    AUDITOR: { ...desk, ...finder },
    REGISTRAR: desk,
  },
};
