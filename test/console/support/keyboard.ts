/** A person who has no mouse: Tab and Shift+Tab lead to what is there, and what has the focus can be seen. */
import type { Page } from 'playwright-core';

const MOST_STOPS = 150;

/** What has the focus, as far as a keyboard user can tell. */
export interface Stop {
  /** Its words: the label, what stands in it, or its value. */
  readonly name: string;
  readonly tag: string;
  /** Inside the window, of some size, and told apart from how it looks without the focus. */
  readonly seen: boolean;
}

/** Runs in the page, which has no types here: what differs between focused and not is what an eye can see. */
const READ_STOP = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: '', tag: 'body', seen: true };
  const labels = at.labels === undefined || at.labels === null ? [] : [...at.labels];
  const name = [...labels.map((label) => label.innerText), at.innerText || at.value || ''].join(' ');
  const looks = () => [at, at.parentElement, ...labels, at.closest('label, li, div')]
    .filter((one) => one !== null)
    .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before')])
    .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.color, style.borderColor].join(' '))
    .join('|');
  const box = at.getBoundingClientRect();
  const focused = looks();
  const inWindow = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  at.blur();
  const plain = looks();
  at.focus({ preventScroll: true });
  return { name: name.replaceAll(/\\s+/g, ' ').trim(), tag: at.tagName.toLowerCase(), seen: inWindow && focused !== plain };
})()`;

export const stop = (page: Page): Promise<Stop> => page.evaluate(READ_STOP) as Promise<Stop>;

/**
 * Presses Tab until something with this name has the focus. @throws Error where the focus cannot be seen on the way, or
 * never comes there.
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (!at.seen) throw new Error(`the focus is not to be seen on "${at.name}" (${at.tag})`);
    passed.push(at.name);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}: ${passed.slice(0, 60).join(' · ')}`);
}

/** Enter on what has the focus, and the page that it leads to. */
export async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('domcontentloaded');
}

/** Types over what stands in the box that has the focus. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
