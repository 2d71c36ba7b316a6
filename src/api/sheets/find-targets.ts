/** From what lines call their persons to the streams of journeys. Each search by NIK is logged, as a single one is. */
import { mayRead } from '../../access/roles.ts';
import type { FewAtATime } from '../../sheets/few-at-a-time.ts';
import type { LineTarget } from '../../sheets/kinds/kind.ts';
import { personColumns } from '../../sheets/kinds/person-columns.ts';
import { type CellProblem, problem } from '../../sheets/words.ts';
import type { Vault } from '../../vault/vault.ts';
import type { JourneyReads } from '../journey-reads.ts';
import type { LineOf } from './check-line.ts';
import type { SheetDesk } from './desk.ts';

export interface TargetNeeds {
  readonly vault: Pick<Vault, 'findByNiks' | 'nikIndex'>;
  readonly reads: Pick<JourneyReads, 'permit'>;
  readonly desk: Pick<SheetDesk, 'statesOf'>;
  /** Searches that are written down at the same time. */
  readonly turns: FewAtATime;
}

export interface WantedTarget {
  readonly target: LineTarget;
  /** Who it will be, where Titian knows nobody yet. */
  readonly newPersonId: string;
}

export interface FoundTargets {
  /** In the order of what was wanted. */
  readonly targets: readonly FoundTarget[];
  readonly states: Awaited<ReturnType<SheetDesk['statesOf']>>;
}

export type FoundTarget =
  | {
      readonly found: true;
      readonly stream: string;
      /** Nobody has this journey yet. */
      readonly isNew?: true;
    }
  | { readonly found: false; readonly column: string | null; readonly problem: CellProblem };

/** A page of lines; the states come along, as who has a journey is told by them. */
export async function findTargets(
  needs: TargetNeeds,
  { actor, world }: Pick<LineOf, 'actor' | 'world'>,
  wanted: readonly WantedTarget[],
): Promise<FoundTargets> {
  const niks = mayRead(actor, 'find-by-nik').allowed
    ? wanted.map(({ target }) => nikOf(target)).filter((nik) => nik !== undefined)
    : [];
  const searched = (nik: string) => needs.vault.nikIndex(nik) ?? 'lookup';
  await Promise.all(
    niks.map((nik) =>
      needs.turns.take(() => needs.reads.permit(actor, 'find-by-nik', searched(nik), world, {})),
    ),
  );
  const persons = await needs.vault.findByNiks([...new Set(niks)], world);
  const asked = wanted.map((one) => ({ ...one, streams: streamsOf(one, persons) }));
  const states = await needs.desk.statesOf([...new Set(asked.flatMap(({ streams }) => streams))]);
  // A registration that was refused left an identity and no journey.
  const isThere = (stream: string): boolean => {
    const loaded = states.get(stream);
    return loaded instanceof Error || loaded?.world !== undefined;
  };
  const targets = asked.map(({ target, newPersonId, streams }): FoundTarget => {
    if (target.to === 'entity' || target.to === 'person') return { found: true, stream: streams[0]! };
    if (nikOf(target) !== undefined && !mayRead(actor, 'find-by-nik').allowed) return NIK_NOT_FOR_YOU;
    const asNew = journeyOf(newPersonId);
    const [only, ...others] = streams.filter((stream) => stream !== asNew && isThere(stream));
    if (others.length > 0) return NIK_AMBIGUOUS;
    if (only !== undefined) return { found: true, stream: only };
    return target.to === 'new-person' ? { found: true, stream: asNew, isNew: true } : NIK_UNKNOWN;
  });
  return { targets, states };
}

const journeyOf = (personId: string): string => `journey/${personId}`;

function nikOf(target: LineTarget): string | undefined {
  if (target.to === 'nik') return target.nik;
  const nik = target.to === 'new-person' ? target.identity.nik : undefined;
  return typeof nik === 'string' ? nik : undefined;
}

/** Every stream that the line may turn out to be about. */
function streamsOf(
  { target, newPersonId }: WantedTarget,
  persons: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (target.to === 'entity') return [target.stream];
  if (target.to === 'person') return [journeyOf(target.personId)];
  const known = (persons.get(nikOf(target) ?? '') ?? []).map(journeyOf);
  return target.to === 'new-person' ? [...known, journeyOf(newPersonId)] : known;
}

const missing = (code: string, id: string, en: string): FoundTarget => ({
  ...{ found: false, column: personColumns.nik.header, problem: problem(code, id, en) },
});

const NIK_NOT_FOR_YOU = missing(
  'NIK_NOT_FOR_YOU',
  'Peran Anda tidak boleh mencari menurut NIK. Isi ID peserta.',
  'Your role may not search by NIK. Give the person’s id.',
);
const NIK_UNKNOWN = missing(
  'NIK_UNKNOWN',
  'Tidak ada orang dengan NIK ini di Titian.',
  'Nobody in Titian has this NIK.',
);
const NIK_AMBIGUOUS = missing(
  'NIK_AMBIGUOUS',
  'Lebih dari satu orang tercatat dengan NIK ini. Isi ID peserta.',
  'More than one person is recorded with this NIK. Give the person’s id.',
);
