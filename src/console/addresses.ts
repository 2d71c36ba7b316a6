/** Where things are. Ids only: no name and no number of anybody ever stands in an address. */
import type { EntityKind } from '../catalogue/index.ts';

export const personPath = (personId: string): string => `/people/${encodeURIComponent(personId)}`;

/** Tabs of a person's page. */
export type PersonTab =
  | 'hours'
  | 'training'
  | 'assessment'
  | 'certificate'
  | 'placement'
  | 'papers'
  | 'history';

export const personTabPath = (personId: string, tab: PersonTab): string => `${personPath(personId)}/${tab}`;

const ENTITY_RESOURCES = {
  class: 'classes',
  certificate: 'certificates',
  permit: 'permits',
  finding: 'findings',
} as const satisfies { readonly [K in EntityKind]: string };

export const entityPath = (kind: EntityKind, id: string): string =>
  `/${ENTITY_RESOURCES[kind]}/${encodeURIComponent(id)}`;

export const registerPath = (register: string, id?: string): string =>
  `/registers/${register}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** To whom a command is sent. */
export type CommandTarget =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: EntityKind; readonly id: string }
  | { readonly kind: 'register'; readonly register: string; readonly id: string }
  /** Its own id is all that an assessor, an LSP or an employer knows. */
  | { readonly kind: 'assessment' | 'proposal' | 'candidate'; readonly id: string }
  /** Nothing is there yet: a new person, class, permit, finding or register entry. */
  | { readonly kind: 'new' };

/** Path of a command's form. @param prefill values of fields by their path, for example `{ caseId: 'c1' }`. */
export function commandPath(
  target: CommandTarget,
  command: string,
  prefill: { readonly [field: string]: string } = {},
): string {
  const query = new URLSearchParams(prefill).toString();
  return `${targetPath(target)}/do/${command}${query === '' ? '' : `?${query}`}`;
}

export function targetPath(target: CommandTarget): string {
  switch (target.kind) {
    case 'person':
      return personPath(target.id);
    case 'register':
      return registerPath(target.register, target.id);
    case 'assessment':
      return `/assessments/${encodeURIComponent(target.id)}`;
    case 'proposal':
      return `/proposals/${encodeURIComponent(target.id)}`;
    case 'candidate':
      return `/candidates/${encodeURIComponent(target.id)}`;
    case 'new':
      return '';
    default:
      return entityPath(target.kind, target.id);
  }
}

/** One event among a stream's: its rule, its paper and its proof. */
export const eventPath = (stream: string, version: number): string => `/events/${stream}/${version}`;
