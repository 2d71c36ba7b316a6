/** The quota of workers with a disability (UU 8/2016 art. 53), exact and rounded up. */
import { commandPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { ButtonLink, Empty, SummaryList } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { ShownQuota } from './work-api.ts';

const decimal = (language: 'id' | 'en', value: number): string =>
  language === 'id' ? String(value).replace('.', ',') : String(value);

export function QuotaPart({
  answer,
  employerId,
}: {
  readonly answer: ApiAnswer<ShownQuota>;
  readonly employerId: string;
}) {
  return (
    <section aria-labelledby="quota">
      <h2 class="govuk-heading-m" id="quota">
        <Text of={{ id: 'Kuota pekerja penyandang disabilitas', en: 'Quota of workers with a disability' }} />
      </h2>
      {answer.ok ? (
        <Quota quota={answer.body} />
      ) : answer.status === 404 ? (
        <Empty>
          <Text
            of={{
              id: 'Jumlah pekerja belum dilaporkan, sehingga kuota belum dapat dihitung.',
              en: 'The number of workers was not reported yet, so that the quota cannot be counted.',
            }}
          />
        </Empty>
      ) : (
        <Unavailable problem={answer.problem} />
      )}
      <ButtonLink
        href={commandPath({ kind: 'register', register: 'employer', id: employerId }, 'report-workforce')}
        secondary
      >
        <Text of={{ id: 'Laporkan jumlah pekerja', en: 'Report the workforce' }} />
      </ButtonLink>
    </section>
  );
}

function Quota({ quota }: { readonly quota: ShownQuota }) {
  const t = useWords();
  const { language } = useRendering();
  const whole = (count: number) => wholeInWords(language, count);
  const { law, percent, workers, exact, roundedUp, disabledWorkers, missing, reportedOn } = quota;
  return (
    <>
      <p class="govuk-body">
        {t({ id: law.replace('art.', 'pasal'), en: law })}{' '}
        {missing === 0 ? (
          <Tag meaning="done">
            <Text of={{ id: 'Kuota terpenuhi', en: 'Quota met' }} />
          </Tag>
        ) : (
          <Tag meaning="due">
            {t({ id: `Kurang ${whole(missing)} orang`, en: `${whole(missing)} missing` })}
          </Tag>
        )}
      </p>
      <SummaryList
        rows={[
          {
            key: t({ id: 'Kuota', en: 'Quota' }),
            value: t({
              id: `${percent} % dari ${whole(workers)} pekerja = ${decimal(language, exact)}, dibulatkan ke atas ${roundedUp}`,
              en: `${percent} % of ${whole(workers)} workers = ${decimal(language, exact)}, rounded up ${roundedUp}`,
            }),
          },
          {
            key: t({ id: 'Pekerja penyandang disabilitas', en: 'Workers with a disability' }),
            value: whole(disabledWorkers),
          },
          {
            key: t({
              id: 'Ditempatkan lewat Titian dan setuju dihitung',
              en: 'Placed here and agreed to be counted',
            }),
            value: whole(quota.placedWithConsent),
          },
          { key: t({ id: 'Dilaporkan', en: 'Reported' }), value: <DateText date={reportedOn} /> },
        ]}
      />
    </>
  );
}
