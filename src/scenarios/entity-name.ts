/** How a file names a class, a certificate, a permit or a finding: by a short name, or by an id that a step gave. */
import { entityKindOf } from '../api/entity-kinds/index.ts';
import type { EntityKind } from '../catalogue/index.ts';
import type { Field, Fields } from './yaml-fields.ts';

export interface EntityName {
  readonly kind: EntityKind;
  /** `las-1`, or `$terbit.certificateId` for an id that the server made. */
  readonly id: string;
}

const KEYS: readonly (readonly [key: string, kind: EntityKind])[] = [
  ['kelas', 'class'],
  ['sertifikat', 'certificate'],
  ['izin', 'permit'],
  ['temuan', 'finding'],
];

const ID = /^(?:[a-z0-9]+(?:[-_][a-z0-9]+)*|\$[a-z0-9][a-z0-9 _-]*\.[A-Za-z]+)$/;

/** The one entity that a step or an expectation is about; null where it is about a person. */
export function entityFrom(fields: Fields): EntityName | null {
  let found: { name: EntityName; field: Field } | null = null;
  for (const [key, kind] of KEYS) {
    const field = fields.optional(key);
    if (field === null) continue;
    if (found !== null) throw field.problem('satu langkah hanya untuk satu', 'Pilih satu saja.');
    if (entityKindOf(kind) === undefined) throw field.problem(`"${key}" belum dilayani`, 'Hapus kunci ini.');
    const id = field.textMatching(ID, 'nama pendek', 'las-1 atau $terbit.certificateId');
    found = { name: { kind, id }, field };
  }
  return found?.name ?? null;
}

/** Stands for it in reports and results, the same in every run. */
export const entityKey = ({ kind, id }: EntityName): string => `${kind}/${id}`;
