/** What a person does with a form of the console: by its buttons and labels, whatever command it belongs to. */
import type { Locator, Page } from 'playwright-core';

const MOST_STEPS = 12;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** Presses what leads to another page, and waits for it to stand: without scripts, every step is one. */
export async function press(locator: Locator): Promise<void> {
  const page = locator.page();
  await Promise.all([page.waitForEvent('framenavigated'), locator.click()]);
  await page.waitForLoadState('domcontentloaded');
}

/** Follows a link by its words. */
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  press(page.getByRole('link', { name, exact: typeof name === 'string' }).first());

/** Steps through a form with the example of each page, up to the page where the answers are checked. */
export async function exampleToCheck(
  page: Page,
  /** Types over the example where this step asks for something of its own. */
  own: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await press(button(page, 'Isi dengan contoh'));
    await own(page);
    await goOn(page);
    if (await isCheck(page)) return;
    if (await refusedAtTop(page)) throw new Error(`refused: ${await refusedAtTop(page)}`);
  }
  throw new Error(`no end of this form: ${page.url()}`);
}

/** The next step, or the check. */
export const goOn = (page: Page): Promise<void> => press(button(page, /^(Lanjut|Periksa isian)$/));

export const isCheck = async (page: Page): Promise<boolean> =>
  (await page.getByRole('heading', { level: 1, name: 'Periksa sebelum mengirim' }).count()) > 0;

/** Words of the summary of errors; undefined where nothing is wrong. */
export async function refusedAtTop(page: Page): Promise<string | undefined> {
  const summary = page.locator('.govuk-error-summary');
  return (await summary.count()) === 0 ? undefined : (await summary.innerText()).trim();
}

/** Sends what was checked. @returns what the page says was recorded */
export async function send(page: Page): Promise<string> {
  await press(button(page, /^Kirim/));
  await page.getByText(/^Tercatat:/).waitFor();
  return page.locator('main').innerText();
}

/** An example, checked and sent. */
export async function sendExample(page: Page, own?: (page: Page) => Promise<void>): Promise<string> {
  await exampleToCheck(page, own);
  return send(page);
}

/** The three boxes of a date, named by what is asked. */
export async function typeDate(page: Page, asked: string | RegExp, date: string): Promise<void> {
  const [year, month, day] = date.split('-').map(Number);
  const boxes = page.getByRole('group', { name: asked });
  await boxes.getByLabel('Tanggal', { exact: true }).fill(String(day));
  await boxes.getByLabel('Bulan', { exact: true }).fill(String(month));
  await boxes.getByLabel('Tahun', { exact: true }).fill(String(year));
}
