/** Moving the clock of a practice world: what will act on the way is said before, and what acted after. */

import { isLocalDate } from '../../../domain/time/day-number.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import type { LocalDate, Zone } from '../../../domain/time/moment.ts';
import { localDateTimeOf, momentAt, momentOf } from '../../../domain/time/moments.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { UpcomingDeadline } from '../../../sandbox/worlds.ts';
import { ownPath } from '../../own-path.ts';
import { fieldText, type Page, type PageResult, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { BackLink, Heading, Lead, Link, Paragraph, Success } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import { NextDeadlines } from './next-deadlines.tsx';

const PATH = '/sandbox/clock';
const TITLE: Words = { id: 'Majukan jam', en: 'Move the clock' };
/** A move of ten years fires thousands of deadlines; further than that is a typing error. */
const FURTHEST_DAYS = 3_660;
/** Beyond these nobody looks, but moves the clock to a date. */
const UPCOMING_SHOWN = 12;

interface Told {
  readonly mistake?: Words;
  readonly fired?: number;
  readonly back: string;
}

export function clockPages(sandbox: { readonly worlds: Sandbox }): readonly Page[] {
  const show = async (asked: SignedIn, told: Told): Promise<PageResult> => ({
    title: TITLE,
    before: <BackLink href={told.back} />,
    ...(told.mistake === undefined ? {} : { status: 422 }),
    body: (
      <Clock
        world={asked.session.world}
        zone={asked.zone}
        now={asked.now}
        upcoming={await sandbox.worlds.upcoming(asked.session.world, UPCOMING_SHOWN)}
        told={told}
      />
    ),
  });
  return [
    {
      method: 'GET',
      path: PATH,
      roles: 'everyone',
      open: (asked) => show(asked, { back: ownPath(asked.query.back ?? '/'), ...firedOf(asked.query.fired) }),
    },
    {
      method: 'POST',
      path: PATH,
      roles: 'everyone',
      async open(asked) {
        const { form, session, zone, now } = asked;
        const back = ownPath(fieldText(form, 'back'));
        const to = wanted(form, now, zone);
        if ('mistake' in to) return show(asked, { mistake: to.mistake, back });
        try {
          const { fired } = await sandbox.worlds.moveClock(session.world, to.instant, 'advance');
          // A page of its own, so that a reload moves nothing and the bar tells the new time.
          return { redirect: `${PATH}?${new URLSearchParams({ fired: String(fired), back })}` };
        } catch (error) {
          const mistake = MISTAKES[(error as Error).name];
          if (mistake === undefined) throw error;
          return show(asked, { mistake, back });
        }
      },
    },
  ];
}

/** How many deadlines acted, as the redirect after a move tells. */
const firedOf = (text: string | undefined): { fired?: number } =>
  text !== undefined && /^\d{1,6}$/.test(text) ? { fired: Number(text) } : {};

const MISTAKES: { readonly [error: string]: Words } = {
  ClockMovesForwardOnly: {
    id: 'Jam hanya dapat maju. Pilih tanggal setelah hari ini di dunia ini.',
    en: 'A clock moves forward only. Choose a date after today in this world.',
  },
  ClockIsMoving: {
    id: 'Jam dunia ini sedang dimajukan. Tunggu sebentar, lalu muat ulang.',
    en: 'The clock of this world is being moved. Wait a moment, then reload.',
  },
};

function wanted(
  form: SignedIn['form'],
  now: string,
  zone: Zone,
): { readonly instant: string } | { readonly mistake: Words } {
  const today = momentAt(now, zone).date;
  const days = Number(fieldText(form, 'days'));
  if (Number.isSafeInteger(days) && days > 0 && days <= FURTHEST_DAYS) {
    return morningOf(addDays(today, days), zone);
  }
  if (fieldText(form, 'evening') !== '') return eveningOf(today, zone);
  const next = fieldText(form, 'instant');
  // Just after a deadline: its time itself is still before it acts.
  if (next !== '' && !Number.isNaN(Date.parse(next))) {
    return { instant: new Date(Date.parse(next) + 60_000).toISOString() };
  }
  const [day, month, year] = ['day', 'month', 'year'].map((name) => fieldText(form, name).trim());
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (!isLocalDate(date)) {
    return {
      mistake: { id: 'Masukkan tanggal, misalnya 28 9 2026.', en: 'Enter a date, for example 28 9 2026.' },
    };
  }
  if (date > addDays(today, FURTHEST_DAYS)) {
    return {
      mistake: { id: 'Paling jauh sepuluh tahun dari hari ini.', en: 'At most ten years from today.' },
    };
  }
  return morningOf(date, zone);
}

/** Six o'clock, when the hours of the day have been worked and can be entered. */
const eveningOf = (date: LocalDate, zone: Zone) => ({ instant: momentOf(`${date}T18:00:00`, zone).at });

/** Eight o'clock, when offices open. */
const morningOf = (date: LocalDate, zone: Zone) => ({ instant: momentOf(`${date}T08:00:00`, zone).at });

function Clock({
  world,
  zone,
  now,
  upcoming,
  told,
}: {
  readonly world: string;
  readonly zone: Zone;
  readonly now: string;
  readonly upcoming: readonly UpcomingDeadline[];
  readonly told: Told;
}) {
  const reading = localDateTimeOf(momentAt(now, zone));
  const [year, month, day] = reading.slice(0, 10).split('-').map(Number);
  const { mistake, fired } = told;
  if (world === LIVE_WORLD) return <NoPractice />;
  return (
    <>
      {mistake === undefined ? null : (
        <ErrorSummary errors={[{ text: <Text of={mistake} />, field: 'day' }]} />
      )}
      {fired === undefined ? null : (
        <Success
          title={
            <Text
              of={{
                id: `Jam sudah dimajukan; ${fired} tenggat bertindak di jalan.`,
                en: `The clock was moved; ${fired} deadlines acted on the way.`,
              }}
            />
          }
        />
      )}
      <Heading caption={<Text of={{ id: `Dunia ${world}`, en: `World ${world}` }} />}>
        <Text of={TITLE} />
      </Heading>
      <Lead>
        <Text of={{ id: 'Di dunia ini sekarang: ', en: 'In this world it is now: ' }} />
        <InstantText at={now} />
      </Lead>
      <Form action={PATH}>
        <input type="hidden" name="back" value={told.back} />
        <div class="titian-buttons">
          {reading.slice(11, 13) >= '18' ? null : (
            <Button kind="secondary" name="evening" value="1">
              <Text of={{ id: 'Sampai pukul 18.00 hari ini', en: 'To 18:00 today' }} />
            </Button>
          )}
          {[1, 7, 30, 180].map((days) => (
            <Button kind="secondary" name="days" value={String(days)}>
              <Text of={{ id: `Maju ${days} hari`, en: days === 1 ? 'One day on' : `${days} days on` }} />
            </Button>
          ))}
        </div>
      </Form>
      <Form action={PATH}>
        <input type="hidden" name="back" value={told.back} />
        <div class="govuk-form-group">
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              <Text of={{ id: 'Sampai tanggal', en: 'To a date' }} />
            </legend>
            <div class="govuk-hint" id="date-hint">
              <Text of={{ id: 'Jamnya menjadi pukul 08.00', en: 'It becomes 08:00 there' }} /> {zone}.
            </div>
            <div class="govuk-date-input">
              {(
                [
                  ['day', { id: 'Tanggal', en: 'Day' }, day, 2],
                  ['month', { id: 'Bulan', en: 'Month' }, month, 2],
                  ['year', { id: 'Tahun', en: 'Year' }, year, 4],
                ] as const
              ).map(([name, words, value, width]) => (
                <div class="govuk-date-input__item">
                  <div class="govuk-form-group">
                    <label class="govuk-label govuk-date-input__label" for={name}>
                      <Text of={words} />
                    </label>
                    <input
                      class={`govuk-input govuk-date-input__input govuk-input--width-${width}`}
                      id={name}
                      name={name}
                      inputMode="numeric"
                      value={String(value)}
                      aria-describedby="date-hint"
                    />
                  </div>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <Button>
          <Text of={{ id: 'Majukan', en: 'Move' }} />
        </Button>
      </Form>
      <NextDeadlines upcoming={upcoming} action={PATH} back={told.back} />
      <Paragraph>
        <Link href="/sandbox/worlds">
          <Text of={{ id: 'Mulai dari awal, atau pindah dunia', en: 'Start afresh, or change worlds' }} />
        </Link>
      </Paragraph>
    </>
  );
}

function NoPractice() {
  return (
    <>
      <Heading>
        <Text of={TITLE} />
      </Heading>
      <Paragraph>
        <Text
          of={{
            id: 'Dunia "live" berjalan menurut jam sesungguhnya dan tidak dapat dimajukan. Pindahlah ke dunia latihan.',
            en: 'The world "live" runs by the real clock and cannot be moved. Change to a practice world.',
          }}
        />
      </Paragraph>
      <Paragraph>
        <Link href="/sandbox/worlds">
          <Text of={{ id: 'Pilih dunia latihan', en: 'Choose a practice world' }} />
        </Link>
      </Paragraph>
    </>
  );
}
