/**
 * All refusals: one meaning each, a stable code, the article, and what can be done next. A refusal is
 * an answer of the law, recorded like an acceptance; these are the words for it.
 */
import type { Refusal } from '../decider.ts';
import { ACCESS_REFUSALS } from './refusals/access-rules.ts';
import { ASSESSMENT_REFUSALS } from './refusals/assessment-rules.ts';
import { CASE_REFUSALS } from './refusals/case-rules.ts';
import { CERTIFICATE_REFUSALS } from './refusals/certificate-rules.ts';
import { CLASS_REFUSALS } from './refusals/class-rules.ts';
import { EMPLOYMENT_REFUSALS } from './refusals/employment-rules.ts';
import type { RefusalEntry } from './refusals/entry.ts';
import { FINDING_REFUSALS } from './refusals/finding-rules.ts';
import { KEEPING_REFUSALS } from './refusals/keeping-rules.ts';
import { PAPER_REFUSALS } from './refusals/paper-rules.ts';
import { PERMIT_REFUSALS } from './refusals/permit-rules.ts';
import { PRISON_REFUSALS } from './refusals/prison-rules.ts';
import { REFERRAL_REFUSALS } from './refusals/referral-rules.ts';
import { REGISTER_REFUSALS } from './refusals/register-rules.ts';
import { SENTENCE_REFUSALS } from './refusals/sentence-rules.ts';
import { SHEET_REFUSALS } from './refusals/sheet-rules.ts';
import { TRAINING_REFUSALS } from './refusals/training-rules.ts';
import type { ParametersIn } from './sentence.ts';
import { fillSentence } from './sentence.ts';

export type { RefusalEntry } from './refusals/entry.ts';

export const REFUSALS = {
  ...SENTENCE_REFUSALS,
  ...CASE_REFUSALS,
  ...REGISTER_REFUSALS,
  ...ACCESS_REFUSALS,
  ...TRAINING_REFUSALS,
  ...PAPER_REFUSALS,
  ...PRISON_REFUSALS,
  ...REFERRAL_REFUSALS,
  ...CLASS_REFUSALS,
  ...ASSESSMENT_REFUSALS,
  ...CERTIFICATE_REFUSALS,
  ...EMPLOYMENT_REFUSALS,
  ...KEEPING_REFUSALS,
  ...PERMIT_REFUSALS,
  ...FINDING_REFUSALS,
  ...SHEET_REFUSALS,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

type Entry<Code extends RefusalCode> = (typeof REFUSALS)[Code];

/** What the sentences of a refusal are filled with: each name must be given. */
export type RefusalParameters<Code extends RefusalCode> = {
  readonly [name in ParametersIn<Entry<Code>['id'] | Entry<Code>['nextId']>]: string | number;
};

/**
 * A refusal with all the values its sentences need and the catalogue's article: like `refuse` of the
 * decider contract, checked by the compiler. Further values may be added for programs to read.
 */
export const refuseWith = <Code extends RefusalCode>(
  code: Code,
  parameters: RefusalParameters<Code> & Refusal['parameters'],
): { kind: 'refused'; refusal: Refusal } => {
  const { article } = REFUSALS[code];
  return {
    kind: 'refused',
    refusal: article === null ? { code, parameters } : { code, parameters, article },
  };
};

export interface RenderedRefusal {
  readonly status: number;
  readonly article: string | null;
  readonly id: string;
  readonly en: string;
  readonly nextId: string;
  readonly nextEn: string;
}

/** For a code that this build does not know: a ledger may hold refusals of a newer one. */
const UNKNOWN_CODE: RefusalEntry = {
  status: 422,
  article: null,
  id: 'Permintaan ini ditolak dengan kode {code}.',
  en: 'This request was refused with the code {code}.',
  nextId: 'Hubungi pengelola sistem.',
  nextEn: 'Call the operators.',
};

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

/** The words for a refusal. Its own article, where it has one, goes before the catalogue's. */
export const renderRefusal = (refusal: Refusal): RenderedRefusal => {
  const known = isRefusalCode(refusal.code);
  const entry: RefusalEntry = known ? REFUSALS[refusal.code as RefusalCode] : UNKNOWN_CODE;
  const values = known ? refusal.parameters : { code: refusal.code };
  return {
    status: entry.status,
    article: refusal.article ?? entry.article,
    id: fillSentence(entry.id, values, 'id'),
    en: fillSentence(entry.en, values, 'en'),
    nextId: fillSentence(entry.nextId, values, 'id'),
    nextEn: fillSentence(entry.nextEn, values, 'en'),
  };
};
