/** Looking for work: the AK-1 card, proposals, the place of work, and whether it was kept after 90, 180 and 365 days. */
import type { Placement } from '../../../domain/journey/employment/state.ts';
import type { LocalDate } from '../../../domain/time/moment.ts';
import { commandPath } from '../../addresses.ts';
import { maySend } from '../../forms/flow/doors.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Link, SummaryList, Table } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { dateInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { EmploymentSeen, JourneySeen } from '../journey-view.ts';

type Names = ReadonlyMap<string, string>;

interface Desk {
  readonly personId: string;
  readonly role: TokenRole;
  readonly today: LocalDate;
  readonly names: Names;
}

function Card({ employment }: { readonly employment: EmploymentSeen }) {
  const t = useWords();
  const { language } = useRendering();
  const { card } = employment;
  if (card == null) {
    return <Empty>{t({ id: 'Belum ada kartu AK-1.', en: 'There is no AK-1 card yet.' })}</Empty>;
  }
  return (
    <SummaryList
      rows={[
        { key: t({ id: 'Nomor AK-1', en: 'AK-1 number' }), value: card.number },
        {
          key: t({ id: 'Keadaan', en: 'State' }),
          value: card.expired ? (
            <Tag meaning="overdue">{t({ id: 'Kedaluwarsa', en: 'Expired' })}</Tag>
          ) : card.active ? (
            <Tag meaning="done">{t({ id: 'Aktif', en: 'Active' })}</Tag>
          ) : (
            <Tag meaning="hold">{t({ id: 'Tidak aktif', en: 'Not active' })}</Tag>
          ),
        },
        {
          key: t({ id: 'Terakhir lapor', en: 'Last report' }),
          value: dateInWords(language, card.lastReportedOn),
        },
        {
          key: t({ id: 'Berlaku sampai', en: 'Valid until' }),
          value: dateInWords(language, card.expiresAt.date),
        },
      ]}
    />
  );
}

type Check = Placement['checks'][number];

function CheckTag({ check, today }: { readonly check: Check; readonly today: LocalDate }) {
  const t = useWords();
  const { result, cancelled, on } = check;
  if (result !== null) {
    return <Tag meaning={result === 'RETAINED' ? 'done' : 'breach'}>{t(valueWords('result', result))}</Tag>;
  }
  if (cancelled) return <Tag meaning="hold">{t({ id: 'Dibatalkan', en: 'Cancelled' })}</Tag>;
  return on <= today ? (
    <Tag meaning="overdue">{t({ id: 'Belum dicatat', en: 'Not recorded' })}</Tag>
  ) : (
    <Tag meaning="waiting">{t({ id: 'Akan datang', en: 'To come' })}</Tag>
  );
}

function FollowUps({ placement, desk }: { readonly placement: Placement; readonly desk: Desk }) {
  const t = useWords();
  const { language } = useRendering();
  const { placementId, kind, employerId, startedOn, ended, checks } = placement;
  const mayRecord = ended === null && maySend(desk.role, 'record-retention-check');
  return (
    <section>
      <Heading level={2} caption={t(valueWords('kind', kind))}>
        {employerId === null
          ? t({ id: 'Usaha sendiri', en: 'Own business' })
          : (desk.names.get(employerId) ?? employerId)}
      </Heading>
      <p class="govuk-body">
        {t({ id: 'Mulai', en: 'Started' })} {dateInWords(language, startedOn)}
        {ended === null
          ? '.'
          : `; ${t({ id: 'berakhir', en: 'ended' })} ${dateInWords(language, ended.on)} (${t(valueWords('reason', ended.reason))}).`}
      </p>
      <Table
        caption={t({ id: 'Pemantauan', en: 'Follow-ups' })}
        empty={t({ id: 'Tidak ada pemantauan.', en: 'No follow-ups.' })}
        rows={checks}
        columns={[
          {
            head: t({ id: 'Hari', en: 'Day' }),
            cell: ({ day }) => t({ id: `Hari ke-${day}`, en: `Day ${day}` }),
            names: true,
          },
          { head: t({ id: 'Tanggal', en: 'Date' }), cell: ({ on }) => dateInWords(language, on) },
          {
            head: t({ id: 'Hasil', en: 'Result' }),
            cell: (check) => (
              <>
                <CheckTag check={check} today={desk.today} />{' '}
                {mayRecord && check.result === null && !check.cancelled && check.on <= desk.today ? (
                  <Link
                    href={commandPath({ kind: 'person', id: desk.personId }, 'record-retention-check', {
                      placementId,
                      day: String(check.day),
                    })}
                  >
                    {t({ id: 'Catat hasil', en: 'Record the result' })}
                  </Link>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

export function PlacementTab({
  journey,
  role,
  names,
  vacancies,
  today,
}: {
  readonly journey: JourneySeen;
  readonly role: TokenRole;
  readonly names: Names;
  readonly vacancies: Names;
  readonly today: LocalDate;
}) {
  const t = useWords();
  const { employment, personId } = journey;
  if (employment === undefined) {
    return (
      <Empty>
        {t({
          id: 'Belum ada pencarian kerja yang terlihat dari meja Anda.',
          en: 'There is no search for work that your desk can see.',
        })}
      </Empty>
    );
  }
  return (
    <>
      <Heading level={2}>{t({ id: 'Kartu pencari kerja (AK-1)', en: 'Job seeker’s card (AK-1)' })}</Heading>
      <Card employment={employment} />
      <Table
        caption={t({ id: 'Usulan ke pemberi kerja', en: 'Proposals to employers' })}
        empty={t({ id: 'Belum ada usulan.', en: 'No proposals yet.' })}
        rows={employment.proposals}
        columns={[
          {
            head: t({ id: 'Lowongan', en: 'Vacancy' }),
            cell: ({ vacancyId }) => vacancies.get(vacancyId) ?? vacancyId,
            names: true,
          },
          {
            head: t({ id: 'Pemberi kerja', en: 'Employer' }),
            cell: ({ employerId }) => names.get(employerId) ?? employerId,
          },
          {
            head: t({ id: 'Keadaan', en: 'State' }),
            cell: ({ stage }) => (
              <Tag meaning={stageMeaning('proposal', stage)}>{t(stageWords('proposal', stage))}</Tag>
            ),
          },
        ]}
      />
      {employment.placements.map((placement) => (
        <FollowUps placement={placement} desk={{ personId, role, today, names }} />
      ))}
    </>
  );
}
