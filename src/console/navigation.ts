/** What each desk finds in its menu. Every entry is a page that the role may open (a test holds them together). */
import { rolesReading } from '../access/roles.ts';
import type { TokenRole } from './session/session.ts';
import type { Words } from './words/words.ts';

export interface NavigationEntry {
  readonly path: string;
  readonly name: Words;
  readonly roles: readonly TokenRole[] | 'everyone';
}

const NAVIGATION: readonly NavigationEntry[] = [
  { path: '/', name: { id: 'Pekerjaan', en: 'Work' }, roles: 'everyone' },
  {
    path: '/attendance',
    name: { id: 'Kehadiran hari ini', en: 'Attendance today' },
    roles: ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'],
  },
  {
    path: '/classes',
    name: { id: 'Kelas', en: 'Classes' },
    roles: ['INSTRUCTOR', 'TRAINING_CENTRE_ADMINISTRATOR', 'AUDITOR'],
  },
  {
    path: '/search',
    name: { id: 'Cari orang', en: 'Find a person' },
    roles: rolesReading('find-by-name'),
  },
  {
    path: '/sheets',
    name: { id: 'Lembar', en: 'Sheets' },
    roles: [
      'PIDUM_STAFF',
      'SITE_SUPERVISOR',
      'PRISON_OFFICER',
      'INSTRUCTOR',
      'TRAINING_CENTRE_ADMINISTRATOR',
    ],
  },
  {
    path: '/employer',
    name: { id: 'Calon dan lowongan', en: 'Candidates and vacancies' },
    roles: ['EMPLOYER'],
  },
  {
    path: '/candidates',
    name: { id: 'Calon pekerja', en: 'Candidates' },
    roles: ['PLACEMENT_OFFICER'],
  },
  { path: '/vacancies', name: { id: 'Lowongan', en: 'Vacancies' }, roles: ['PLACEMENT_OFFICER'] },
  { path: '/audit', name: { id: 'Audit', en: 'Audit' }, roles: ['AUDITOR'] },
  {
    path: '/boards',
    name: { id: 'Papan pimpinan', en: 'Boards' },
    roles: rolesReading('read-board'),
  },
  { path: '/registers', name: { id: 'Register', en: 'Registers' }, roles: ['REGISTRAR', 'AUDITOR'] },
  { path: '/commands', name: { id: 'Semua perintah', en: 'All commands' }, roles: 'everyone' },
];

export const navigationFor = (role: TokenRole): readonly NavigationEntry[] =>
  NAVIGATION.filter(({ roles }) => roles === 'everyone' || roles.includes(role));
