/** What a form is opened with: what the address says, the one thing that can be chosen, today, the own office. */
import type { CommandName } from '../../../access/roles.ts';
import type { LocalDateTime } from '../../../domain/time/moment.ts';
import { localDateTimeOf, momentAt } from '../../../domain/time/moments.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { SignedIn } from '../../page.ts';
import type { Field, FormDescription, FormValues } from '../schema/index.ts';
import { PAPERS } from '../schema/samples/examples.ts';
import { addressField } from './doors.ts';
import type { About } from './own-choices.ts';
import { unitRows } from './unit-rows.ts';

/** Days on which the thing usually happened when it is written down. */
const TODAY: ReadonlySet<string> = new Set([
  ...['orderedOn', 'startedOn', 'heldOn', 'date', 'on', 'reportedOn', 'filedOn', 'decidedOn', 'takenOn'],
  ...['foundOn', 'requestedOn', 'answeredOn', 'checkedOn', 'attemptedOn', 'issuedOn', 'signedOn', 'paidOn'],
  ...['sessionOn', 'finishedOn', 'rejectedOn', 'renewedOn'],
]);

/** Somebody else's office: never the own. */
const ELSEWHERE = /^(?:to|host|contact)/;

export function defaultsFor(
  asked: SignedIn,
  target: CommandTarget,
  description: FormDescription,
  about: About,
): FormValues {
  const today = localDateTimeOf(momentAt(asked.now, asked.zone));
  const boxes = boxesOf(description.fields, '', (field) =>
    defaultOf(field, description, asked, about, today),
  );
  Object.assign(boxes, unitRows(description, about.view));
  const given = addressField(target);
  if (given !== undefined && 'id' in target) boxes[given] = target.id;
  const kind = PAPERS[description.command as CommandName]?.kind;
  if (description.common.length > 0) {
    boxes['occurredAt.zone'] = asked.zone;
    if (kind !== undefined) boxes['document.kind'] = kind;
  }
  const filled = boxesOf(description.fields, '', (field) => asked.query[field.name]);
  for (const name of Object.keys(filled)) {
    for (const box of Object.keys(boxes)) if (box.startsWith(`${name}.`)) delete boxes[box];
  }
  const deeper = Object.entries(asked.query).filter(
    ([name, value]) =>
      value !== undefined && /^(?:document|occurredAt)\.[a-z]+$|^[A-Za-z]+\.[\w.~]+$/.test(name),
  ) as [string, string][];
  return { ...boxes, ...filled, ...Object.fromEntries(deeper) };
}

type Boxes = { [name: string]: string };

/** Also in each kind, where the command's data as a whole are a choice of kinds. */
function boxesOf(
  fields: readonly Field[],
  prefix: string,
  given: (field: Field) => string | Boxes | undefined,
): Boxes {
  const boxes: Boxes = {};
  for (const field of fields) {
    if (field.kind === 'choice' && field.inline) {
      for (const option of field.options) {
        Object.assign(boxes, boxesOf(option.fields, `${option.value}.`, given));
      }
    }
    const value = given(field);
    if (typeof value === 'string') boxes[prefix + field.name] = value;
    else if (value !== undefined) {
      for (const [box, one] of Object.entries(value)) boxes[`${prefix}${field.name}.${box}`] = one;
    }
  }
  return boxes;
}

function defaultOf(
  field: Field,
  { command }: FormDescription,
  { session, zone }: SignedIn,
  { choices, view, openCase }: About,
  now: LocalDateTime,
): string | Boxes | undefined {
  if (field.kind === 'date') return field.required && TODAY.has(field.name) ? dayOf(now) : undefined;
  if (field.kind === 'reading')
    return { ...dayOf(now), ...(field.name === 'at' ? { time: now.slice(11, 16) } : {}) };
  if (field.kind === 'one-of') return field.name === 'zone' && field.required ? zone : undefined;
  if (field.kind !== 'reference' || !(field.required || isOfTheCase(field, command))) return undefined;
  const options = choices[field.path] ?? [];
  const has = (value: string | undefined): value is string =>
    value !== undefined && options.some((option) => option.value === value);
  const { office, site } = session.actor;
  if (field.of === 'site') {
    if (has(site)) return site;
    const placed = siteOfOnlyCase(view, openCase);
    if (has(placed)) return placed;
  }
  if (field.of === 'case' && has(openCase)) return openCase;
  if (!ELSEWHERE.test(field.name) && has(office)) return office;
  const [only] = options;
  return options.length === 1 ? only?.value : undefined;
}

/** A profile may be of a person whose ruling is still to come; where a case is open, it is of that case. */
const isOfTheCase = (field: Field, command: string): boolean =>
  command === 'record-profiling' && field.name === 'caseId';

/** Where the person works now, if that is plain. */
function siteOfOnlyCase(view: About['view'], openCase: string | undefined): string | undefined {
  const cases = Array.isArray(view?.cases) ? (view.cases as readonly CaseSite[]) : [];
  const only = cases.length === 1 ? cases[0] : cases.find(({ caseId }) => caseId === openCase);
  return only?.site?.siteId ?? only?.plan?.siteId;
}

interface CaseSite {
  readonly caseId: string;
  readonly site?: { readonly siteId?: string } | null;
  readonly plan?: { readonly siteId?: string } | null;
}

const dayOf = (date: string): Boxes => ({
  day: String(Number(date.slice(8, 10))),
  month: String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
});
