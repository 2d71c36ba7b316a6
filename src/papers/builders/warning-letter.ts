/** A warning letter from the record of it, with the events it names. */
import type { JourneyEvents } from '../../domain/journey/events.ts';
import type { LedgerEvent } from '../../ledger/ledger.ts';
import { warningLetter } from '../kinds/warning-letter.ts';
import type { JourneyMaterial, PaperBuilder } from '../material.ts';
import { dayAndDate, durationInWords } from '../words.ts';
import { caseFacts, newestOf, numberOf, siteName } from './case-facts.ts';

type Issued = LedgerEvent & { readonly data: JourneyEvents['WarningLetterIssued'] };

export const buildWarningLetter: PaperBuilder = async (material, { caseId, letter }) => {
  const facts = await caseFacts(material, caseId);
  const issued = issuedLetter(material, caseId, letter);
  const ordered = newestOf(material, caseId, 'ExecutionOrdered');
  if (facts === undefined || issued === undefined || ordered === undefined) return undefined;
  const { number, evidence } = issued.data;
  const grounds = material.events.filter(({ version }) => evidence.includes(version));
  return {
    office: facts.office,
    content: warningLetter({
      ...facts,
      number: await numberOf(material, issued, `SP-${number}/${caseId}`),
      letter: number,
      issuedOn: issued.occurredAt.date,
      orderNumber: await numberOf(material, ordered, `P-48/${caseId}`),
      place: await siteName(material, facts.found.site?.siteId),
      grounds: grounds.map((event) => ({ version: event.version, text: groundInWords(event) })),
      events: [...evidence, issued.version],
    }),
  };
};

/** A corrected letter is void: it is no longer among the entries that stand. */
function issuedLetter(
  { events, state }: JourneyMaterial,
  caseId: string,
  letter: number | undefined,
): Issued | undefined {
  const void_ = new Set(state.entries.filter(({ corrected }) => corrected).map(({ version }) => version));
  return events.findLast(({ type, version, data }) => {
    if (type !== 'WarningLetterIssued' || void_.has(version)) return false;
    const issued = data as unknown as JourneyEvents['WarningLetterIssued'];
    return issued.caseId === caseId && (letter === undefined || issued.number === letter);
  }) as Issued | undefined;
}

/** What happened, without what anybody wrote about it: notes stay sealed. */
function groundInWords({ type, data, occurredAt }: LedgerEvent): string {
  const named = data as { date?: string; minutes?: number };
  const on = dayAndDate(named.date ?? occurredAt.date);
  switch (type) {
    case 'NoShowRecorded':
      return `Tidak hadir pada ${on}`;
    case 'FirstAppearanceMissed':
      return `Tidak menghadap pada waktu yang ditetapkan, ${on}`;
    case 'SessionDisputed':
      return `Sesi dibantah lokasi pada ${on}`;
    case 'MinutesNotCredited':
      return `${durationInWords(named.minutes ?? 0)} pada ${on} tidak dihitung`;
    case 'PaceChecked':
      return `Pelaksanaan tertinggal dari jadwal pada ${on}`;
    default:
      return `Catatan pengawasan tanggal ${on}`;
  }
}
