/** What refusals are filled with, in words: the record names stages and papers by codes and English phrases. */
import type { Problem } from '../../api/problem.ts';
import { renderRefusal } from '../../domain/law/refusals.ts';
import { REFUSAL_PHRASES } from './refusal-phrases.ts';
import { STAGE_TABLES, type StagePart, stageWords } from './stages.ts';
import type { Words } from './words.ts';

/** Whose stages a refusal speaks of; the first of these that knows the code has the word. */
const PARTS: { readonly [code: string]: readonly StagePart[] } = {
  WRONG_STAGE: ['case', 'prison', 'referral', 'session'],
  ASSESSMENT_WRONG_STAGE: ['assessment'],
  CLASS_WRONG_STATUS: ['class'],
  SEAT_WRONG_STATE: ['seat'],
  ENROLMENT_WRONG_STAGE: ['training'],
  PROPOSAL_WRONG_STAGE: ['proposal'],
  CERTIFICATE_WRONG_STATUS: ['certificate'],
  PERMIT_STATUS: ['permit'],
  FINDING_STATUS: ['finding'],
};
const STAGES: ReadonlySet<string> = new Set(['stage', 'status', 'seat', 'allowed']);
const PHRASES: ReadonlySet<string> = new Set(['document', 'kind', 'missing', 'allowed']);

type Language = 'id' | 'en';

/** The same problem, its sentences filled with the words that pages use. */
export function problemInWords(problem: Problem): Problem {
  const { code, parameters } = problem;
  const named = Object.keys(parameters ?? {}).filter((name) => STAGES.has(name) || PHRASES.has(name));
  if (named.length === 0) return problem;
  const filled = (language: Language) => {
    const own = { ...parameters };
    for (const name of named) own[name] = said(code, name, parameters[name]!, language);
    return renderRefusal({ code, parameters: own });
  };
  const [id, en] = [filled('id'), filled('en')];
  return { ...problem, sentence: { id: id.id, en: en.en }, next: { id: id.nextId, en: en.nextEn } };
}

function said(code: string, name: string, value: string | number, language: Language): string | number {
  if (typeof value !== 'string') return value;
  // A list, or a stage with what it lacks: each part has its own word.
  const whole = phraseOf(value);
  if (whole !== undefined) return whole[language];
  return value
    .split(', ')
    .map((one) => (phraseOf(one) ?? stageOf(code, name, one))?.[language] ?? one)
    .map((word) => (STAGES.has(name) ? lower(word) : word))
    .join(', ');
}

/** Letters of warning are counted. */
function phraseOf(value: string): Words | undefined {
  const [, count] = /^warning letter (\d+)$/.exec(value) ?? [];
  if (count !== undefined) return { id: `surat peringatan ke-${count}`, en: value };
  const [, minutes] = /^(\d+) minutes of training$/.exec(value) ?? [];
  if (minutes !== undefined) return { id: `pelatihan selama ${minutes} menit`, en: value };
  return Object.hasOwn(REFUSAL_PHRASES, value)
    ? {
        id: REFUSAL_PHRASES[value]!,
        en: value.replace(/^perjanjian pemagangan$/, 'apprenticeship agreement'),
      }
    : undefined;
}

function stageOf(code: string, name: string, stage: string): Words | undefined {
  if (!STAGES.has(name)) return undefined;
  const part = (PARTS[code] ?? []).find((one) => Object.hasOwn(STAGE_TABLES[one], stage));
  return part === undefined ? undefined : stageWords(part, stage);
}

/** Within a sentence; letters that stand for themselves stay (P-48). */
const lower = (word: string): string =>
  /^[A-Z]{2}|^[A-Z]-\d/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
