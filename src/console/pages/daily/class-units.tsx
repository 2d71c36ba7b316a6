/** Units achieved: one unit for the whole class, one outcome for all and exceptions singly. */
import { entityPath } from '../../addresses.ts';
import { newCommandId } from '../../daily/act.ts';
import { type OpenClass, openClass, type SeatView, seatName, seatsInOrder } from '../../daily/class-view.ts';
import { rejectionWords } from '../../daily/rejection-words.ts';
import { fieldText, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Link, Success, Table } from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import { ClassHeading, ClassTabs } from './class-page.tsx';

const TITLE: Words = { id: 'Ketuntasan unit', en: 'Units achieved' };

const hasUnit = ({ units, keptUnits }: SeatView, unit: string): boolean =>
  [...units, ...keptUnits].includes(unit);

/** The one asked for, or the first that somebody has still to achieve. */
function unitAsked({ view }: OpenClass, wanted: string | undefined): string {
  const open = view.units.find((unit) =>
    view.seats.some((seat) => seat.status === 'ACTIVE' && !hasUnit(seat, unit)),
  );
  return view.units.find((unit) => unit === wanted) ?? open ?? view.units[0] ?? '';
}

export async function openUnits(asked: SignedIn): Promise<PageResult> {
  const open = await openClass(asked);
  return shown(asked, open, unitAsked(open, asked.query.unit), []);
}

function shown(
  asked: SignedIn,
  open: OpenClass,
  unit: string,
  errors: readonly string[],
  status?: number,
): Shown {
  const { view } = open;
  const path = `${entityPath('class', view.id)}/units`;
  return {
    title: TITLE,
    within: '/classes',
    before: <BackLink href={entityPath('class', view.id)} />,
    ...(status === undefined ? {} : { status }),
    body: (
      <>
        <ErrorSummary errors={errors.map((text) => ({ text }))} />
        {asked.query.saved === undefined ? null : (
          <Success title={<Text of={{ id: 'Hasil unit tersimpan.', en: 'Unit results saved.' }} />} />
        )}
        <ClassHeading open={open}>
          <Text of={TITLE} />
        </ClassHeading>
        <ClassTabs classId={view.id} current={path} role={asked.session.actor.role} />
        <Units open={open} current={unit} path={path} />
        <UnitGrid open={open} unit={unit} path={path} />
      </>
    ),
  };
}

function Units({
  open,
  current,
  path,
}: {
  readonly open: OpenClass;
  readonly current: string;
  readonly path: string;
}) {
  const t = useWords();
  const active = open.view.seats.filter(({ status }) => status === 'ACTIVE');
  return (
    <nav aria-label={t({ id: 'Unit kelas', en: 'Units of the class' })}>
      <ol class="govuk-list govuk-list--number">
        {open.view.units.map((unit) => {
          const done = active.filter((seat) => hasUnit(seat, unit)).length;
          const name = open.unitTitles.get(unit) ?? unit;
          return (
            <li>
              {unit === current ? (
                <strong aria-current="page">{name}</strong>
              ) : (
                <Link href={`${path}?unit=${encodeURIComponent(unit)}`}>{name}</Link>
              )}{' '}
              ({done} {t({ id: 'dari', en: 'of' })} {active.length})
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const CHOICES: readonly (readonly [string, Words])[] = [
  ['yes', { id: 'Tuntas', en: 'Achieved' }],
  ['no', { id: 'Belum tuntas', en: 'Not achieved yet' }],
];

function UnitGrid({
  open,
  unit,
  path,
}: {
  readonly open: OpenClass;
  readonly unit: string;
  readonly path: string;
}) {
  const t = useWords();
  const { view } = open;
  const active = seatsInOrder(open).filter(({ status }) => status === 'ACTIVE');
  const name = open.unitTitles.get(unit) ?? unit;
  if (view.status !== 'RUNNING' || active.length === 0) {
    return (
      <Empty>
        {t({
          id: 'Ketuntasan dicatat selama kelas berjalan dan ada peserta yang mengikutinya.',
          en: 'Units are recorded while a class runs and somebody attends it.',
        })}
      </Empty>
    );
  }
  const waiting = active.filter((seat) => !hasUnit(seat, unit));
  const resultCell = (seat: SeatView) =>
    hasUnit(seat, unit) ? (
      <Tag meaning="done">{t({ id: 'Tuntas', en: 'Achieved' })}</Tag>
    ) : (
      <select
        class="govuk-select titian-grid__select"
        name={`result.${seat.enrolmentId}`}
        aria-label={`${t({ id: 'Hasil', en: 'Result' })}: ${seatName(open, seat.enrolmentId)}`}
      >
        <option value="">{t({ id: 'Seperti semua', en: 'Like all' })}</option>
        {CHOICES.map(([value, words]) => (
          <option value={value}>{t(words)}</option>
        ))}
      </select>
    );
  return (
    <Form action={path}>
      <input type="hidden" name="id" value={newCommandId('class')} />
      <input type="hidden" name="unit" value={unit} />
      {waiting.length === 0 ? null : (
        <fieldset class="govuk-fieldset titian-grid__all">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {name}: {t({ id: 'untuk semua', en: 'for all' })}
          </legend>
          <div class="titian-grid__choices">
            {[['', { id: 'Pilih satu per satu', en: 'Choose one by one' }] as const, ...CHOICES].map(
              ([value, words]) => (
                <label class="titian-day__choice">
                  <input type="radio" name="all" value={value} checked={value === ''} />
                  <span>{value === 'yes' ? t({ id: 'Semua tuntas', en: 'All achieved' }) : t(words)}</span>
                </label>
              ),
            )}
          </div>
        </fieldset>
      )}
      <Table
        caption={name}
        rows={active}
        empty=""
        columns={[
          {
            head: t({ id: 'Peserta', en: 'Participant' }),
            names: true,
            cell: ({ enrolmentId }) => seatName(open, enrolmentId),
          },
          { head: t({ id: 'Hasil', en: 'Result' }), cell: (seat) => resultCell(seat) },
        ]}
      />
      {waiting.length === 0 ? null : <Button>{t({ id: 'Simpan hasil', en: 'Save results' })}</Button>}
    </Form>
  );
}

interface Sent {
  readonly events: readonly { readonly type: string; readonly data?: unknown }[];
}

export async function saveUnits(asked: SignedIn): Promise<PageResult> {
  const open = await openClass(asked);
  const { view } = open;
  const text = (name: string): string => fieldText(asked.form, name);
  const unit = unitAsked(open, text('unit'));
  const results = view.seats
    .filter((seat) => seat.status === 'ACTIVE' && !hasUnit(seat, unit))
    .map(({ enrolmentId }) => ({ enrolmentId, told: text(`result.${enrolmentId}`) || text('all') }))
    .filter(({ told }) => told === 'yes' || told === 'no')
    .map(({ enrolmentId, told }) => ({ enrolmentId, achieved: told === 'yes' }));
  const say = (words: Words): string => words[asked.language];
  if (unit !== text('unit')) {
    const gone = say({
      id: 'Unit pada formulir itu tidak ada lagi di kelas ini. Tidak ada yang dicatat.',
      en: 'The unit of that form is no longer one of this class. Nothing was recorded.',
    });
    return shown(asked, open, unit, [gone], 422);
  }
  if (results.length === 0) {
    const none = say({
      id: 'Pilih hasil untuk paling sedikit satu orang.',
      en: 'Choose a result for at least one person.',
    });
    return shown(asked, open, unit, [none], 422);
  }
  const path = `/api/v1/classes/${encodeURIComponent(view.id)}/commands/record-unit-results`;
  const answer = await asked.api.send<Sent>(path, { data: { unitCode: unit, results } }, text('id'));
  if (!answer.ok) {
    const { sentence, next } = answer.problem;
    return shown(asked, open, unit, [`${say(sentence)} ${say(next)}`], 409);
  }
  const data = answer.body.events.find(({ type }) => type === 'UnitResultsRecorded')?.data as
    | { readonly rejected: readonly { readonly enrolmentId: string; readonly code: string }[] }
    | undefined;
  const errors = (data?.rejected ?? []).map(
    ({ enrolmentId, code }) => `${seatName(open, enrolmentId)}: ${say(rejectionWords(code))}`,
  );
  if (errors.length > 0) return shown(asked, await openClass(asked), unit, errors, 409);
  return { redirect: `${entityPath('class', view.id)}/units?${new URLSearchParams({ unit, saved: '1' })}` };
}
