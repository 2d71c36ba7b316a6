/** What stands on a board, from top to bottom. */
import { BOARDS, type BoardAnswer, type BoardName } from '../../boards/answer.ts';
import { definitionsOf } from '../../boards/definitions.ts';
import { BOARD_NAMES, TRAIT_NAMES, YEAR_OF } from '../../boards/words.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, Tabs } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { CertificateFigures, FlowFigures, RetentionFigures, StageFigures } from './board-figures.tsx';

export interface BoardProps {
  readonly answer: BoardAnswer;
  /** null = all of them. */
  readonly office: string | null;
  readonly names: ReadonlyMap<string, string>;
}

const FIGURES = {
  flow: FlowFigures,
  stages: StageFigures,
  certificates: CertificateFigures,
  retention: RetentionFigures,
} as const satisfies { readonly [B in BoardName]: unknown };

export function BoardBody({ answer, office, names }: BoardProps) {
  const t = useWords();
  const { board, asOf, threshold } = answer;
  const Figures = FIGURES[board];
  return (
    <>
      <Heading caption={office ?? t({ id: 'Semua kantor', en: 'All offices' })}>
        {t({ id: 'Papan pimpinan', en: 'Boards' })}: {t(BOARD_NAMES[board])}
      </Heading>
      <Tabs
        label={{ id: 'Papan', en: 'Boards' }}
        current={`/boards/${board}`}
        tabs={BOARDS.map((name) => ({ path: `/boards/${name}`, name: BOARD_NAMES[name] }))}
      />
      <Choice answer={answer} />
      <Lead>
        <Text of={{ id: 'Keadaan per', en: 'As of' }} /> <InstantText at={asOf} />.{' '}
        <Text
          of={{
            id: `Angka di bawah ${threshold} ditulis “<${threshold}”, supaya tidak ada orang yang dapat dikenali.`,
            en: `Numbers below ${threshold} are written “<${threshold}”, so that nobody can be recognised.`,
          }}
        />
      </Lead>
      <Figures answer={answer} names={names} />
      <Definitions answer={answer} />
      <p class="govuk-body titian-screen-only">
        <Link href={fileAddress(answer)}>
          <Text of={{ id: 'Unduh sebagai CSV', en: 'Download as CSV' }} />
        </Link>
      </p>
    </>
  );
}

function fileAddress({ board, year, by }: BoardAnswer): string {
  const query = new URLSearchParams({
    ...(year === null ? {} : { year: String(year) }),
    ...(by === null ? {} : { by }),
  }).toString();
  return `/boards/${board}/file.csv${query === '' ? '' : `?${query}`}`;
}

/** Year and trait. One trait at a time: two together would be of too few people. */
function Choice({ answer }: { readonly answer: BoardAnswer }) {
  const t = useWords();
  const { board, year, years, by, traits } = answer;
  if (year === null) return null;
  return (
    <form method="get" action={`/boards/${board}`} class="titian-choice titian-screen-only">
      <div class="govuk-form-group">
        <label class="govuk-label" for="year">
          {t(YEAR_OF[board])}
        </label>
        <select class="govuk-select" id="year" name="year">
          {[...new Set([year, ...years])]
            .sort((a, b) => b - a)
            .map((one) => (
              <option value={one} selected={one === year}>
                {one}
              </option>
            ))}
        </select>
      </div>
      {traits.length === 0 ? null : (
        <div class="govuk-form-group">
          <label class="govuk-label" for="by">
            {t({ id: 'Pilah menurut', en: 'Compare by' })}
          </label>
          <select class="govuk-select" id="by" name="by">
            <option value="">{t({ id: 'Tidak dipilah', en: 'Do not compare' })}</option>
            {traits.map((trait) => (
              <option value={trait} selected={trait === by}>
                {t(TRAIT_NAMES[trait])}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t({ id: 'Tampilkan', en: 'Show' })}
      </button>
    </form>
  );
}

function Definitions({ answer: { board, threshold } }: { readonly answer: BoardAnswer }) {
  const { language } = useRendering();
  return (
    <section aria-labelledby="definitions">
      <h2 class="govuk-heading-m" id="definitions">
        <Text of={{ id: 'Apa yang dihitung', en: 'What is counted' }} />
      </h2>
      <dl class="titian-definitions">
        {definitionsOf(board, threshold).map(({ term, means }) => (
          <>
            <dt>{term[language]}</dt>
            <dd>{means[language]}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
