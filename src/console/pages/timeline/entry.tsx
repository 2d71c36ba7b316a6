/** One entry of a timeline: the sentence, who and where, when it happened and when it was recorded, what it puts right. */
import { localDateTimeOf, momentAt } from '../../../domain/time/moments.ts';
import { eventPath } from '../../addresses.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Link } from '../../parts/structure.tsx';
import { InstantText, Text } from '../../parts/text.tsx';
import { EVENT_KIND_WORDS, eventKind, eventSentence, writtenIn } from '../../sentences/index.ts';
import type { TokenRole } from '../../session/session.ts';
import { type Corrections, recordedLater, type SeenEvent, type TimelineKind } from '../../timeline/events.ts';
import { clockInWords } from '../../words/amounts.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import type { Words } from '../../words/words.ts';

export interface EntryProps {
  readonly event: SeenEvent;
  readonly stream: string;
  readonly kind: TimelineKind;
  readonly names: ReadonlyMap<string, string>;
  readonly corrections: Corrections | undefined;
  readonly paper: boolean;
}

const SYSTEM: Words = { id: 'Sistem', en: 'The system' };

export const actorWords = (role: string): Words => ROLE_WORDS[role as TokenRole] ?? SYSTEM;

export function Entry({ event, stream, kind, names, corrections, paper }: EntryProps) {
  const t = useWords();
  const { language } = useRendering();
  const { version, type, occurredAt, data, meta } = event;
  if (meta === undefined) return <Hidden version={version} />;
  const later = recordedLater(
    event,
    (instant) => momentAt(new Date(instant).toISOString(), occurredAt.zone).date,
  );
  const corrected = (corrections?.correctedBy.length ?? 0) > 0;
  const said = eventSentence(
    language,
    { type, stream: kind, ...(data === undefined ? {} : { data }) },
    names,
  );
  const written = writtenIn(data);
  const { role, office } = meta.actor;
  return (
    <li class="titian-timeline__entry" id={`event-${version}`} value={version}>
      <p class="titian-timeline__sentence">{corrected ? <del>{said}</del> : said}</p>
      <p class="titian-timeline__who">
        <span class="titian-timeline__kind">{t(EVENT_KIND_WORDS[eventKind({ type, stream: kind })])}</span>
        {' · '}
        {clockInWords(language, localDateTimeOf(occurredAt))} {occurredAt.zone}
        {' · '}
        {role === 'SYSTEM' ? (
          <Text of={{ id: 'oleh sistem', en: 'by the system' }} />
        ) : (
          <>
            <Text of={{ id: 'oleh', en: 'by' }} /> {withinSentence(t(actorWords(role)))}
            {/* The person concerned sits in no office: what stands there is an account. */}
            {role === 'PERSON' ? null : `, ${names.get(office) ?? office}`}
          </>
        )}
        {later === undefined ? null : (
          <>
            {' · '}
            <Text of={{ id: 'dicatat kemudian pada ', en: 'recorded later, on ' }} />
            <InstantText at={later} zone={occurredAt.zone} />
          </>
        )}
      </p>
      <CorrectionLinks corrections={corrections} />
      {written.length === 0 ? null : paper ? (
        <Written written={written} />
      ) : (
        <Details summary={<Text of={{ id: 'Catatan', en: 'Notes' }} />}>
          <Written written={written} />
        </Details>
      )}
      <p class="titian-timeline__more">
        {meta.document === undefined ? null : (
          <>
            {meta.document.kind}
            {meta.document.number.startsWith('sealed:') ? null : ` ${meta.document.number}`}
            {' · '}
          </>
        )}
        <span class="titian-screen-only">
          <Link href={eventPath(stream, version)}>
            <Text
              of={{
                id: `Peristiwa ${version}: aturan, surat dan bukti`,
                en: `Event ${version}: rule, paper and proof`,
              }}
            />
          </Link>
        </span>
        <span class="titian-print-only">#{version}</span>
      </p>
    </li>
  );
}

function Written({ written }: { readonly written: readonly { label: Words; text: string }[] }) {
  const t = useWords();
  return (
    <>
      {written.map(({ label, text }) => (
        <p class="govuk-body">
          <strong>{t(label)}:</strong> {text}
        </p>
      ))}
    </>
  );
}

function CorrectionLinks({ corrections }: { readonly corrections: Corrections | undefined }) {
  if (corrections === undefined) return null;
  const { corrects, correctedBy } = corrections;
  return (
    <p class="titian-timeline__correction">
      {corrects === undefined ? null : (
        <a class="govuk-link" href={`#event-${corrects}`}>
          <Text of={{ id: `Memperbaiki #${corrects}`, en: `Corrects #${corrects}` }} />
        </a>
      )}
      {correctedBy.map((version) => (
        <a class="govuk-link" href={`#event-${version}`}>
          <Text of={{ id: `Diperbaiki oleh #${version}`, en: `Corrected by #${version}` }} />
        </a>
      ))}
    </p>
  );
}

/** Another office's, or another part's: it keeps its place and says nothing. */
function Hidden({ version }: { readonly version: number }) {
  return (
    <li class="titian-timeline__entry titian-timeline__entry--hidden" value={version}>
      <p class="titian-timeline__who">
        <Text of={{ id: 'Peristiwa kantor lain', en: 'An event of another office' }} />
      </p>
    </li>
  );
}

/** `Pembimbing kemasyarakatan (PK)` within a sentence: its first letter is small, an abbreviation stays as it is. */
const withinSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
