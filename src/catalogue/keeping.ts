/** Commands of merging, legal hold, rights requests and data breaches, as a client sends them. */
import { z } from 'zod';
import type { CarriedJourney } from '../domain/journey/keeping/carried.ts';
import { MOST } from '../domain/journey/size.ts';
import { journeyCommand } from './entry.ts';
import { caseId, code, localDate, sensitiveText } from './fields.ts';

const personId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not a person id');
/** Written by another journey of the very same build: its shape is the state's own. */
const carried = z.custom<CarriedJourney>((value) => typeof value === 'object' && value !== null);
const size = z.record(z.enum(Object.keys(MOST) as (keyof typeof MOST)[]), z.int().min(0));
const refusalCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/, 'not the code of a refusal');
/** An act of law and the place in it, and no more: `UU 27/2022 pasal 15 ayat (1) huruf a`. */
const lawArticle = z
  .string()
  .trim()
  .regex(
    /^(?:UU|Perppu|PP|Perpres|Perma|Perja|Permen[a-z]{2,20}) \d{1,4}(?:\/| Tahun )\d{4}(?: (?:art\.|[Pp]asal) \d{1,3}[A-Z]?(?: ?\(\d{1,2}[a-z]?\)| ayat \(\d{1,2}[a-z]?\))?(?: ?\([a-z]\)| huruf [a-z])?)?$/,
    'not an article of law: UU 27/2022 pasal 15',
  )
  .meta({ example: 'UU 27/2022 pasal 15' });
const requestId = z.string().regex(/^r[1-9]\d{0,4}$/, 'not a request id like r1');

export const keepingCommands = {
  'merge-person': journeyCommand('merge-person', {
    title: { id: 'Gabungkan dua data orang', en: 'Merge two records of one person' },
    document: 'usual',
    sealed: { reason: 'case' },
    data: z.strictObject({ otherPersonId: personId, reason: sensitiveText }),
  }),
  'be-merged': journeyCommand('be-merged', {
    title: { id: 'Masuk ke data gabungan', en: 'Be merged into another record' },
    door: 'internal',
    data: z.strictObject({
      into: personId,
      diedOn: localDate.nullable(),
      size,
      isCandidate: z.boolean(),
    }),
  }),
  'adopt-person': journeyCommand('adopt-person', {
    title: { id: 'Ambil alih data orang', en: 'Adopt a record' },
    door: 'internal',
    policies: ['daily_limit_minutes'],
    data: z.strictObject({ from: personId, carried }),
  }),
  'note-merge-refused': journeyCommand('note-merge-refused', {
    title: { id: 'Catat penggabungan ditolak', en: 'Note that a merge was refused' },
    door: 'internal',
    data: z.strictObject({ from: personId, code: refusalCode }),
  }),
  'unmerge-person': journeyCommand('unmerge-person', {
    title: { id: 'Pisahkan gabungan data', en: 'Take a merge apart' },
    document: 'usual',
    sealed: { reason: 'case' },
    data: z.strictObject({ otherPersonId: personId, reason: sensitiveText }),
  }),
  'return-person': journeyCommand('return-person', {
    title: { id: 'Terima kembali data sendiri', en: 'Take back one’s own record' },
    door: 'internal',
    data: z.strictObject({ from: personId, carried }),
  }),
  'place-legal-hold': journeyCommand('place-legal-hold', {
    title: { id: 'Tahan pemusnahan data', en: 'Place a legal hold' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ caseId: caseId.exactOptional(), reason: sensitiveText }),
  }),
  'lift-legal-hold': journeyCommand('lift-legal-hold', {
    title: { id: 'Cabut penahanan pemusnahan', en: 'Lift the legal hold' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
  'file-rights-request': journeyCommand('file-rights-request', {
    title: { id: 'Ajukan permintaan hak data', en: 'File a rights request' },
    sealed: { note: 'case' },
    policies: ['rights_request_hours'],
    data: z.strictObject({
      kind: z.enum(['ACCESS', 'CORRECTION', 'ERASURE', 'OBJECTION', 'COMPLAINT']),
      caseId: caseId.exactOptional(),
      note: sensitiveText,
    }),
  }),
  'answer-rights-request': journeyCommand('answer-rights-request', {
    title: { id: 'Jawab permintaan hak data', en: 'Answer a rights request' },
    sealed: { reason: 'case' },
    data: z.strictObject({
      requestId,
      outcome: z.enum(['GRANTED', 'PARTLY_GRANTED', 'REFUSED']),
      article: lawArticle.exactOptional(),
      reason: sensitiveText,
      hidden: z.boolean().default(false),
    }),
  }),
  'report-data-breach': journeyCommand('report-data-breach', {
    title: { id: 'Catat kegagalan pelindungan data', en: 'Report a data breach' },
    sealed: { note: 'case' },
    policies: ['data_breach_notice_hours', 'data_breach_escalation_hours'],
    data: z.strictObject({
      breachId: code,
      categories: z
        .array(z.enum(['IDENTITY', 'CRIMINAL', 'HEALTH', 'FINANCIAL', 'CONTACT', 'TRAINING']))
        .min(1)
        .max(6),
      note: sensitiveText,
    }),
  }),
  'notify-data-breach': journeyCommand('notify-data-breach', {
    title: { id: 'Catat pemberitahuan kegagalan', en: 'Record the notice of a breach' },
    document: 'usual',
    data: z.strictObject({ breachId: code, told: z.enum(['PERSON', 'AGENCY']) }),
  }),
} as const;
