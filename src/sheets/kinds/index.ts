/** All kinds of sheets. A new one is one file beside this and one line here. */

import { classAttendance } from './class-attendance.ts';
import type { SheetKind } from './kind.ts';
import { releaseDates } from './release-dates.ts';
import { remissions } from './remissions.ts';
import { sdpImport } from './sdp-import.ts';
import { siteAttendance } from './site-attendance.ts';

export const SHEET_KINDS: readonly SheetKind[] = [
  siteAttendance,
  classAttendance,
  sdpImport,
  releaseDates,
  remissions,
];

export const sheetKindNamed = (name: string): SheetKind | undefined =>
  SHEET_KINDS.find((kind) => kind.name === name);
