/** From an event to what its readers are told: rules applied, nothing stored yet. */
import type { SentenceValues } from '../domain/law/sentence.ts';
import type { Zone } from '../domain/time/moment.ts';
import { type NoticeRule, type Reader, type RecipientKind, type Telling, valueAt } from './rule.ts';
import type { Subject } from './subjects.ts';
import type { TemplateKey } from './templates/index.ts';

/** The event as rules look at it. */
export interface NoticeEvent {
  /** Place in the ledger's order: with the recipient it makes an item one. */
  readonly leafIndex: number;
  readonly world: string;
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface NoticeItem {
  readonly leafIndex: number;
  readonly world: string;
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly template: TemplateKey;
  readonly reference: string;
  readonly details: SentenceValues;
  /** Of the place it is about, where the register does not know the reader's own. */
  readonly zone?: Zone;
}

/** True where a rule cannot be applied without the entity's state: readers that the event does not name. */
export const needsState = ({ tell }: NoticeRule, data: NoticeEvent['data']): boolean =>
  tell.some(({ reader }) => 'named' in readerOf(reader, data));

/** Whom a reader stands for in this event. */
function readerOf(reader: Reader, data: NoticeEvent['data']): Reader {
  if ('named' in reader || reader.otherwise === undefined) return reader;
  const named = valueAt(data, reader.field);
  return typeof named === 'string' && named !== '' ? reader : { named: reader.otherwise };
}

/** @param subjects of the event, where a rule needs them. One item for each recipient, the first rule's. */
export function itemsOf(
  event: NoticeEvent,
  rules: readonly NoticeRule[],
  subjects: readonly Subject[],
): NoticeItem[] {
  const items = new Map<string, NoticeItem>();
  for (const rule of rules) {
    if (rule.when !== undefined && !rule.when(event.data)) continue;
    for (const telling of rule.tell) {
      for (const { kind, recipient, reference } of recipientsOf(event, rule, telling, subjects)) {
        const key = `${kind}:${recipient}`;
        if (items.has(key)) continue;
        items.set(key, {
          ...{ leafIndex: event.leafIndex, world: event.world, kind, recipient, reference },
          template: telling.template,
          details: kind === 'PERSON' ? {} : detailsOf(rule, event.data),
          ...(subjects[0] === undefined ? {} : { zone: subjects[0].zone }),
        });
      }
    }
  }
  return [...items.values()];
}

interface Found {
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly reference: string;
}

function recipientsOf(
  event: NoticeEvent,
  rule: NoticeRule,
  telling: Telling,
  subjects: readonly Subject[],
): Found[] {
  const reader = readerOf(telling.reader, event.data);
  const entityId = event.stream.slice(event.stream.indexOf('/') + 1);
  // A person is told on a phone that others may hold: what it is about stays out.
  if ('named' in reader && reader.named === 'person') {
    return [{ kind: 'PERSON', recipient: entityId, reference: '' }];
  }
  const own = rule.reference === undefined ? undefined : valueAt(event.data, rule.reference);
  if ('field' in reader) {
    const recipient = valueAt(event.data, reader.field);
    return typeof recipient === 'string' && recipient !== ''
      ? [{ kind: reader.kind, recipient, reference: typeof own === 'string' ? own : caseIn(event, entityId) }]
      : [];
  }
  const { named } = reader;
  const kind = named === 'site' ? 'SITE' : 'OFFICE';
  const byRecipient = new Map<string, string[]>();
  for (const subject of subjects) {
    const recipient =
      named === 'site' ? subject.site : named === 'person' ? undefined : subject.offices[named];
    if (recipient === undefined) continue;
    byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), subject.reference]);
  }
  return [...byRecipient].map(([recipient, references]) => ({
    ...{ kind, recipient },
    reference: typeof own === 'string' ? own : references.join(' '),
  }));
}

/** `<personId>/<caseId>`, as far as the event itself says. */
const caseIn = ({ data }: NoticeEvent, entityId: string): string =>
  typeof data.caseId === 'string' ? `${entityId}/${data.caseId}` : entityId;

function detailsOf({ details = {} }: NoticeRule, data: NoticeEvent['data']): SentenceValues {
  const found: Record<string, string | number> = {};
  for (const [name, path] of Object.entries(details)) {
    const value = valueAt(data, path);
    if (typeof value === 'string' || typeof value === 'number') found[name] = value;
  }
  return found;
}
