/** Assessments: stage, what is missing, attempts and their results unit by unit, the appeal. */
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Empty, Heading, SummaryList, Table } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import { dateInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { AssessmentSeen, JourneySeen } from '../journey-view.ts';
import { UnitName } from '../unit-name.tsx';

type Names = ReadonlyMap<string, string>;

function Attempts({ found, unitNames }: { readonly found: AssessmentSeen; readonly unitNames: Names }) {
  const t = useWords();
  const { language } = useRendering();
  const on = (date: string | null): string => (date === null ? '–' : dateInWords(language, date));
  return (
    <>
      {found.attempts.map(({ kind, test, takenOn, units, results, recommended, void: conflict }, index) => (
        <Details
          summary={`${t({ id: 'Uji ke-', en: 'Test ' })}${index + 1}: ${t(valueWords('attempt.kind', kind))}, ${on(takenOn ?? test?.on ?? null)}`}
        >
          {conflict === null ? null : (
            <p class="govuk-body">
              <Tag meaning="breach">{t({ id: 'Tidak dihitung', en: 'Not counted' })}</Tag>{' '}
              {t(valueWords('conflict.ground', conflict))}
            </p>
          )}
          <Table
            caption={t({ id: 'Hasil per unit', en: 'Results by unit' })}
            hideCaption
            empty=""
            rows={units}
            columns={[
              {
                head: t({ id: 'Unit', en: 'Unit' }),
                cell: (unit) => <UnitName code={unit} names={unitNames} />,
                names: true,
              },
              {
                head: t({ id: 'Rekomendasi asesor', en: 'Recommendation' }),
                cell: (unit) => recommended?.find((one) => one.unit === unit)?.result ?? '–',
              },
              {
                head: t({ id: 'Keputusan', en: 'Decision' }),
                cell: (unit) => {
                  const result = results?.find((one) => one.unit === unit)?.result;
                  if (result === undefined) return '–';
                  return (
                    <Tag meaning={result === 'K' ? 'done' : 'overdue'}>
                      {result === 'K'
                        ? t({ id: 'Kompeten', en: 'Competent' })
                        : t({ id: 'Belum kompeten', en: 'Not yet competent' })}
                    </Tag>
                  );
                },
              },
            ]}
          />
        </Details>
      ))}
    </>
  );
}

export function AssessmentTab({
  journey,
  names,
  schemes,
  unitNames,
}: {
  readonly journey: JourneySeen;
  readonly names: Names;
  readonly schemes: Names;
  readonly unitNames: Names;
}) {
  const t = useWords();
  const { language } = useRendering();
  const all = journey.assessment?.assessments ?? [];
  if (all.length === 0) {
    return (
      <Empty>
        {t({
          id: 'Belum ada uji kompetensi yang terlihat dari meja Anda.',
          en: 'There is no assessment that your desk can see.',
        })}
      </Empty>
    );
  }
  const on = (date: string | null | undefined): string => (date == null ? '–' : dateInWords(language, date));
  return (
    <>
      {all.map((found) => (
        <section>
          <Heading level={2} caption={names.get(found.certificationBody ?? '') ?? found.certificationBody}>
            {schemes.get(found.schemeId) ?? found.schemeId}
          </Heading>
          <SummaryList
            rows={[
              {
                key: t({ id: 'Keadaan', en: 'State' }),
                value: (
                  <Tag meaning={stageMeaning('assessment', found.stage)}>
                    {t(stageWords('assessment', found.stage))}
                  </Tag>
                ),
              },
              { key: t({ id: 'Dimohonkan', en: 'Requested' }), value: on(found.requestedOn) },
              ...((found.missing ?? []).length === 0
                ? []
                : [
                    {
                      key: t({ id: 'Berkas kurang', en: 'Papers missing' }),
                      value: (found.missing ?? []).map((code) => t(valueWords('missing', code))).join(', '),
                    },
                  ]),
              ...((found.needs ?? []).length === 0
                ? []
                : [
                    {
                      key: t({ id: 'Penyesuaian (AK.07)', en: 'Adjustments (AK.07)' }),
                      value:
                        found.adjustments == null
                          ? t({ id: 'Belum disepakati', en: 'Not agreed yet' })
                          : found.adjustments.map((code) => t(valueWords('needs', code))).join(', '),
                    },
                  ]),
              { key: t({ id: 'Diputus', en: 'Decided' }), value: on(found.decidedOn) },
              ...(found.appeal?.until == null || found.appeal.ended
                ? []
                : [
                    {
                      key: t({ id: 'Banding paling lambat', en: 'Appeal by' }),
                      value: on(found.appeal.until.date),
                    },
                  ]),
              { key: t({ id: 'Uji ulang', en: 'Retests' }), value: String(found.retests ?? 0) },
            ]}
          />
          <Attempts found={found} unitNames={unitNames} />
        </section>
      ))}
    </>
  );
}
