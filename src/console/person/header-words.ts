/** Who a page is about: the title, the one sentence below it, the tags, and in whose hands the matter lies. */
import type { Meaning } from '../parts/text.tsx';
import { dateInWords, durationInWords } from '../words/amounts.ts';
import { stageMeaning, stageWords } from '../words/stages.ts';
import type { Language, Words } from '../words/words.ts';
import {
  type CaseSeen,
  hoursCases,
  type JourneySeen,
  type OutlookSeen,
  prisonCases,
  referralCases,
} from './journey-view.ts';

/** The last signs of the id: enough to tell two people apart on a screen, and nobody's name. */
export const shortNumber = (personId: string): string => personId.slice(-8);

/** Nothing but the number is shown: the record is hidden, or its key was destroyed. */
export const isRestricted = ({ identity, keeping }: JourneySeen): boolean =>
  identity === null || keeping?.hidden === true;

/** Where the desk knows no name, or must not show it, the number stands for it. */
export function titleOf(journey: JourneySeen): Words {
  const name = isRestricted(journey) ? undefined : journey.identity?.name;
  const number = shortNumber(journey.personId);
  return name === undefined ? { id: `Orang ${number}`, en: `Person ${number}` } : { id: name, en: name };
}

/** What is still going on comes first; of several, the newest. */
const chiefCase = (journey: JourneySeen): CaseSeen | undefined => {
  const cases = hoursCases(journey);
  return cases.findLast(({ open }) => open) ?? cases.at(-1);
};

type Names = ReadonlyMap<string, string>;

const named = (names: Names, code: string): string => names.get(code) ?? code;

function serviceSentence(language: Language, found: CaseSeen, names: Names, end: string | null): string {
  const { orderedMinutes, creditedMinutes, site, measure } = found;
  const where = site?.siteId === undefined ? '' : ` di ${named(names, site.siteId)}`;
  const at = site?.siteId === undefined ? '' : ` at ${named(names, site.siteId)}`;
  if (orderedMinutes == null) {
    const total = durationInWords(language, measure?.orderedMinutes ?? 0);
    const done = durationInWords(language, measure?.doneMinutes ?? 0);
    return language === 'id'
      ? `Tindakan pelatihan kerja ${total}, ${done} dijalani.`
      : `Court-ordered training of ${total}, ${done} done.`;
  }
  const total = durationInWords(language, orderedMinutes);
  const done = durationInWords(language, creditedMinutes ?? 0);
  const until = end === null ? '' : dateInWords(language, end);
  return language === 'id'
    ? `Kerja sosial ${total}${where}, ${done} dijalani${end === null ? '' : `, berakhir ${until}`}.`
    : `Community service of ${total}${at}, ${done} done${end === null ? '' : `, ends on ${until}`}.`;
}

/** Undefined where nobody looks for work yet. */
function workSentence(
  language: Language,
  { placements, card }: NonNullable<JourneySeen['employment']>,
  names: Names,
): string | undefined {
  const placement = placements.find(({ ended }) => ended === null);
  if (placement !== undefined) {
    const since = dateInWords(language, placement.startedOn);
    const { employerId } = placement;
    if (employerId === null)
      return language === 'id' ? `Usaha sendiri sejak ${since}.` : `Own business since ${since}.`;
    const where = named(names, employerId);
    return language === 'id' ? `Bekerja di ${where} sejak ${since}.` : `At work at ${where} since ${since}.`;
  }
  if (card == null) return undefined;
  return language === 'id'
    ? `Mencari kerja, kartu AK-1 ${card.number} berlaku sampai ${dateInWords(language, card.expiresAt.date)}.`
    : `Looking for work, AK-1 card ${card.number} valid until ${dateInWords(language, card.expiresAt.date)}.`;
}

/** "Kerja sosial 60 jam di Puskesmas Helvetia, 24 jam dijalani, berakhir 24 September 2026." */
export function summaryOf(language: Language, journey: JourneySeen, names: Names): string {
  const found = chiefCase(journey);
  if (found !== undefined) {
    return serviceSentence(language, found, names, found.execution?.windowEndsAt?.date ?? null);
  }
  const prison = prisonCases(journey).at(-1);
  if (prison !== undefined) {
    const release = dateInWords(language, prison.releaseOn);
    const stage = stageWords('prison', prison.stage)[language];
    return language === 'id'
      ? `${named(names, prison.facility)}: ${lower(stage)}, tanggal bebas menurut surat ${release}.`
      : `${named(names, prison.facility)}: ${lower(stage)}, release on ${release} by the papers.`;
  }
  const referral = referralCases(journey).at(-1);
  if (referral !== undefined) {
    const stage = stageWords('referral', referral.stage)[language];
    return language === 'id'
      ? `Rujukan ${named(names, referral.referrer)} ke ${named(names, referral.centre)}: ${lower(stage)}.`
      : `Referred by ${named(names, referral.referrer)} to ${named(names, referral.centre)}: ${lower(stage)}.`;
  }
  const atWork =
    journey.employment === undefined ? undefined : workSentence(language, journey.employment, names);
  if (atWork !== undefined) return atWork;
  const enrolment = journey.training?.enrolments.at(-1);
  if (enrolment !== undefined) {
    const stage = lower(stageWords('training', enrolment.stage)[language]);
    return language === 'id'
      ? `Pelatihan di ${named(names, enrolment.centre)}: ${stage}.`
      : `Training at ${named(names, enrolment.centre)}: ${stage}.`;
  }
  // The word of the case stands nowhere here: who places people must not even be told that there may be none.
  return language === 'id'
    ? 'Belum ada yang terlihat dari meja Anda.'
    : 'There is nothing yet that your desk can see.';
}

const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

export interface HeaderTag {
  readonly meaning: Meaning;
  readonly words: Words;
}

function caseTags(found: CaseSeen, outlook: OutlookSeen | undefined, several: boolean): HeaderTag[] {
  const about = (words: Words): Words =>
    several ? { id: `${found.caseId}: ${words.id}`, en: `${found.caseId}: ${words.en}` } : words;
  const { stage, executionOverdue, warningLetters } = found;
  return [
    ...(stage === undefined
      ? []
      : [{ meaning: stageMeaning('case', stage), words: about(stageWords('case', stage)) }]),
    ...(executionOverdue === true && stage === 'FINAL'
      ? [{ meaning: 'overdue' as const, words: about({ id: 'P-48 terlambat', en: 'P-48 overdue' }) }]
      : []),
    ...(outlook?.kind === 'SHORT'
      ? [
          {
            meaning: 'overdue' as const,
            words: about({ id: 'Tidak akan selesai tepat waktu', en: 'Will not be done in time' }),
          },
        ]
      : []),
    ...(outlook?.kind === 'WINDOW_ENDED'
      ? [{ meaning: 'overdue' as const, words: about({ id: 'Jangka waktu habis', en: 'Window ended' }) }]
      : []),
    ...((warningLetters ?? 0) > 0 && found.open
      ? [
          {
            meaning: 'breach' as const,
            words: about({
              id: `Surat peringatan ${warningLetters}`,
              en: `Warning letter ${warningLetters}`,
            }),
          },
        ]
      : []),
  ];
}

/** Dead and merged first: nothing else matters as much. */
export function tagsOf(journey: JourneySeen, outlooks: readonly OutlookSeen[]): readonly HeaderTag[] {
  const tag = (meaning: Meaning, id: string, en: string): HeaderTag => ({ meaning, words: { id, en } });
  const open = journey.cases.filter((found) => found.open);
  const shown = open.length === 0 ? journey.cases.slice(-1) : open;
  return [
    ...(journey.diedOn === null ? [] : [tag('hold', 'Meninggal dunia', 'Deceased')]),
    ...(journey.keeping?.mergedInto == null
      ? []
      : [tag('hold', 'Digabung ke data lain', 'Merged into another record')]),
    ...(isRestricted(journey) ? [tag('hold', 'Orang ini dibatasi', 'This person is restricted')] : []),
    ...(journey.keeping?.legalHold === true
      ? [tag('hold', 'Dikunci untuk perkara hukum', 'Legal hold')]
      : []),
    ...(journey.provisional === true ? [tag('due', 'Identitas sementara', 'Provisional identity')] : []),
    ...shown.flatMap((found) =>
      caseTags(
        found,
        outlooks.find(({ caseId }) => caseId === found.caseId),
        shown.length > 1,
      ),
    ),
    ...prisonCases(journey).map(({ stage }) => ({
      meaning: stageMeaning('prison', stage),
      words: stageWords('prison', stage),
    })),
    ...referralCases(journey).map(({ stage }) => ({
      meaning: stageMeaning('referral', stage),
      words: stageWords('referral', stage),
    })),
  ];
}

/** Codes of the offices in whose hands the matter lies now, as far as this desk sees them. */
export function ownersOf(journey: JourneySeen): readonly string[] {
  const open = journey.cases.filter((found) => found.open);
  const seen = [
    ...open.flatMap(({ office, probationOffice }) => [office, probationOffice]),
    ...prisonCases(journey)
      .filter(({ stage }) => stage !== 'CLOSED')
      .map(({ stage, facility, probationOffice }) => (stage === 'AFTERCARE' ? probationOffice : facility)),
    ...referralCases(journey)
      .filter(({ stage }) => stage !== 'CLOSED' && stage !== 'RETURNED_TO_REFERRER')
      .map(({ centre }) => centre),
    journey.employment?.office,
  ];
  return [...new Set(seen.filter((code): code is string => typeof code === 'string'))];
}
