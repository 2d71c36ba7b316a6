/** Pages for everybody that say nothing of anybody: what this is, what it does with data, who can use it. */
import type { PublicPage } from '../page.ts';
import { Heading, Link, Paragraph } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';
import type { Words } from '../words/words.ts';
import { ABOUT, ACCESSIBILITY, PRIVACY, type PublicText } from './public-texts.ts';

const page = (path: string, { title, sections }: PublicText): PublicPage => ({
  method: 'GET',
  path,
  roles: 'public',
  open: async () => ({
    title,
    body: (
      <>
        <Heading>
          <Text of={title} />
        </Heading>
        {sections.map(({ heading, paragraphs = [], points = [], links = [] }) => (
          <section>
            {heading === undefined ? null : (
              <Heading level={2}>
                <Text of={heading} />
              </Heading>
            )}
            {paragraphs.map((words: Words) => (
              <Paragraph>
                <Text of={words} />
              </Paragraph>
            ))}
            {points.length === 0 ? null : (
              <ul class="govuk-list govuk-list--bullet titian-prose">
                {points.map((words) => (
                  <li>
                    <Text of={words} />
                  </li>
                ))}
              </ul>
            )}
            {links.map(({ href, name }) => (
              <p class="govuk-body">
                <Link href={href}>
                  <Text of={name} />
                </Link>
              </p>
            ))}
          </section>
        ))}
      </>
    ),
  }),
});

export const forPublic: readonly PublicPage[] = [
  page('/about', ABOUT),
  page('/privacy', PRIVACY),
  page('/accessibility', ACCESSIBILITY),
];
