/** What acts next in a practice world: kinds and times, and nobody's name. */
import type { UpcomingDeadline } from '../../../sandbox/worlds.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Table } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { deadlineWords } from '../../words/deadlines.ts';

export function NextDeadlines({
  upcoming,
  action,
  back,
}: {
  readonly upcoming: readonly UpcomingDeadline[];
  readonly action: string;
  readonly back: string;
}) {
  const t = useWords();
  return (
    <>
      <Heading level={2}>
        <Text of={{ id: 'Yang bertindak berikutnya', en: 'What acts next' }} />
      </Heading>
      <Table
        caption={t({ id: 'Tenggat berikutnya di dunia ini', en: 'The next deadlines of this world' })}
        hideCaption
        rows={upcoming}
        empty={<Text of={{ id: 'Tidak ada tenggat yang menunggu.', en: 'No deadline waits.' }} />}
        columns={[
          {
            head: t({ id: 'Kapan', en: 'When' }),
            cell: ({ dueAt }) => <InstantText at={dueAt} />,
            names: true,
          },
          { head: t({ id: 'Apa', en: 'What' }), cell: ({ kind }) => t(deadlineWords(kind).act) },
          { head: t({ id: 'Berapa', en: 'How many' }), cell: ({ count }) => count, numeric: true },
          {
            head: t({ id: 'Pilihan', en: 'Choice' }),
            cell: ({ dueAt, kind }) => (
              <Form action={action}>
                <input type="hidden" name="back" value={back} />
                <Button kind="secondary" name="instant" value={dueAt}>
                  <Text of={{ id: 'Maju sampai di sini', en: 'Move to here' }} />
                  <span class="govuk-visually-hidden">: {t(deadlineWords(kind).name)}</span>
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </>
  );
}
