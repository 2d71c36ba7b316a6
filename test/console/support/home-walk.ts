/** From Home's number to its list, to one line, to that line's next step. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { press, sendExample } from './form-walk.ts';

const WAIT = { timeout: 20_000, interval: 300 };

/** Names on Home's cards and lists, each with its number. */
export async function countOf(page: Page, list: string): Promise<number> {
  await page.goto('/');
  const card = page.getByRole('link', { name: new RegExp(`^[\\d.]+ ${list}`) });
  if ((await card.count()) > 0) return number(await card.first().innerText());
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: list, exact: true }) });
  return number((await line.first().innerText()).replace(list, ''));
}

const number = (text: string): number => Number(/\d[\d.]*/.exec(text)?.[0].replaceAll('.', '') ?? Number.NaN);

/** What another desk did arrives within a moment: Home is asked until its number is this. */
export const expectCount = (page: Page, list: string, count: number): Promise<void> =>
  expect.poll(() => countOf(page, list), WAIT).toBe(count);

/** Opens a list by its number on Home, once something lies in it. */
export async function openList(page: Page, list: string): Promise<void> {
  await expect.poll(() => countOf(page, list), WAIT).toBeGreaterThan(0);
  const link = page.getByRole('link', { name: new RegExp(`^(?:[\\d.]+ )?${list}`) });
  await press(link.first());
}

/** Presses the next step of the line about somebody or something. */
export async function takeNextStep(page: Page, step: string | RegExp, about?: string): Promise<void> {
  const lines = page.getByRole('row').filter({ has: page.getByRole('link', { name: step }) });
  const line = about === undefined ? lines : lines.filter({ hasText: about });
  await press(line.first().getByRole('link', { name: step }));
}

/**
 * A piece of a week: Home's number, its list, one line's next step, its form with an example, done; and the number
 * has gone down by that one.
 */
export async function workOff(
  page: Page,
  list: string,
  step: string | RegExp,
  own?: (page: Page) => Promise<void>,
  about?: string,
): Promise<string> {
  await expect.poll(() => countOf(page, list), WAIT).toBeGreaterThan(0);
  const before = await countOf(page, list);
  await openList(page, list);
  await takeNextStep(page, step, about);
  const recorded = await sendExample(page, own);
  await expectCount(page, list, before - 1);
  return recorded;
}

/** The date in words that stands in a line. */
export const dateIn = (line: string): string => /\d+ [A-Z][a-z]+ \d{4}/.exec(line)?.[0] ?? 'no date';
