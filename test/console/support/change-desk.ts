/** The bar of the sandbox: another desk in the same world, and its clock. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { follow, press } from './form-walk.ts';

/** @param name what stands on the desk's card: its role, and its place where it needs one */
export async function changeDesk(page: Page, name: string | RegExp): Promise<void> {
  await follow(page, 'Ganti meja');
  await press(page.getByRole('button', { name }));
  expect(new URL(page.url()).pathname).toBe('/');
}

/** One of the buttons of the clock's page. */
export async function moveOn(page: Page, days: 1 | 7 | 30 | 180): Promise<void> {
  await follow(page, 'Majukan jam');
  await press(page.getByRole('button', { name: `Maju ${days} hari`, exact: true }));
  await page.getByText('Jam sudah dimajukan').waitFor();
}
