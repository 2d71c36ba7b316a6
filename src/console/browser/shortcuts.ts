/**
 * Keys for those who work in lists all day. None does anything while somebody writes, and all can be switched off
 * (WCAG 2.1.4). Every one of them is a link or a field of the page: without this script nothing is missing.
 */

interface Shortcut {
  /** As pressed one after the other. */
  readonly keys: readonly string[];
  readonly id: string;
  readonly en: string;
  readonly act: () => void;
}

const OFF_COOKIE = 'titian-shortcuts';
const YEAR_SECONDS = 365 * 24 * 3_600;
/** A second key after this long is a first one. */
const TOGETHER_MS = 1_200;

const language = document.documentElement.lang === 'en' ? 'en' : 'id';
const say = (words: { readonly id: string; readonly en: string }): string => words[language];

const areOff = (): boolean => document.cookie.split('; ').includes(`${OFF_COOKIE}=off`);

/** A cookie and not the storage: signing out of a shared computer clears that. It says nothing of anybody. */
function switchTo(on: boolean): void {
  const age = on ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser that offices have
  document.cookie = `${OFF_COOKIE}=off; path=/; max-age=${age}; samesite=lax`;
}

function search(): void {
  const field = document.querySelector<HTMLElement>('[data-search]');
  if (field !== null) field.focus();
  else follow('/search');
}

/** Only where the menu leads there: no key opens what the desk may not. */
function follow(path: string): void {
  const link = document.querySelector<HTMLAnchorElement>(`.titian-nav a[href="${path}"]`);
  if (link !== null) location.assign(link.href);
}

const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-rows] tbody tr, ul[data-rows] > li'),
];
const linkIn = (row: HTMLElement): HTMLElement | null => row.querySelector('a, button, input');
const presentRow = (): number => rows().findIndex((row) => row.contains(document.activeElement));

/** The focus itself moves: Enter then opens what is there, and a screen reader says it. */
function move(by: 1 | -1): void {
  const all = rows();
  const at = presentRow();
  const row = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by];
  if (row === undefined) return;
  linkIn(row)?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['/'], id: 'Cari orang', en: 'Find a person', act: search },
  { keys: ['g', 'h'], id: 'Ke halaman pekerjaan', en: 'Go to your work', act: () => follow('/') },
  {
    keys: ['g', 'a'],
    id: 'Ke kehadiran hari ini',
    en: 'Go to today’s attendance',
    act: () => follow('/attendance'),
  },
  { keys: ['j'], id: 'Baris berikutnya', en: 'Next row', act: () => move(1) },
  { keys: ['k'], id: 'Baris sebelumnya', en: 'Previous row', act: () => move(-1) },
  { keys: ['?'], id: 'Bantuan ini', en: 'This help', act: () => openHelp() },
];

let help: HTMLDialogElement | undefined;

function openHelp(): void {
  help ??= makeHelp();
  if (!help.open) help.showModal();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function makeHelp(): HTMLDialogElement {
  const title = element('h2', 'govuk-heading-m', say({ id: 'Pintasan papan tik', en: 'Keyboard shortcuts' }));
  title.id = 'shortcuts-title';
  const list = element('dl', '');
  for (const { keys, ...words } of [
    ...SHORTCUTS,
    { keys: ['Enter'], id: 'Buka baris', en: 'Open the row' },
  ]) {
    const pressed = keys.flatMap((key, index) => [...(index === 0 ? [] : [' ']), element('kbd', '', key)]);
    list.append(element('dt', '', ...pressed), element('dd', '', say(words)));
  }
  const box = element('input', 'govuk-checkboxes__input');
  box.type = 'checkbox';
  box.id = 'shortcuts-on';
  box.checked = !areOff();
  box.addEventListener('change', () => switchTo(box.checked));
  const label = element(
    'label',
    'govuk-label govuk-checkboxes__label',
    say({ id: 'Pintasan menyala di peramban ini', en: 'Shortcuts are on in this browser' }),
  );
  label.htmlFor = box.id;
  const item = element('div', 'govuk-checkboxes__item', box, label);
  const close = element('button', 'govuk-button', say({ id: 'Tutup', en: 'Close' }));
  close.type = 'button';
  const dialog = element(
    'dialog',
    'titian-shortcuts',
    title,
    list,
    element('div', 'govuk-form-group', item),
    close,
  );
  dialog.setAttribute('aria-labelledby', title.id);
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));

let pressed: { readonly key: string; readonly at: number } | undefined;

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(target)) return;
  if (areOff() || help?.open === true) return;
  const before =
    pressed !== undefined && event.timeStamp - pressed.at < TOGETHER_MS ? pressed.key : undefined;
  const found =
    SHORTCUTS.find(({ keys }) => keys.length === 2 && keys[0] === before && keys[1] === key) ??
    SHORTCUTS.find(({ keys }) => keys.length === 1 && keys[0] === key);
  pressed = { key, at: event.timeStamp };
  if (found === undefined) return;
  event.preventDefault();
  pressed = undefined;
  found.act();
});

// The way to the help for those who know no key yet, and back to them for those who switched them off.
const foot = document.querySelector('.titian-foot ul');
if (foot !== null) {
  const button = element(
    'button',
    'titian-link-button',
    say({ id: 'Pintasan papan tik', en: 'Keyboard shortcuts' }),
  );
  button.type = 'button';
  button.addEventListener('click', openHelp);
  foot.append(element('li', '', button));
}
