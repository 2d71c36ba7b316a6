/** One event, all of it: the sentence, the data, the rule, the paper and the proof. */
import { ApiRefused } from '../../api.ts';
import { fieldWords } from '../../audit/field-words.ts';
import { valueText } from '../../audit/value-text.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { BackLink, Heading, Link, Paragraph, SummaryList } from '../../parts/structure.tsx';
import { InstantText, MomentText, Text } from '../../parts/text.tsx';
import { codesIn, EVENT_KIND_WORDS, eventKind, eventSentence } from '../../sentences/index.ts';
import {
  isTimelineKind,
  readEvent,
  type SeenEvent,
  TIMELINES,
  type TimelineKind,
} from '../../timeline/events.ts';
import { say, type Words } from '../../words/words.ts';
import { actorWords } from './entry.tsx';
import { proofPart } from './proof.tsx';
import { rulePart } from './rule.tsx';

const NOBODYS: Words = { id: 'Peristiwa kantor lain', en: 'An event of another office' };

export const eventPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/events/:kind/:id/:version',
    roles: 'everyone',
    open: (asked) => show(asked),
  },
  {
    method: 'GET',
    path: '/events/:kind/:id/:version/receipt',
    roles: 'everyone',
    async open({ api, params }) {
      const { kind, id, version } = params as { kind: string; id: string; version: string };
      const path = `/api/v1/receipts/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/events/${encodeURIComponent(version)}`;
      const { status, bytes, contentType } = await api.file(path);
      if (status !== 200) throw new ApiRefused(JSON.parse(bytes.toString('utf8')));
      return { file: bytes, contentType, saveAs: `titian-${kind}-${version}.tlog-proof` };
    },
  },
];

async function show(asked: SignedIn) {
  const { params, api, language, book } = asked;
  const { kind, id } = params as { kind: string; id: string };
  const version = Number(params.version);
  if (!isTimelineKind(kind) || !Number.isSafeInteger(version) || version < 1) return { redirect: '/' };
  const read = await readEvent(api, kind, id, version);
  if (!read.ok) throw new ApiRefused(read.problem);
  const { event, headVersion } = read.body;
  const history = `/${TIMELINES[kind].page}/${encodeURIComponent(id)}/history`;
  const names = await book.namesOf([...codesIn(event?.data), event?.meta?.actor.office]);
  const hidden = event?.meta === undefined;
  const sentence =
    event === undefined || hidden
      ? say(language, NOBODYS)
      : eventSentence(
          language,
          { type: event.type, stream: kind, ...(event.data && { data: event.data }) },
          names,
        );
  return {
    title: { id: `Peristiwa ${version}`, en: `Event ${version}` },
    before: <BackLink href={`${history}#event-${version}`} />,
    body: (
      <>
        <Heading
          caption={
            <Text
              of={{
                id: `Peristiwa ${version} dari ${headVersion}`,
                en: `Event ${version} of ${headVersion}`,
              }}
            />
          }
        >
          {sentence}
        </Heading>
        {event === undefined || hidden ? null : (
          <>
            <Facts event={event} kind={kind} names={names} asked={asked} />
            {await rulePart(asked, kind, id, version)}
            <Paper event={event} history={history} kind={kind} />
            {await proofPart(asked, kind, id, version)}
          </>
        )}
        <Neighbours
          base={`/events/${kind}/${encodeURIComponent(id)}`}
          version={version}
          headVersion={headVersion}
        />
      </>
    ),
  };
}

function Facts({
  event,
  kind,
  names,
  asked: { language },
}: {
  readonly event: SeenEvent;
  readonly kind: TimelineKind;
  readonly names: ReadonlyMap<string, string>;
  readonly asked: SignedIn;
}) {
  const { data = {}, meta, occurredAt, recordedAt, type } = event;
  const fields = Object.entries(data).filter(([field]) => !field.endsWith('Index'));
  return (
    <SummaryList
      rows={[
        {
          key: <Text of={{ id: 'Jenis', en: 'Kind' }} />,
          value: <Text of={EVENT_KIND_WORDS[eventKind({ type, stream: kind })]} />,
        },
        { key: <Text of={{ id: 'Terjadi', en: 'Happened' }} />, value: <MomentText at={occurredAt} /> },
        {
          key: <Text of={{ id: 'Dicatat', en: 'Recorded' }} />,
          value: <InstantText at={recordedAt} zone={occurredAt.zone} />,
        },
        {
          key: <Text of={{ id: 'Oleh', en: 'By' }} />,
          value:
            meta === undefined ? null : (
              <>
                <Text of={actorWords(meta.actor.role)} />
                {meta.actor.role === 'SYSTEM' || meta.actor.role === 'PERSON'
                  ? null
                  : `, ${names.get(meta.actor.office) ?? meta.actor.office}`}
              </>
            ),
        },
        ...fields.map(([field, value]) => ({
          key: <Text of={fieldWords(field)} />,
          value: valueText({ language, names }, [field], value ?? null),
        })),
      ]}
    />
  );
}

function Paper({
  event,
  history,
  kind,
}: {
  readonly event: SeenEvent;
  readonly history: string;
  readonly kind: TimelineKind;
}) {
  const document = event.meta?.document;
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Surat', en: 'Paper' }} />
      </Heading>
      {document === undefined ? (
        <Paragraph>
          <Text
            of={{ id: 'Peristiwa ini tidak bersandar pada surat.', en: 'This event rests on no paper.' }}
          />
        </Paragraph>
      ) : (
        <Paragraph>
          {document.kind}
          {document.number.startsWith('sealed:') ? (
            <Text of={{ id: ', nomornya tersegel', en: ', its number sealed' }} />
          ) : (
            ` ${document.number}`
          )}
          <Text of={{ id: ', tertanggal ', en: ', dated ' }} />
          {document.date}
        </Paragraph>
      )}
      {kind === 'journey' ? (
        <Paragraph>
          <Link href={history.replace(/history$/, 'papers')}>
            <Text of={{ id: 'Semua surat orang ini', en: 'All papers of this person' }} />
          </Link>
        </Paragraph>
      ) : null}
    </section>
  );
}

function Neighbours({
  base,
  version,
  headVersion,
}: {
  readonly base: string;
  readonly version: number;
  readonly headVersion: number;
}) {
  return (
    <p class="govuk-body titian-buttons titian-screen-only">
      {version > 1 ? (
        <Link href={`${base}/${version - 1}`}>
          <Text of={{ id: 'Peristiwa sebelumnya', en: 'Previous event' }} />
        </Link>
      ) : null}
      {version < headVersion ? (
        <Link href={`${base}/${version + 1}`}>
          <Text of={{ id: 'Peristiwa berikutnya', en: 'Next event' }} />
        </Link>
      ) : null}
    </p>
  );
}
