/**
 * What the person wants to know, in simple words: where to be next, how much is left, what one may ask for. Neither
 * name nor number nor offence stands on it: who looks over a shoulder, or gets a picture of it, learns little.
 */
import { must } from '../../api.ts';
import { minutesToGo, nextAppearance, nextTestOn, type OwnJourney } from '../../my/facts.ts';
import { openDays } from '../../my/open-days.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Link, Paragraph, Table } from '../../parts/structure.tsx';
import { DateText, Duration, InstantText, Text } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { dayAndDate } from '../../words/amounts.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import type { Words } from '../../words/words.ts';
import { OwnRights } from './rights.tsx';

const TITLE: Words = { id: 'Halaman saya', en: 'My page' };

interface Look {
  readonly at: string;
  readonly role: string;
  readonly office: string;
  readonly outcome: string;
}

const LOOKS_SHOWN = 10;

export const myPage: DeskPage = {
  method: 'GET',
  path: '/my/today',
  roles: ['PERSON'],
  async open(asked) {
    const personId = asked.session.actor.person ?? '';
    const path = `/api/v1/journeys/${encodeURIComponent(personId)}`;
    const journey = must(await asked.api.get<OwnJourney>(path));
    const looks = await asked.api.get<{ looks: readonly Look[] }>(
      `/api/v1/people/${encodeURIComponent(personId)}/access-log`,
      { limit: 50 },
    );
    return {
      title: TITLE,
      plain: true,
      scripts: ['read-aloud'],
      body: (
        <>
          <Heading>
            <Text of={TITLE} />
          </Heading>
          <div class="titian-screen-only titian-buttons">
            <button type="button" class="govuk-button govuk-button--secondary" data-read-aloud="#read" hidden>
              <Text of={{ id: 'Bacakan halaman ini', en: 'Read this page aloud' }} />
            </button>
            <Form action="/sign-out">
              <Button kind="warning">
                <Text of={{ id: 'Tutup halaman saya', en: 'Close my page' }} />
              </Button>
            </Form>
          </div>
          <div id="read" class="titian-my">
            {await nextSteps(asked, journey)}
            {await whatIsLeft(asked, journey)}
            <OwnRights personId={personId} />
          </div>
          {looks.ok ? <Looks looks={await named(asked, looks.body.looks)} /> : null}
        </>
      ),
    };
  },
};

async function nextSteps({ book, now, language }: SignedIn, journey: OwnJourney) {
  const open = journey.cases.filter((one) => one.open);
  const siteIds = open.flatMap(({ plan }) => (plan === null ? [] : [plan.siteId]));
  const isOpen = await openDays(book, siteIds);
  const names = await book.namesOf(siteIds);
  const appearances = open
    .flatMap((one) => nextAppearance(one, now, isOpen) ?? [])
    .sort((one, other) => (one.date + one.start < other.date + other.start ? -1 : 1));
  const first = appearances[0];
  const test = nextTestOn(journey, now);
  return (
    <section class="titian-card titian-next">
      <Heading level={2}>
        <Text of={{ id: 'Berikutnya', en: 'Next' }} />
      </Heading>
      {first === undefined ? (
        <Paragraph>
          <Text
            of={{
              id: 'Belum ada waktu yang dijadwalkan. Petugas Anda akan memberi tahu Anda.',
              en: 'No time has been set. Your officer will tell you.',
            }}
          />
        </Paragraph>
      ) : (
        <>
          <p class="titian-next__when">
            {dayAndDate(language, first.date)}
            <br />
            <Text
              of={{
                id: `pukul ${first.start.replace(':', '.')} sampai ${first.end.replace(':', '.')} ${first.zone}`,
                en: `${first.start} to ${first.end} ${first.zone}`,
              }}
            />
          </p>
          <p class="govuk-body-l">{names.get(first.siteId)}</p>
        </>
      )}
      {test === undefined ? null : (
        <p class="govuk-body">
          <Text of={{ id: 'Uji kompetensi: ', en: 'Competence test: ' }} />
          <DateText date={test} />
        </p>
      )}
      <p class="govuk-body">
        <Text
          of={{
            id: 'Sakit atau berhalangan? Beri tahu petugas Anda sebelum waktunya. Simpan surat dokter.',
            en: 'Ill, or cannot come? Tell your officer before the time. Keep the doctor’s letter.',
          }}
        />
      </p>
    </section>
  );
}

async function whatIsLeft({ book }: SignedIn, journey: OwnJourney) {
  const open = journey.cases.filter((one) => one.open && minutesToGo(one) !== null);
  if (open.length === 0) return null;
  const names = await book.namesOf(open.map(({ office }) => office));
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Sisa jam', en: 'Hours left' }} />
      </Heading>
      {open.map((one) => {
        const end = one.execution?.windowEndsAt ?? null;
        if (minutesToGo(one) === 0) {
          return (
            <p class="govuk-body-l">
              <Text
                of={{
                  id: 'Semua jam sudah Anda jalani. Petugas Anda menyelesaikan suratnya.',
                  en: 'You have done all your hours. Your officer sees to the papers.',
                }}
              />{' '}
              {open.length > 1 ? <span class="govuk-hint">{names.get(one.office)}</span> : null}
            </p>
          );
        }
        return (
          <p class="govuk-body-l">
            <strong>
              <Duration minutes={minutesToGo(one) ?? 0} />
            </strong>{' '}
            <Text of={{ id: 'lagi', en: 'to go' }} />
            {end === null ? null : (
              <>
                {', '}
                <Text of={{ id: 'paling lambat ', en: 'by ' }} />
                <DateText date={end.date} />
              </>
            )}
            . {open.length > 1 ? <span class="govuk-hint">{names.get(one.office)}</span> : null}
            {one.hold === null ? null : (
              <Text of={{ id: ' Sekarang sedang ditunda.', en: ' It is on hold now.' }} />
            )}
          </p>
        );
      })}
    </section>
  );
}

interface NamedLook extends Look {
  readonly officeName: string;
}

/** Opening one page reads several parts: told once for a desk and a minute, so that others are not pushed off. */
const sameVisit = (one: Look, other: Look): boolean =>
  one.role === other.role && one.office === other.office && one.at.slice(0, 16) === other.at.slice(0, 16);

/** One's own looks are left out: who reads the page knows of them. */
async function named({ book }: SignedIn, looks: readonly Look[]): Promise<readonly NamedLook[]> {
  const others = looks
    .filter(({ role }) => role !== 'PERSON')
    .filter((look, index, all) => index === 0 || !sameVisit(look, all[index - 1]!))
    .slice(0, LOOKS_SHOWN);
  const names = await book.namesOf(others.map(({ office }) => office));
  return others.map((look) => ({ ...look, officeName: names.get(look.office) ?? look.office }));
}

function Looks({ looks }: { readonly looks: readonly NamedLook[] }) {
  const t = useWords();
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Siapa yang melihat data saya', en: 'Who looked at my data' }} />
      </Heading>
      <Table
        caption={t({ id: 'Yang terakhir melihat', en: 'Who looked last' })}
        hideCaption
        rows={looks}
        empty={<Text of={{ id: 'Belum ada yang melihat.', en: 'Nobody has looked.' }} />}
        columns={[
          { head: t({ id: 'Kapan', en: 'When' }), cell: ({ at }) => <InstantText at={at} />, names: true },
          {
            head: t({ id: 'Siapa', en: 'Who' }),
            cell: ({ role, officeName }) =>
              `${t(ROLE_WORDS[role as TokenRole] ?? { id: role, en: role })}, ${officeName}`,
          },
        ]}
      />
      <Paragraph>
        <Link href="/my">
          <Text of={{ id: 'Muat ulang', en: 'Reload' }} />
        </Link>
      </Paragraph>
    </section>
  );
}
