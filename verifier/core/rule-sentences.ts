/** How rules fail to answer, in words. */
import type { Sentence } from './findings.ts';
import type { FactName } from './known-facts.ts';
import type { RuleFailure } from './rule-host.ts';

export const missingFact = (name: Sentence, { key, version }: FactName): Sentence => ({
  id: `${name.id} bersandar pada fakta ${key} versi ${version}, yang tidak ditetapkan oleh keputusan mana pun di berkas ini.`,
  en: `${name.en} rests on fact ${key} at version ${version}, which no decision of this file set.`,
});

export const noQuestion = (name: Sentence, field: 'facts' | 'body'): Sentence => ({
  id: `${name.id} tidak dapat diputus ulang: bagian ${field} tidak menyatakan apa yang ditanyakan.`,
  en: `${name.en} could not be decided again: its ${field} does not say what it was asked.`,
});

export const faultChanged = (name: Sentence): Sentence => ({
  id: `${name.id} dicatat sebagai galat, tetapi mengubah sesuatu.`,
  en: `${name.en} is recorded as a fault, but changed something.`,
});

export function rulesFailed(name: Sentence, failure: RuleFailure): Sentence {
  switch (failure.kind) {
    case 'threw':
      return {
        id: `${name.id} tidak dapat diputus ulang: aturannya berhenti dengan galat (${failure.name}).`,
        en: `${name.en} could not be decided again: its rules broke down (${failure.name}).`,
      };
    case 'silent':
      return {
        id: `${name.id} tidak dapat diputus ulang: aturannya tidak menjawab dalam batas waktu.`,
        en: `${name.en} could not be decided again: its rules did not answer in time.`,
      };
    case 'nonsense':
      return {
        id: `${name.id} tidak dapat diputus ulang: jawaban aturannya tidak berbentuk keputusan.`,
        en: `${name.en} could not be decided again: the answer of its rules has not the form of a decision.`,
      };
    case 'gone':
      return {
        id: `${name.id} tidak dapat diputus ulang: aturannya tidak dapat dijalankan.`,
        en: `${name.en} could not be decided again: its rules cannot be run.`,
      };
  }
}
