/** All templates by kind of stream. A type of event without a template does not compile. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { BREACH } from './journey-breach.ts';
import { EXECUTION } from './journey-execution.ts';
import { PERSON } from './journey-person.ts';
import { RULING } from './journey-ruling.ts';
import { SESSION } from './journey-session.ts';
import { SITE } from './journey-site.ts';
import type { TemplatesOf } from './template.ts';

export { SYSTEM_TEMPLATES } from './system.ts';

const COMMUNITY_SERVICE: TemplatesOf<CommunityServiceEvents> = {
  ...PERSON,
  ...RULING,
  ...EXECUTION,
  ...SITE,
  ...SESSION,
  ...BREACH,
};

export const STREAM_TEMPLATES = {
  journey: { ...COMMUNITY_SERVICE },
};

export type StreamKind = keyof typeof STREAM_TEMPLATES;
