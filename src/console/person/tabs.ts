/** The tabs of a person's page that this desk can open, and on each how much is missing. */

import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import type { Role } from '../../domain/decider.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { type PersonTab, personPath, personTabPath } from '../addresses.ts';
import type { Tab } from '../parts/structure.tsx';
import type { Words } from '../words/words.ts';
import type { JourneySeen } from './journey-view.ts';

const NAMES: { readonly [T in PersonTab]: Words } = {
  hours: { id: 'Jam', en: 'Hours' },
  training: { id: 'Pelatihan', en: 'Training' },
  assessment: { id: 'Uji kompetensi', en: 'Assessment' },
  certificate: { id: 'Sertifikat', en: 'Certificate' },
  placement: { id: 'Penempatan', en: 'Placement' },
  papers: { id: 'Surat', en: 'Papers' },
  history: { id: 'Riwayat', en: 'History' },
};

const CASE_DESKS: readonly Role[] = [
  'PIDUM_STAFF',
  'EXECUTING_PROSECUTOR',
  'PROBATION_COUNSELLOR',
  'PRISON_OFFICER',
];
const ALL_DESKS: readonly Role[] = ['AUDITOR', 'PERSON'];

/** By role alone: a tab that came and went with what there is would tell of it. */
const ROLES: { readonly [T in Exclude<PersonTab, 'papers' | 'history'>]: readonly Role[] } = {
  hours: [...CASE_DESKS, 'SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR', ...ALL_DESKS],
  training: [
    ...CASE_DESKS,
    'TRAINING_CENTRE_ADMINISTRATOR',
    'REFERRAL_OFFICER',
    'PLACEMENT_OFFICER',
    ...ALL_DESKS,
  ],
  assessment: ['CERTIFICATION_BODY_ADMINISTRATOR', ...ALL_DESKS],
  certificate: ['CERTIFICATION_BODY_ADMINISTRATOR', ...ALL_DESKS],
  placement: ['PLACEMENT_OFFICER', ...ALL_DESKS],
};

export function opensTab(actor: VerifiedActor, tab: PersonTab): boolean {
  if (tab === 'papers') return mayRead(actor, 'read-paper').allowed;
  if (tab === 'history') return mayRead(actor, 'read-events').allowed;
  return ROLES[tab].includes(actor.role);
}

const IN_ORDER: readonly PersonTab[] = [
  'hours',
  'training',
  'assessment',
  'certificate',
  'placement',
  'papers',
  'history',
];

function missingOn(tab: PersonTab, journey: JourneySeen, today: LocalDate): number {
  switch (tab) {
    case 'hours':
      return journey.sessions.filter(({ status }) => status === 'RECORDED' || status === 'DISPUTED').length;
    case 'training':
      return (journey.training?.enrolments ?? []).filter(({ stage }) => stage === 'SUSPENDED').length;
    case 'assessment':
      return (journey.assessment?.assessments ?? []).reduce(
        (sum, { missing = [] }) => sum + missing.length,
        0,
      );
    case 'certificate':
      return (journey.assessment?.certificates ?? []).filter(({ status }) => status === 'EXPIRING').length;
    case 'placement':
      return (journey.employment?.placements ?? [])
        .filter(({ ended }) => ended === null)
        .flatMap(({ checks }) => checks)
        .filter(({ result, cancelled, on }) => result === null && !cancelled && on <= today).length;
    default:
      return 0;
  }
}

export function tabsFor(actor: VerifiedActor, journey: JourneySeen, today: LocalDate): readonly Tab[] {
  const { personId } = journey;
  const tabs = IN_ORDER.filter((tab) => opensTab(actor, tab)).map(
    (tab): Tab => ({
      path: personTabPath(personId, tab),
      name: NAMES[tab],
      badge: missingOn(tab, journey, today),
    }),
  );
  return [{ path: personPath(personId), name: { id: 'Ringkasan', en: 'Overview' } }, ...tabs];
}
