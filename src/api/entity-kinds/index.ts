/**
 * Every kind of entity with a stream and a workflow of its own beside the journey. A kind is served once it
 * stands here and in `src/domain/deciders.ts`, and `workflows/index.ts` runs it.
 */
import type { EntityKind } from '../../catalogue/index.ts';
import { certificateKind } from './certificate.ts';
import { type EntityKindEntry, entityKind } from './entity-kind.ts';
import { findingKind } from './finding.ts';
import { permitKind } from './permit.ts';
import { trainingClassKind } from './training-class.ts';

export type { EntityKindEntry, EntityResource } from './entity-kind.ts';

export const ENTITY_KINDS: readonly EntityKindEntry[] = [
  entityKind(trainingClassKind),
  entityKind(certificateKind),
  entityKind(permitKind),
  entityKind(findingKind),
];

export const entityKindOf = (kind: EntityKind): EntityKindEntry | undefined =>
  ENTITY_KINDS.find((entry) => entry.kind === kind);

export const entityStream = (kind: EntityKind, id: string): string => `${kind}/${id}`;
