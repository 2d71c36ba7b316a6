/** Certification schemes: what is tested, by whom, and for how long a certificate of it counts (D-04, D-13). */
import type { Decision } from '../decider.ts';
import { accept, type Command, type DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { OfficeFact } from './office.ts';
import type { RegisterKind } from './register-kind.ts';

/** Fact `scheme/<id>`. */
export interface SchemeFact {
  readonly id: string;
  readonly title: string;
  /** Office codes of the certification bodies (LSP) that hold it in their scope. */
  readonly certificationBodies: readonly string[];
  /** SKKNI codes as text (C-02). All of them make the person competent (D-06). */
  readonly units: readonly string[];
  /** KBLI, KBJI and level of the national framework (KKNI) as printed in the number; null where not known. */
  readonly kbli: string | null;
  readonly kbji: string | null;
  readonly kkniLevel: number | null;
  /** null: the policy `certificate_validity_years` holds. */
  readonly validityMonths: number | null;
  /** Programmes whose training leads to it. */
  readonly programmeIds: readonly string[];
  /** Raised by each revision: an assessment keeps the units of its own. */
  readonly revision: number;
}

export type RegisterSchemeData = Omit<SchemeFact, 'id' | 'revision'>;
export type ReviseSchemeData = Partial<RegisterSchemeData>;

const MOST_MONTHS = 120;

function refusalOf(data: ReviseSchemeData, context: DecideContext) {
  for (const officeId of data.certificationBodies ?? []) {
    const office = context.fact<OfficeFact>(`office/${officeId}`);
    if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId });
    if (office.kind !== 'CERTIFICATION_BODY') return refuseWith('NOT_A_CERTIFICATION_BODY', { officeId });
  }
  const { units, validityMonths: months } = data;
  if (units !== undefined && (units.length === 0 || new Set(units).size !== units.length)) {
    return refuseWith('MALFORMED', { field: 'units' });
  }
  return typeof months === 'number' && (months < 1 || months > MOST_MONTHS)
    ? refuseWith('MALFORMED', { field: 'validityMonths' })
    : undefined;
}

const REVISABLE = [
  'title',
  'certificationBodies',
  'units',
  'kbli',
  'kbji',
  'kkniLevel',
  'validityMonths',
  'programmeIds',
] as const satisfies readonly (keyof ReviseSchemeData)[];

function revise(scheme: SchemeFact, { data }: Command, context: DecideContext): Decision {
  const asked = data as ReviseSchemeData;
  const refused = refusalOf(asked, context);
  if (refused !== undefined) return refused;
  const changed = REVISABLE.filter(
    (field) => asked[field] !== undefined && JSON.stringify(asked[field]) !== JSON.stringify(scheme[field]),
  );
  if (changed.length === 0) return refuseWith('ALREADY_DONE', {});
  const changes = Object.fromEntries(changed.map((field) => [field, asked[field]]));
  return accept({ type: 'SchemeRevised', data: { changes } });
}

export const schemeRegister: RegisterKind<SchemeFact> = {
  commands: ['register-scheme', 'revise-scheme'],
  decide(id, scheme, command, context) {
    if (command.name === 'revise-scheme') {
      return scheme === null
        ? refuseWith('SCHEME_UNKNOWN', { schemeId: id })
        : revise(scheme, command, context);
    }
    if (scheme !== null) return refuseWith('ALREADY_DONE', {});
    const data = command.data as RegisterSchemeData;
    const refused = refusalOf(data, context);
    if (refused !== undefined) return refused;
    const { title, certificationBodies, units, kbli, kbji, kkniLevel, validityMonths, programmeIds } = data;
    const fact: SchemeFact = {
      ...{ id, title, certificationBodies, units, kbli, kbji, kkniLevel, validityMonths, programmeIds },
      revision: 1,
    };
    return accept({ type: 'SchemeRegistered', data: fact });
  },
  evolve(_id, scheme, event) {
    if (event.type === 'SchemeRegistered') return event.data as SchemeFact;
    if (scheme === null || event.type !== 'SchemeRevised') return scheme;
    const { changes } = event.data as { changes: ReviseSchemeData };
    return { ...scheme, ...changes, revision: scheme.revision + 1 };
  },
};
