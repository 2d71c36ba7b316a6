/** Pages for everybody that say nothing of anybody. */

import type { Page } from '../page.ts';
import { Heading, Paragraph } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';

const ACCESSIBILITY: Page = {
  method: 'GET',
  path: '/accessibility',
  roles: 'public',
  open: async () => ({
    title: { id: 'Aksesibilitas', en: 'Accessibility' },
    body: (
      <>
        <Heading>
          <Text of={{ id: 'Aksesibilitas', en: 'Accessibility' }} />
        </Heading>
        <Paragraph>
          <Text
            of={{
              id: 'Titian dibuat agar dapat dipakai dengan papan ketik, pembaca layar, layar kecil, perbesaran sampai 400 % dan tanpa JavaScript. Acuannya WCAG 2.2 tingkat AA.',
              en: 'Titian is made to be used by keyboard, by screen reader, on small screens, enlarged to 400 % and without JavaScript. It aims at WCAG 2.2, level AA.',
            }}
          />
        </Paragraph>
      </>
    ),
  }),
};

export const forPublic: readonly Page[] = [ACCESSIBILITY];
