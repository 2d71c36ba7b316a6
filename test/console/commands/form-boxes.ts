/** Fills a form in as a browser without scripts does: what stands in the page is sent along, changed where one types. */
import type { Browser, Fields, PageAnswer } from '../console-world.ts';

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found === null ? undefined : plain(found[1] ?? '');
};

export function formHtml(html: string, action: string): string {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, found]) => plain(found!) === action);
  if (form === undefined) throw new Error(`no form to ${action}`);
  return form[2]!;
}

/** All boxes with what a browser would send for them. */
export function boxesIn(html: string): { [name: string]: string[] } {
  const boxes: { [name: string]: string[] } = {};
  const add = (name: string | undefined, value: string): void => {
    if (name !== undefined && name !== '') boxes[name] = [...(boxes[name] ?? []), value];
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    if (type === 'file') continue;
    const choice = type === 'radio' || type === 'checkbox';
    if (choice && attribute(tag, 'checked') === undefined) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? (choice ? 'on' : ''));
  }
  for (const [, open, text] of html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    add(attribute(open!, 'name'), plain(text!));
  }
  for (const [, open, inner] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const options = [...inner!.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
    if (chosen !== undefined) add(attribute(open!, 'name'), attribute(chosen, 'value') ?? '');
  }
  return boxes;
}

/** Presses the button that sends, or the one whose name and value are among `typed`. */
export async function fillIn(
  browser: Browser,
  page: PageAnswer,
  action: string,
  typed: Fields = {},
): Promise<PageAnswer> {
  const answer = await browser.post(action, { ...boxesIn(formHtml(page.html, action)), ...typed });
  return answer.location === undefined ? answer : browser.open(answer.location);
}

/** Boxes that nobody could name: no label for their id, and none around them. */
export function unlabelled(html: string): string[] {
  const labels = new Set([...html.matchAll(/<label\b[^>]*\sfor="([^"]*)"/g)].map(([, id]) => id));
  const boxes = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  return boxes
    .filter((tag) => !['hidden', 'submit', 'button'].includes(attribute(tag, 'type') ?? 'text'))
    .filter((tag) => {
      const id = attribute(tag, 'id');
      return attribute(tag, 'aria-label') === undefined && (id === undefined || !labels.has(id));
    });
}

/** `2026-03-30` as the three boxes of a date. */
export const dateBoxes = (name: string, date: string): Fields => ({
  [`${name}.day`]: String(Number(date.slice(8, 10))),
  [`${name}.month`]: String(Number(date.slice(5, 7))),
  [`${name}.year`]: date.slice(0, 4),
});

export const readingBoxes = (name: string, reading: string): Fields => ({
  ...dateBoxes(name, reading),
  [`${name}.time`]: reading.slice(11, 16),
});

export const paperBoxes = (kind: string, number: string, date: string): Fields => ({
  'document.kind': kind,
  'document.number': number,
  ...dateBoxes('document.date', date),
});
