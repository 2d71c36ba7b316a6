/** The menu of each desk: every entry is a page that the desk may open. */
import { expect, test } from 'vitest';
import { TOKEN_ROLES } from '../../src/access/roles.ts';
import { navigationFor } from '../../src/console/navigation.ts';
import type { ConsoleOptions } from '../../src/console/options.ts';
import { consolePages } from '../../src/console/pages/index.ts';
import type { TokenRole } from '../../src/console/session/session.ts';

/** Which pages there are, and for whom, is known before anything is asked of a database. */
const pages = consolePages({ sandbox: null } as ConsoleOptions);

test.each(TOKEN_ROLES as readonly TokenRole[])(
  'every entry in the menu of %s leads to a page of that desk',
  (role) => {
    const menu = navigationFor(role);
    expect(menu.length).toBeGreaterThan(0);
    for (const { path } of menu) {
      const page = pages.find((one) => one.method === 'GET' && one.path === path);
      expect([path, page?.roles === 'everyone' || page?.roles.includes(role)]).toEqual([path, true]);
    }
  },
);

test('no two pages have the same address', () => {
  const addresses = pages.map(({ method, path }) => `${method} ${path}`);
  expect(addresses.filter((one, place) => addresses.indexOf(one) !== place)).toEqual([]);
});
