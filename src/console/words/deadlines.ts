/**
 * What the record waits for, in words: what a deadline is called, and what happens by itself when it comes. A kind
 * without words does not pass the tests (test/console/person/words.unit.test.ts).
 */
import { COMMUNITY_SERVICE } from './deadline-kinds/community-service.ts';
import { PRISON, REFERRAL } from './deadline-kinds/custody-and-referral.ts';
import { CERTIFICATE, FINDING, PERMIT, TRAINING_CLASS } from './deadline-kinds/entities.ts';
import { ASSESSMENT, EMPLOYMENT, KEEPING } from './deadline-kinds/learning-and-work.ts';
import type { DeadlineTable, DeadlineWords } from './deadline-kinds/said.ts';
import { same } from './words.ts';

/** Kinds are unique across all entities. */
const ALL: DeadlineTable = {
  ...COMMUNITY_SERVICE,
  ...PRISON,
  ...REFERRAL,
  ...ASSESSMENT,
  ...EMPLOYMENT,
  ...KEEPING,
  ...CERTIFICATE,
  ...TRAINING_CLASS,
  ...PERMIT,
  ...FINDING,
};

export const hasDeadlineWords = (kind: string): boolean => Object.hasOwn(ALL, kind);

/** The kind itself where it has no words: a page must not fail for a new kind. */
export const deadlineWords = (kind: string): DeadlineWords =>
  (Object.hasOwn(ALL, kind) ? ALL[kind] : undefined) ?? { name: same(kind), act: same(kind) };
