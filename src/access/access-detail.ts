/**
 * What stands in an access row beside who, what and when: how many rows were shown and by which filter, or
 * under which emergency grant. It is written into the row's `reason` in a fixed form, because the sealed hash of
 * a row covers `reason` and no further columns (docs/audit-bundle.md).
 *
 * `rows=12 stage=RUNNING regency=#4f0c2a9d1e7b6350`: names and values without spaces, one space between.
 */

/** A number, date, code or enumerated word. Sixteen digits could be a NIK and are never written. */
const OPEN_VALUE = /^(?!.*\d{12})[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/;
const LONGEST_DETAIL = 500;

/** Filters whose values are codes, dates or words of ours; any other could hold whatever somebody types. */
const CODED: ReadonlySet<string> = new Set([
  ...['office', 'probationOffice', 'site', 'centre', 'scheme', 'assessor', 'programme', 'cohort', 'stage'],
  ...['status', 'state', 'behindPace', 'inCustody', 'unreviewed', 'dueBefore', 'releasedBefore', 'openOn'],
  ...['expiresBefore', 'testFrom', 'testUntil', 'availableFrom', 'action', 'outcome', 'role', 'from', 'to'],
  ...['date', 'list', 'kind', 'period', 'size', 'seed', 'risk', 'leaf'],
]);

/** Of paging and place: they say nothing about what was looked for. */
const NOT_A_FILTER: ReadonlySet<string> = new Set(['world', 'limit', 'cursor', 'after']);

export type AccessFilterShown = { readonly [name: string]: unknown };

/** One list that is shown: how many rows leave, and what was asked for. */
export interface Shown {
  readonly rows: number;
  readonly filter?: AccessFilterShown;
}

/**
 * @param keyedHash of a value that may be personal: the same value gives the same mark, and nobody without the
 *   vault's key can tell which it was.
 */
export function accessDetail({ rows, filter = {} }: Shown, keyedHash: (text: string) => string): string {
  const asked = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined || NOT_A_FILTER.has(name)) return [];
    const text = String(value);
    const isOpen = CODED.has(name) && OPEN_VALUE.test(text);
    return [`${name}=${isOpen ? text : `#${keyedHash(`access-filter/${name}/${text}`).slice(0, 16)}`}`];
  });
  return [`rows=${rows}`, ...asked].join(' ').slice(0, LONGEST_DETAIL);
}

/** A look under an emergency grant. */
export const underGrant = (grantId: string): string => `break-glass=${grantId}`;

export interface AccessDetail {
  readonly rows: number | null;
  readonly grantId: string | null;
  readonly filter: { readonly [name: string]: string };
}

/** Reads the fixed form again; undefined where the reason is some other text, for example a refusal's code. */
export function readAccessDetail(reason: string | undefined): AccessDetail | undefined {
  if (reason === undefined || !/^(?:rows|break-glass)=/.test(reason)) return undefined;
  const parts = reason.split(' ').map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)];
  });
  const { rows, 'break-glass': grantId, ...filter } = Object.fromEntries(parts);
  return { rows: rows === undefined ? null : Number(rows), grantId: grantId ?? null, filter };
}
