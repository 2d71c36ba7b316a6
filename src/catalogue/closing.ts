/** The end of a case: completion minutes, statements, lapse, closure, and papers attached on the way. */
import { z } from 'zod';
import { journeyCommand } from './entry.ts';
import { caseId, documentKind, documentNumber, localDate, sha256 } from './fields.ts';

export const closingCommands = {
  'sign-completion': journeyCommand('sign-completion', {
    title: { id: 'Tandatangani berita acara selesai', en: 'Sign the completion minutes' },
    document: 'usual',
    data: z.strictObject({ caseId }),
  }),
  'close-case': journeyCommand('close-case', {
    title: { id: 'Tutup perkara (P-53)', en: 'Close the case (P-53)' },
    document: 'usual',
    policies: ['retention_years'],
    data: z.strictObject({
      caseId,
      reason: z.enum(['COMPLETED', 'CONVERTED', 'DEATH', 'LAPSED', 'CLEMENCY', 'RULING_CHANGED']),
    }),
  }),
  'complete-measure': journeyCommand('complete-measure', {
    title: { id: 'Nyatakan pelatihan kerja selesai', en: 'State that the court-ordered training is done' },
    document: 'required',
    data: z.strictObject({ caseId }),
    policies: ['signature_chase_days'],
  }),
  'record-lapse-decision': journeyCommand('record-lapse-decision', {
    title: {
      id: 'Catat gugurnya kewenangan (P-49)',
      en: 'Record that the power to execute has lapsed (P-49)',
    },
    document: 'required',
    data: z.strictObject({ caseId, ground: z.enum(['DEATH', 'LIMITATION']) }),
  }),
  'attach-document': journeyCommand('attach-document', {
    title: { id: 'Lampirkan dokumen', en: 'Attach a document' },
    data: z.strictObject({
      caseId: caseId.exactOptional(),
      kind: documentKind,
      number: documentNumber,
      date: localDate,
      hash: sha256.exactOptional(),
    }),
  }),
} as const;
