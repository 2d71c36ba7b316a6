/**
 * Who is told of what. A rule is data: event, readers, template, and where in the event the details stand.
 * Every part of the product brings its own list (`rules/`); the engine knows none of their events.
 */
import type { TemplateKey } from './templates/index.ts';

export type RecipientKind = 'OFFICE' | 'SITE' | 'PERSON';

/** Offices that the entity's state names: see `subjects.ts`. */
export type OfficeReader =
  | 'caseOffice'
  | 'probationOffice'
  | 'prison'
  | 'referrer'
  | 'centre'
  | 'certificationBody'
  | 'placementOffice'
  | 'employer'
  | 'permitOffice'
  /** Whom an audit asks. */
  | 'answeringOffice'
  /** Who answers for data protection, wherever nobody else does. */
  | 'registrar';

export type NamedReader = OfficeReader | 'site' | 'person';

export type Reader =
  | { readonly named: NamedReader }
  /** An office or site whose id stands in the event itself, by path: `toOffice`, `site.id`. */
  | {
      readonly kind: 'OFFICE' | 'SITE';
      readonly field: string;
      /** Who it is where the event does not say, as events of earlier builds do not. */
      readonly otherwise?: NamedReader;
    };

export interface Telling {
  readonly reader: Reader;
  readonly template: TemplateKey;
}

export interface NoticeRule {
  /** Kind of stream, for example `journey` or `class`. */
  readonly stream: string;
  readonly event: string;
  /** Absent = always. */
  readonly when?: (data: Readonly<Record<string, unknown>>) => boolean;
  readonly tell: readonly Telling[];
  /** Name in the template → path in the event's data. */
  readonly details?: { readonly [name: string]: string };
  /**
   * Path of what the item is about, where it is not the case: `enrolmentId`. What a neutral reader gets
   * must stand here, or the reference would be the person's.
   */
  readonly reference?: string;
}

export const office = (field: string, template: TemplateKey): Telling => ({
  reader: { kind: 'OFFICE', field },
  template,
});

/** An office that newer events name themselves: a remission day then folds no journeys. */
export const officeOr = (field: string, otherwise: NamedReader, template: TemplateKey): Telling => ({
  reader: { kind: 'OFFICE', field, otherwise },
  template,
});

export const site = (field: string, template: TemplateKey): Telling => ({
  reader: { kind: 'SITE', field },
  template,
});

/** A rule about events of one kind of stream. */
export const ruleOf =
  (stream: string) =>
  (event: string, rule: Omit<NoticeRule, 'stream' | 'event'>): NoticeRule => ({ stream, event, ...rule });

export const reader = (named: NamedReader, template: TemplateKey): Telling => ({
  reader: { named },
  template,
});

/** Value at a dotted path; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
