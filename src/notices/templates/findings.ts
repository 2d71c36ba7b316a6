/** Words for offices that an audit asks. Neutral: whatever the finding is about, a mail does not tell it. */
import type { Template } from '../template.ts';

export const FINDING_TEMPLATES = {
  FINDING_OPENED: {
    audience: 'NEUTRAL',
    subject: { id: '{count} temuan pemeriksaan menunggu jawaban', en: '{count} findings await an answer' },
    text: { id: 'Baca dan jawab dengan surat kantor.', en: 'Read them and answer by letter of the office.' },
    item: { id: '{reference}, paling lambat {dueOn}', en: '{reference}, by {dueOn}' },
  },
  FINDING_OVERDUE: {
    audience: 'NEUTRAL',
    subject: { id: '{count} temuan pemeriksaan belum dijawab', en: '{count} findings are unanswered' },
    text: { id: 'Batas waktu jawaban telah lewat.', en: 'The time to answer has passed.' },
    item: { id: '{reference}', en: '{reference}' },
  },
} as const satisfies { readonly [key: string]: Template };
