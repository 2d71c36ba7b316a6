/** The addresses of classes: for those who give them, and for auditors. */
import type { Page } from '../../page.ts';
import { CLASS_KEEPERS, openGrid, saveGrid } from './class-attendance.tsx';
import { openClassPage } from './class-page.tsx';
import { openUnits, saveUnits } from './class-units.tsx';
import { CLASS_ROLES, openClasses } from './classes.tsx';

const keepers = CLASS_KEEPERS;

export const classPages: readonly Page[] = [
  { method: 'GET', path: '/classes', roles: CLASS_ROLES, open: openClasses },
  { method: 'GET', path: '/classes/:classId', roles: CLASS_ROLES, open: openClassPage },
  { method: 'GET', path: '/classes/:classId/attendance', roles: keepers, open: openGrid },
  { method: 'POST', path: '/classes/:classId/attendance', roles: keepers, open: saveGrid },
  { method: 'GET', path: '/classes/:classId/units', roles: ['INSTRUCTOR'], open: openUnits },
  { method: 'POST', path: '/classes/:classId/units', roles: ['INSTRUCTOR'], open: saveUnits },
];
