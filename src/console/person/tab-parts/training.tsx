/** Enrolments and offers: class, units, attendance, training certificate. */
import { commandPath } from '../../addresses.ts';
import { maySend } from '../../forms/flow/doors.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Link, SummaryList, Table } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { dateInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { EnrolmentSeen, JourneySeen } from '../journey-view.ts';
import { UnitName } from '../unit-name.tsx';

type Names = ReadonlyMap<string, string>;

function Enrolment({
  found,
  names,
  programmes,
  unitNames,
  opensClass,
}: {
  readonly found: EnrolmentSeen;
  readonly names: Names;
  readonly programmes: Names;
  readonly unitNames: Names;
  readonly opensClass: boolean;
}) {
  const t = useWords();
  const { language } = useRendering();
  const {
    stage,
    classId,
    startsOn,
    endsOn,
    jp,
    units = [],
    achievedUnits = [],
    attendance,
    trainingCertificate,
  } = found;
  const on = (date: string | null | undefined): string => (date == null ? '–' : dateInWords(language, date));
  return (
    <section>
      <Heading level={2} caption={names.get(found.centre) ?? found.centre}>
        {programmes.get(found.programmeId) ?? found.programmeId}
      </Heading>
      <SummaryList
        rows={[
          {
            key: t({ id: 'Keadaan', en: 'State' }),
            value: <Tag meaning={stageMeaning('training', stage)}>{t(stageWords('training', stage))}</Tag>,
          },
          ...(classId === undefined
            ? []
            : [
                {
                  key: t({ id: 'Kelas', en: 'Class' }),
                  value: opensClass ? (
                    <Link href={`/classes/${encodeURIComponent(classId)}`}>{classId}</Link>
                  ) : (
                    classId
                  ),
                },
              ]),
          { key: t({ id: 'Dari, sampai', en: 'From, to' }), value: `${on(startsOn)} – ${on(endsOn)}` },
          ...(jp === undefined ? [] : [{ key: t({ id: 'Lama', en: 'Length' }), value: `${jp} JP` }]),
          {
            key: t({ id: 'Unit tuntas', en: 'Units achieved' }),
            value: t({
              id: `${achievedUnits.length} dari ${units.length}`,
              en: `${achievedUnits.length} of ${units.length}`,
            }),
          },
          ...(attendance == null
            ? []
            : [
                {
                  key: t({ id: 'Kehadiran', en: 'Attendance' }),
                  value: t({
                    id: `${attendance.attendedJp} JP hadir, perlu ${attendance.requiredJp} JP (${attendance.thresholdPercent}%)`,
                    en: `${attendance.attendedJp} JP attended, ${attendance.requiredJp} JP needed (${attendance.thresholdPercent}%)`,
                  }),
                },
              ]),
          ...(trainingCertificate == null
            ? []
            : [
                {
                  key: t({ id: 'Sertifikat pelatihan', en: 'Training certificate' }),
                  value: `${trainingCertificate.number}, ${on(trainingCertificate.issuedOn)}`,
                },
              ]),
        ]}
      />
      <Table
        caption={t({ id: 'Unit kompetensi', en: 'Units' })}
        hideCaption
        empty={t({ id: 'Program ini tidak menyebut unit.', en: 'This programme names no units.' })}
        rows={units}
        columns={[
          {
            head: t({ id: 'Unit', en: 'Unit' }),
            cell: (unit) => <UnitName code={unit} names={unitNames} />,
            names: true,
          },
          {
            head: t({ id: 'Keadaan', en: 'State' }),
            cell: (unit) =>
              achievedUnits.includes(unit) ? (
                <Tag meaning="done">{t({ id: 'Tuntas', en: 'Achieved' })}</Tag>
              ) : (
                <Tag meaning="hold">{t({ id: 'Belum', en: 'Not yet' })}</Tag>
              ),
          },
        ]}
      />
    </section>
  );
}

export function TrainingTab({
  journey,
  role,
  names,
  programmes,
  unitNames,
}: {
  readonly journey: JourneySeen;
  readonly role: TokenRole;
  readonly names: Names;
  readonly programmes: Names;
  readonly unitNames: Names;
}) {
  const t = useWords();
  const { training, personId } = journey;
  const offers = (training?.offers ?? []).filter(({ answer }) => answer === 'NONE');
  const opensClass = role === 'TRAINING_CENTRE_ADMINISTRATOR' || role === 'AUDITOR';
  return (
    <>
      {offers.map((offer) => (
        <p class="govuk-body">
          <Tag meaning="waiting">{t({ id: 'Tawaran', en: 'Offer' })}</Tag>{' '}
          {programmes.get(offer.programmeId) ?? offer.programmeId} ({t(valueWords('as', offer.as))}){' '}
          {maySend(role, 'answer-training-offer') ? (
            <Link
              href={commandPath({ kind: 'person', id: personId }, 'answer-training-offer', {
                offerId: offer.offerId,
              })}
            >
              {t({ id: 'Catat jawaban', en: 'Record the answer' })}
            </Link>
          ) : null}
        </p>
      ))}
      {training === undefined || training.enrolments.length === 0 ? (
        <Empty>
          {t({
            id: 'Belum ada pelatihan yang terlihat dari meja Anda.',
            en: 'There is no training that your desk can see.',
          })}
        </Empty>
      ) : (
        training.enrolments.map((found) => (
          <Enrolment
            found={found}
            names={names}
            programmes={programmes}
            unitNames={unitNames}
            opensClass={opensClass}
          />
        ))
      )}
    </>
  );
}
