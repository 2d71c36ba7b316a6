/** The first page of every desk. */
import type { Page } from '../../page.ts';
import { Heading } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';

export const homePage: Page = {
  method: 'GET',
  path: '/',
  roles: 'everyone',
  open: async () => ({
    title: { id: 'Pekerjaan', en: 'Work' },
    within: '/',
    body: (
      <Heading>
        <Text of={{ id: 'Pekerjaan', en: 'Work' }} />
      </Heading>
    ),
  }),
};
