import type { Zone } from '../../time/moment.ts';
import type { OfficeKind } from '../office.ts';

/** One line of a table of offices; the parent is named only where there is one. */
export type OfficeRow = readonly [
  id: string,
  kind: OfficeKind,
  name: string,
  zone: Zone,
  regency: string,
  parent?: string,
];
