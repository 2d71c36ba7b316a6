/** The rules that an event came about by: which policy, which value, since when, on what it rests. */

import { ALL_COMMANDS } from '../../../catalogue/index.ts';
import type { JsonValue } from '../../../domain/decider.ts';
import type { SignedIn } from '../../page.ts';
import { PolicyName } from '../../parts/policy-name.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { ButtonLink, Heading, Paragraph, Table } from '../../parts/structure.tsx';
import { DateText, Text } from '../../parts/text.tsx';
import type { TimelineKind } from '../../timeline/events.ts';
import { articleWords } from '../../words/articles.ts';
import { policyValue } from '../../words/policies.ts';
import { same, type Words } from '../../words/words.ts';

interface Rules {
  readonly command: string;
  readonly sequence: number;
  readonly build: string;
  readonly rules: readonly {
    readonly policy: string;
    readonly value: JsonValue;
    readonly unit: string;
    readonly from: string;
    readonly source: string;
  }[];
  readonly warnings: readonly { readonly article: string | null; readonly sentence: Words }[];
}

const DEADLINE: Words = { id: 'Tenggat yang bertindak sendiri', en: 'A deadline that acted by itself' };

const commandWords = (name: string): Words =>
  name === 'fire-deadline'
    ? DEADLINE
    : (ALL_COMMANDS.find((entry) => entry.name === name)?.title ?? same(name));

export async function rulePart({ api, session }: SignedIn, kind: TimelineKind, id: string, version: number) {
  const stream = `/audit/streams/${kind}/${encodeURIComponent(id)}`;
  const auditor = session.actor.role === 'AUDITOR';
  const answer =
    kind === 'journey'
      ? await api.get<Rules>(`/api/v1/journeys/${encodeURIComponent(id)}/events/${version}/rules`)
      : undefined;
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Aturan', en: 'Rule' }} />
      </Heading>
      {answer === undefined ? null : answer.ok ? (
        <RulesShown found={answer.body} />
      ) : (
        <Unavailable problem={answer.problem} />
      )}
      {auditor ? (
        <ButtonLink secondary href={`${stream}/explain?event=${version}`}>
          <Text
            of={{ id: 'Mengapa begini? Apa yang mengubahnya?', en: 'Why so? What would have changed it?' }}
          />
        </ButtonLink>
      ) : null}
    </section>
  );
}

function RulesShown({ found }: { readonly found: Rules }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <>
      <Paragraph>
        <Text of={{ id: 'Perintah: ', en: 'Command: ' }} />
        {t(commandWords(found.command))}.{' '}
        <Text
          of={{
            id: `Keputusan nomor ${found.sequence}, dibuat oleh versi program ${found.build}.`,
            en: `Decision number ${found.sequence}, made by program version ${found.build}.`,
          }}
        />
      </Paragraph>
      <Table
        caption={t({ id: 'Kebijakan yang dipakai', en: 'Policies that were used' })}
        rows={found.rules}
        empty={
          <Text
            of={{
              id: 'Keputusan ini tidak memakai kebijakan yang dapat diatur: hanya bunyi undang-undang.',
              en: 'This decision used no policy that can be set: the law’s own words alone.',
            }}
          />
        }
        columns={[
          {
            head: t({ id: 'Kebijakan', en: 'Policy' }),
            cell: ({ policy }) => <PolicyName policy={policy} />,
            names: true,
          },
          {
            head: t({ id: 'Nilai', en: 'Value' }),
            cell: ({ value, unit }) => policyValue(language, value, unit),
          },
          {
            head: t({ id: 'Berlaku sejak', en: 'In force since' }),
            cell: ({ from }) => <DateText date={from} />,
          },
          { head: t({ id: 'Dasar', en: 'Basis' }), cell: ({ source }) => source },
        ]}
      />
      {found.warnings.map(({ article, sentence }) => (
        <Paragraph>
          <Text of={{ id: 'Peringatan: ', en: 'Warning: ' }} />
          {t(sentence)} {article === null ? '' : `(${t(articleWords(article))})`}
        </Paragraph>
      ))}
    </>
  );
}
