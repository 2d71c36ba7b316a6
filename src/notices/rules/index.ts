/** All rules, found by the event they follow. A part adds its own file and a line here. */
import type { NoticeRule } from '../rule.ts';
import { COMMUNITY_SERVICE_RULES } from './community-service.ts';
import { FINDING_NOTICE_RULES } from './findings.ts';
import { PRISON_RULES } from './prison.ts';
import { SHARED_ROAD_RULES } from './shared-road.ts';

export const NOTICE_RULES: readonly NoticeRule[] = [
  ...COMMUNITY_SERVICE_RULES,
  ...PRISON_RULES,
  ...SHARED_ROAD_RULES,
  ...FINDING_NOTICE_RULES,
];

const keyOf = (stream: string, event: string): string => `${stream}:${event}`;

export function rulesByEvent(rules: readonly NoticeRule[]): ReadonlyMap<string, readonly NoticeRule[]> {
  const found = new Map<string, NoticeRule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.stream, rule.event);
    found.set(key, [...(found.get(key) ?? []), rule]);
  }
  return found;
}

export const rulesFor = (
  index: ReturnType<typeof rulesByEvent>,
  stream: string,
  event: string,
): readonly NoticeRule[] => index.get(keyOf(stream, event)) ?? [];
