/** What stood on the page when a story went wrong: the words tell more than the locator that waited. */
import type { Page } from 'playwright-core';
import { onTestFailed } from 'vitest';

export function tellFailure(page: () => Page): void {
  onTestFailed(async () => {
    const main = await page()
      .locator('main')
      .innerText({ timeout: 2_000 })
      .catch(() => 'no page');
    console.error(`${page().url()}\n${main.slice(0, 3_000)}`);
  });
}
