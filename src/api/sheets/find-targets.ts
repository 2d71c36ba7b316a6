/** From what a line calls its person to the stream of a journey. Each search by NIK is logged, as a single one is. */
import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import type { LineTarget } from '../../sheets/kinds/kind.ts';
import { personColumns } from '../../sheets/kinds/person-columns.ts';
import { type CellProblem, problem } from '../../sheets/words.ts';
import type { Vault } from '../../vault/vault.ts';
import type { JourneyReads } from '../journey-reads.ts';

export interface TargetNeeds {
  readonly vault: Pick<Vault, 'findByNik' | 'nikIndex'>;
  readonly reads: Pick<JourneyReads, 'permit'>;
  readonly streamExists: (stream: string) => Promise<boolean>;
}

export type FoundTarget =
  | {
      readonly found: true;
      readonly stream: string;
      /** Nobody has this journey yet. */
      readonly isNew?: true;
    }
  | { readonly found: false; readonly column: string | null; readonly problem: CellProblem };

const missing = (code: string, id: string, en: string): FoundTarget => ({
  ...{ found: false, column: personColumns.nik.header, problem: problem(code, id, en) },
});

export async function findTarget(
  { vault, reads, streamExists }: TargetNeeds,
  actor: VerifiedActor,
  world: string,
  target: LineTarget,
  newPersonId: string,
): Promise<FoundTarget> {
  if (target.to === 'entity') return { found: true, stream: target.stream };
  if (target.to === 'person') return { found: true, stream: `journey/${target.personId}` };
  const nik = target.to === 'nik' ? target.nik : target.identity.nik;
  const asNew = { found: true, stream: `journey/${newPersonId}`, isNew: true } as const;
  if (typeof nik !== 'string') return asNew;
  if (!mayRead(actor, 'find-by-nik').allowed) {
    return missing(
      'NIK_NOT_FOR_YOU',
      'Peran Anda tidak boleh mencari menurut NIK. Isi ID peserta.',
      'Your role may not search by NIK. Give the person’s id.',
    );
  }
  await reads.permit(actor, 'find-by-nik', vault.nikIndex(nik) ?? 'lookup', world, {});
  const streams: string[] = [];
  for (const personId of await vault.findByNik(nik, world)) {
    const stream = `journey/${personId}`;
    // A registration that was refused left an identity and no journey.
    if (await streamExists(stream)) streams.push(stream);
  }
  const [only, ...others] = streams;
  if (only !== undefined && others.length === 0) return { found: true, stream: only };
  if (only === undefined && target.to === 'new-person') return asNew;
  return only === undefined
    ? missing('NIK_UNKNOWN', 'Tidak ada orang dengan NIK ini di Titian.', 'Nobody in Titian has this NIK.')
    : missing(
        'NIK_AMBIGUOUS',
        'Lebih dari satu orang tercatat dengan NIK ini. Isi ID peserta.',
        'More than one person is recorded with this NIK. Give the person’s id.',
      );
}
