/** Elements of the page, of texts only: what a file says can never become markup, nor hide in it. */
import { printable } from '../core/printable.ts';

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { readonly [name: string]: string },
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => (typeof child === 'string' ? printable(child) : child)));
  return made;
}

export function list(items: readonly string[]): HTMLUListElement {
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}

/** Names with their values. */
export function table(rows: readonly (readonly [string, string])[]): HTMLDListElement {
  return element(
    'dl',
    {},
    ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}
