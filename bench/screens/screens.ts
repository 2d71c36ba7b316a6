/** Which pages are shown in README and docs, and how one gets there. */
import type { Page } from 'playwright-core';

export interface ScreenWorld {
  /** Somebody whose hours are well on their way. */
  readonly personId: string;
}

export interface Screen {
  readonly name: string;
  /** Key of src/console/sandbox-desks.ts; absent for pages that everybody sees. */
  readonly desk?: string;
  readonly phone?: boolean;
  path(world: ScreenWorld): string;
  before?(page: Page): Promise<void>;
}

const PROSECUTOR = 'EXECUTING_PROSECUTOR@kejari-medan';

export const SCREENS: readonly Screen[] = [
  { name: 'desks', path: () => '/sign-in' },
  { name: 'home', desk: PROSECUTOR, path: () => '/' },
  { name: 'person', desk: PROSECUTOR, path: ({ personId }) => `/people/${personId}` },
  { name: 'hours', desk: PROSECUTOR, path: ({ personId }) => `/people/${personId}/hours` },
  { name: 'history', desk: PROSECUTOR, path: ({ personId }) => `/people/${personId}/history` },
  {
    name: 'form',
    desk: 'PIDUM_STAFF@kejari-medan',
    path: ({ personId }) => `/people/${personId}/do/record-session?caseId=c1`,
  },
  {
    name: 'attendance',
    desk: 'SITE_SUPERVISOR@puskesmas-helvetia',
    phone: true,
    // A day of the pilot on which somebody worked there.
    path: () => '/attendance?date=2026-03-03',
  },
  { name: 'classes', desk: 'TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan', path: () => '/classes' },
  { name: 'board', desk: 'AUDITOR@bpk', path: () => '/boards' },
  { name: 'audit', desk: 'AUDITOR@bpk', path: () => '/audit' },
  {
    name: 'replay',
    desk: 'AUDITOR@bpk',
    path: ({ personId }) => `/audit/streams/journey/${personId}`,
  },
  { name: 'employer', desk: 'EMPLOYER@percontohan-galangan', path: () => '/employer' },
  { name: 'certificate-check', phone: true, path: () => '/certificates/check' },
  { name: 'own-page', phone: true, path: () => '/my' },
];
