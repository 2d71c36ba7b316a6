/** Every template there is. A part adds its own file and a line here. */
import type { Template } from '../template.ts';
import { COMMUNITY_SERVICE_TEMPLATES } from './community-service.ts';
import { FINDING_TEMPLATES } from './findings.ts';
import { PRISON_TEMPLATES } from './prison.ts';
import { SHARED_ROAD_TEMPLATES } from './shared-road.ts';

const ALL = {
  ...COMMUNITY_SERVICE_TEMPLATES,
  ...PRISON_TEMPLATES,
  ...SHARED_ROAD_TEMPLATES,
  ...FINDING_TEMPLATES,
} as const;

export type TemplateKey = keyof typeof ALL;

export const TEMPLATES: { readonly [Key in TemplateKey]: Template } = ALL;

export const TEMPLATE_KEYS = Object.keys(ALL) as readonly TemplateKey[];

export const isTemplateKey = (text: string): text is TemplateKey => Object.hasOwn(ALL, text);
