/** Who may do what with the prison entrance (I.6c). */
import type { Grants } from '../grants.ts';

const PRISON = { PRISON_OFFICER: 'HOLDS' } as const;
const COUNSELLOR = { PROBATION_COUNSELLOR: 'SUPERVISES' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;

/** The prison that holds the person; after a release the one that held them last, until somebody takes over. */
const CUSTODY_RULES = {
  'import-inmate': PRISON,
  'assess-inmate-needs': PRISON,
  'request-litmas': PRISON,
  'schedule-tpp': PRISON,
  'record-tpp-decision': PRISON,
  'change-stage-dates': PRISON,
  'grant-remission': PRISON,
  'change-release-date': PRISON,
  'transfer-inmate': PRISON,
  'record-discipline': PRISON,
  'annul-discipline': PRISON,
  // The person may report an illness (I.6c).
  'record-illness': { ...PRISON, PERSON: 'OWN_PERSON' },
  'declare-lockdown': PRISON,
  'apply-lockdown': SYSTEM,
  'record-escape': PRISON,
  'record-recapture': PRISON,
  'end-interruption': PRISON,
  'grant-assimilation': PRISON,
  'grant-conditional-release': PRISON,
  'grant-conditional-leave': PRISON,
  'grant-pre-release-leave': PRISON,
  'record-release': PRISON,
  'hand-over-released': PRISON,
  'revoke-conditional-release': PRISON,
} as const satisfies Record<string, Grants>;

/** The probation counsellor: litmas, and the client once outside. Lapas and PK both close (I.3). */
const AFTERCARE_RULES = {
  'record-litmas': COUNSELLOR,
  'record-release-contact': { ...PRISON, ...COUNSELLOR },
  'accept-client': COUNSELLOR,
  'record-aftercare-report': COUNSELLOR,
  'end-aftercare': COUNSELLOR,
  'close-prison-case': { ...PRISON, ...COUNSELLOR },
} as const satisfies Record<string, Grants>;

export const PRISON_RULES = { ...CUSTODY_RULES, ...AFTERCARE_RULES } as const;

export const PRISON_READS = {
  'list-prison-cases': { ...PRISON, ...COUNSELLOR, AUDITOR: 'ANY_OFFICE' },
} as const satisfies Record<string, Grants>;
