/** What people wrote into an event in their own words: shown beside its sentence, never inside it. */
import type { JsonObject } from '../../domain/decider.ts';
import type { Words } from '../words/words.ts';

const FIELDS: { readonly [field: string]: Words } = {
  reason: { id: 'Alasan', en: 'Reason' },
  note: { id: 'Catatan', en: 'Note' },
  text: { id: 'Isi', en: 'Text' },
  caseNumber: { id: 'Nomor perkara', en: 'Case number' },
  goal: { id: 'Tujuan orangnya', en: 'What the person aims at' },
  disability: { id: 'Ragam disabilitas', en: 'Kind of disability' },
  contactPhone: { id: 'Telepon', en: 'Telephone' },
  contactFamily: { id: 'Keluarga yang dapat dihubungi', en: 'Family to turn to' },
  noContactReason: { id: 'Alasan tidak ada kontak', en: 'Why there is no contact' },
  bpjsReference: { id: 'Nomor BPJS', en: 'BPJS number' },
};
const SEALED = 'sealed:v1:';
/** Some events give a reason by its code: its sentence says it. */
const CODE = /^[A-Z][A-Z0-9_]*$/;

/** Empty where the reader may not open it, or the key is gone. */
export function writtenIn(data: JsonObject | undefined): readonly { label: Words; text: string }[] {
  return Object.entries(FIELDS).flatMap(([field, label]) => {
    const text = data?.[field];
    if (typeof text !== 'string' || text === '' || text.startsWith(SEALED) || CODE.test(text)) return [];
    return [{ label, text }];
  });
}
