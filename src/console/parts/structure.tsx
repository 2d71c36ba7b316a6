/** Headings, lists, tables, tabs and messages, as every page shows them. */
import type { ComponentChildren, VNode } from 'preact';
import type { Words } from '../words/words.ts';
import { useWords } from './rendering.ts';

export function Heading({
  children,
  caption,
  level = 1,
}: {
  readonly children: ComponentChildren;
  readonly caption?: ComponentChildren;
  readonly level?: 1 | 2 | 3;
}) {
  const size = ({ 1: 'l', 2: 'm', 3: 's' } as const)[level];
  const Tag = `h${level}` as 'h1';
  return (
    <Tag class={`govuk-heading-${size}`}>
      {caption === undefined ? null : <span class={`govuk-caption-${size}`}>{caption} </span>}
      {children}
    </Tag>
  );
}

export const Paragraph = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="govuk-body titian-prose">{children}</p>
);

export const Lead = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="govuk-body titian-lead">{children}</p>
);

export const Link = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

/** Looks like a button and changes nothing: it leads somewhere. */
export const ButtonLink = ({
  href,
  children,
  secondary,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly secondary?: boolean;
}) => (
  <a
    class={`govuk-button${secondary === true ? ' govuk-button--secondary' : ''}`}
    href={href}
    draggable={false}
  >
    {children}
  </a>
);

export const BackLink = ({ href }: { readonly href: string }) => {
  const t = useWords();
  return (
    <a class="govuk-back-link titian-screen-only" href={href}>
      {t({ id: 'Kembali', en: 'Back' })}
    </a>
  );
};

export interface SummaryRow {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  /** Links such as "Ubah"; each says of what, for those who hear it. */
  readonly actions?: ComponentChildren;
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value, actions }) => (
        <div
          class={`govuk-summary-list__row${actions === undefined ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions === undefined ? null : <dd class="govuk-summary-list__actions">{actions}</dd>}
        </div>
      ))}
    </dl>
  );
}

export interface Column<Row> {
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
  /** This cell names the row. */
  readonly names?: boolean;
}

/** A table with its caption. It scrolls by itself where the screen is narrow, also by keyboard. */
export function Table<Row>({
  caption,
  columns,
  rows,
  empty,
  hideCaption,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What is said where there are none. */
  readonly empty: ComponentChildren;
  readonly hideCaption?: boolean;
}): VNode {
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="titian-scroll" aria-label={caption} tabIndex={0}>
      <table class="govuk-table">
        <caption
          class={`govuk-table__caption ${hideCaption === true ? 'govuk-visually-hidden' : 'govuk-table__caption--m'}`}
        >
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(({ head, numeric }) => (
              <th
                scope="col"
                class={`govuk-table__header${numeric === true ? ' govuk-table__header--numeric' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              {columns.map(({ cell, numeric, names }) =>
                names === true ? (
                  <th scope="row" class="govuk-table__header">
                    {cell(row)}
                  </th>
                ) : (
                  <td class={`govuk-table__cell${numeric === true ? ' govuk-table__cell--numeric' : ''}`}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Nothing is there, and that is said. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="govuk-body titian-empty">{children}</p>
);

export interface Tab {
  readonly path: string;
  readonly name: Words;
  /** Something is missing there. */
  readonly badge?: number;
}

/** Tabs that are pages of their own: they work without scripts, and each has its address. */
export function Tabs({
  tabs,
  label,
  current,
}: {
  readonly tabs: readonly Tab[];
  readonly label: Words;
  readonly current: string;
}) {
  const t = useWords();
  return (
    <nav class="titian-tabs" aria-label={t(label)}>
      <ul>
        {tabs.map(({ path, name, badge }) => (
          <li>
            <a href={path} {...(path === current ? { 'aria-current': 'page' as const } : {})}>
              {t(name)}
              {badge === undefined || badge === 0 ? null : <span class="titian-badge"> {badge}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** After something was done: what, and what happens next. */
export function Success({
  title,
  children,
}: {
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const t = useWords();
  return (
    <div
      class="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="done"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="done">
          {t({ id: 'Berhasil', en: 'Done' })}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Something to know before going on. */
export function Warning({ children }: { readonly children: ComponentChildren }) {
  const t = useWords();
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t({ id: 'Perhatian', en: 'Warning' })}</span>
        {children}
      </strong>
    </div>
  );
}

export function Details({
  summary,
  children,
}: {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** Pages of a list whose next page is known by a cursor. */
export function NextPage({ href }: { readonly href: string | null }) {
  const t = useWords();
  if (href === null) return null;
  return (
    <nav
      class="titian-screen-only titian-pages"
      aria-label={t({ id: 'Halaman daftar', en: 'Pages of the list' })}
    >
      <Link href={href}>{t({ id: 'Berikutnya', en: 'Next' })}</Link>
    </nav>
  );
}
