/** All templates by kind of stream. A type of event without a template does not compile. */
import type { JourneyEvents } from '../../domain/journey/events.ts';
import { CERTIFICATE } from './certificate.ts';
import { FINDING } from './finding.ts';
import { ASSESSMENT } from './journey-assessment.ts';
import { BREACH } from './journey-breach.ts';
import { APPEALS, HELD_CERTIFICATE } from './journey-competence.ts';
import { EXECUTION } from './journey-execution.ts';
import { JOB_SEEKER } from './journey-job-seeker.ts';
import { KEEPING } from './journey-keeping.ts';
import { PERSON } from './journey-person.ts';
import { PLACEMENTS } from './journey-placement.ts';
import { PRISON } from './journey-prison.ts';
import { REFERRAL } from './journey-referral.ts';
import { WAY_OUT } from './journey-release.ts';
import { RULING } from './journey-ruling.ts';
import { SESSION } from './journey-session.ts';
import { SITE } from './journey-site.ts';
import { TRAINING } from './journey-training.ts';
import { PERMIT } from './permit.ts';
import { REGISTER } from './register.ts';
import type { TemplatesOf } from './template.ts';
import { TRAINING_CLASS } from './training-class.ts';

export { SYSTEM_TEMPLATES } from './system.ts';

const JOURNEY: TemplatesOf<JourneyEvents> = {
  ...PERSON,
  ...RULING,
  ...EXECUTION,
  ...SITE,
  ...SESSION,
  ...BREACH,
  ...PRISON,
  ...WAY_OUT,
  ...REFERRAL,
  ...TRAINING,
  ...ASSESSMENT,
  ...APPEALS,
  ...HELD_CERTIFICATE,
  ...JOB_SEEKER,
  ...PLACEMENTS,
  ...KEEPING,
};

/** In the order in which a type without its stream is looked for: some stand in two kinds. */
export const STREAM_TEMPLATES = {
  journey: JOURNEY,
  class: TRAINING_CLASS,
  certificate: CERTIFICATE,
  permit: PERMIT,
  finding: FINDING,
  register: REGISTER,
};

export type StreamKind = keyof typeof STREAM_TEMPLATES;
