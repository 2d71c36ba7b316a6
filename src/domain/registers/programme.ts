/**
 * Training programmes (C-01 to C-06): what a class teaches and when its training counts as finished. A
 * revision is a new version; a class keeps the version it was opened with, so that a later change never
 * alters a running class or a finished enrolment (S43).
 */
import type { Command, DecideContext, Decision } from '../decider.ts';
import { accept } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { momentAt } from '../time/moments.ts';
import type { OfficeFact } from './office.ts';
import type { RegisterKind } from './register-kind.ts';

/** C-03. */
export const PROGRAMME_TYPES = ['KKNI', 'OCCUPATION', 'CLUSTER', 'UNIT'] as const;
export type ProgrammeType = (typeof PROGRAMME_TYPES)[number];

/** SKKNI codes are text: nothing is derived from them, and two codes are never one unit (C-02). */
export interface CompetencyUnit {
  readonly code: string;
  readonly title: string;
  /** Number of the ministerial decree that set the unit; null where it was not at hand. */
  readonly decree: string | null;
  /** Training hours of 45 minutes given to the unit; null where the programme does not divide them. */
  readonly jp: number | null;
}

/** What a person must bring (C-17). */
export interface Prerequisites {
  /** Unit codes that must have been achieved before. */
  readonly units: readonly string[];
  /** Programmes of which a training must be finished. */
  readonly programmes: readonly string[];
}

export interface ProgrammeContent {
  /** *Kejuruan* (C-04). */
  readonly trade: string;
  readonly title: string;
  readonly type: ProgrammeType;
  /** In the order in which they are taught. */
  readonly units: readonly CompetencyUnit[];
  /** Whole programme in training hours of 45 minutes. */
  readonly jp: number;
  /** Least attendance for the test; null = policy `attendance_threshold_percent` (C-06, L-15). */
  readonly thresholdPercent: number | null;
  /** Whether excused hours count as attended (C-06). */
  readonly excusedCounts: boolean;
  readonly minimumAge: number;
  readonly prerequisites: Prerequisites;
  /** For example `green-job` (C-12). */
  readonly tags: readonly string[];
  /** Certification scheme that the programme leads to. */
  readonly schemeId: string | null;
  /** Where codes and hours were read; a sample says so. */
  readonly source: string;
}

/** Fact `programme/<id>`. */
export interface ProgrammeFact extends ProgrammeContent {
  readonly id: string;
  readonly version: number;
  /** Training centre that keeps it; null = the registrar keeps it for all centres. */
  readonly owner: string | null;
  readonly retired: boolean;
}

export type RegisterProgrammeData = ProgrammeContent;
export type ReviseProgrammeData = ProgrammeContent;
export type RetireProgrammeData = { readonly [none: string]: never };

type Refused = ReturnType<typeof refuseWith>;

const contentRefusal = ({ units, jp, thresholdPercent }: ProgrammeContent): Refused | undefined => {
  const codes = units.map(({ code }) => code);
  if (new Set(codes).size !== codes.length) return refuseWith('MALFORMED', { field: 'units' });
  const divided = units.reduce((sum, unit) => sum + (unit.jp ?? 0), 0);
  if (divided > jp) return refuseWith('MALFORMED', { field: 'units.jp' });
  const percent = thresholdPercent ?? 1;
  return percent < 1 || percent > 100 ? refuseWith('MALFORMED', { field: 'thresholdPercent' }) : undefined;
};

/** A centre keeps its own programmes only; the registrar keeps all. */
const ownerRefusal = (programme: ProgrammeFact, { actor }: Command): Refused | undefined =>
  actor.role === 'REGISTRAR' || actor.office === programme.owner
    ? undefined
    : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });

const register = (id: string, { actor, data }: Command, context: DecideContext): Decision => {
  const owner = actor.role === 'TRAINING_CENTRE_ADMINISTRATOR' ? actor.office : null;
  if (owner !== null && context.fact<OfficeFact>(`office/${owner}`)?.kind !== 'TRAINING_CENTRE') {
    return refuseWith('OFFICE_UNKNOWN', { officeId: owner });
  }
  const content = data as RegisterProgrammeData;
  const fact: ProgrammeFact = { ...content, id, version: 1, owner, retired: false };
  return contentRefusal(content) ?? accept({ type: 'ProgrammeRegistered', data: fact });
};

export const programmeRegister: RegisterKind<ProgrammeFact> = {
  commands: ['register-programme', 'revise-programme', 'retire-programme'],
  decide(id, programme, command, context) {
    if (command.name === 'register-programme') {
      return programme === null ? register(id, command, context) : refuseWith('ALREADY_DONE', {});
    }
    if (programme === null) return refuseWith('PROGRAMME_UNKNOWN', { programmeId: id });
    const refused = ownerRefusal(programme, command);
    if (refused !== undefined) return refused;
    if (programme.retired) return refuseWith('PROGRAMME_RETIRED', { programmeId: id });
    if (command.name === 'retire-programme') {
      const on = momentAt(context.now, 'WIB').date;
      return accept({ type: 'ProgrammeRetired', data: { on } });
    }
    const content = command.data as ReviseProgrammeData;
    const version = programme.version + 1;
    return contentRefusal(content) ?? accept({ type: 'ProgrammeRevised', data: { ...content, version } });
  },
  evolve(_id, programme, event) {
    if (event.type === 'ProgrammeRegistered') return event.data as ProgrammeFact;
    if (programme === null) return null;
    if (event.type === 'ProgrammeRevised') {
      return { ...programme, ...(event.data as ProgrammeContent & { version: number }) };
    }
    return event.type === 'ProgrammeRetired' ? { ...programme, retired: true } : programme;
  },
};
