/** What two verdicts of rules mean together: a changed rule is told apart from a record that was changed. */
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Words } from '../explain/words.ts';
import type { RulesAbsence } from '../rules/rules.ts';
import { type Finding, findingAbout } from './finding.ts';
import type { Verdict } from './rules-side.ts';

export function rulesFindings(
  decision: LedgerDecision,
  own: Verdict,
  today: Verdict,
  todaysBuild: string,
): Finding[] {
  const { buildId } = decision;
  const found: Finding[] = [];
  const rested = [own, today].find(
    (verdict) => verdict.says === 'the same' && verdict.restedOnClaim !== undefined,
  );
  if (rested?.says === 'the same' && rested.restedOnClaim !== undefined) {
    found.push(findingAbout(decision, 'RESTED_ON_CLAIM', RESTED_ON_CLAIM, { key: rested.restedOnClaim.key }));
  }
  switch (own.says) {
    case 'otherwise':
      return [...found, findingAbout(decision, 'RULES_DISAGREE', OTHERWISE, { buildId, words: own.words })];
    case 'nothing':
      return [...found, findingAbout(decision, 'RULES_DISAGREE', NOT_AGAIN, { buildId, words: own.words })];
    case 'unknown':
      return [...found, ...withoutOwnRules(decision, own.why, today, todaysBuild)];
    case 'the same': {
      if (own.askedBeside.length === 0) break;
      const asked = own.askedBeside.join(', ');
      return [...found, findingAbout(decision, 'RULES_DISAGREE', ASKED_BESIDE, { buildId, asked })];
    }
  }
  if (today.says !== 'otherwise' && today.says !== 'nothing') return found;
  const values = { buildId, todaysBuild, words: today.words };
  return [...found, findingAbout(decision, 'RULE_CHANGED', RULE_CHANGED, values)];
}

function withoutOwnRules(
  decision: LedgerDecision,
  why: RulesAbsence | undefined,
  today: Verdict,
  todaysBuild: string,
): Finding[] {
  const values = { buildId: decision.buildId, todaysBuild, why: ABSENCE[why ?? 'not kept'] };
  if (today.says === 'unknown') return [];
  if (today.says === 'the same') return [findingAbout(decision, 'RULES_NOT_KEPT', ONLY_TODAYS, values)];
  return [findingAbout(decision, 'UNEXPLAINED', UNEXPLAINED, { ...values, words: today.words })];
}

/** After "the rules of its build". */
const ABSENCE: { readonly [why in RulesAbsence]: Words } = {
  'not kept': { id: 'tidak disimpan', en: 'were not kept' },
  'never sealed': {
    id: 'tidak pernah disegel dan tidak dijalankan',
    en: 'were never sealed and were not run',
  },
  'not those sealed': {
    id: 'bukan yang disegel dan tidak dijalankan',
    en: 'are not those that were sealed and were not run',
  },
  'no rule pack': { id: 'tidak dapat dijalankan', en: 'cannot be run' },
};

const RESTED_ON_CLAIM: Words = {
  id: ' ditolak karena {key} ketika itu dipegang pihak lain; keputusan itu dibuat sebelum hal demikian dicatat.',
  en: ' was refused because {key} was held by another then; it was made before such claims were recorded.',
};
const OTHERWISE: Words = {
  id: ': aturan dari build-nya sendiri {buildId} tidak menghasilkannya; {words}.',
  en: ': the rules of its own build {buildId} do not give it; {words}.',
};
const NOT_AGAIN: Words = {
  id: ' tidak dapat diputus ulang dengan aturan dari build-nya sendiri {buildId}: {words}.',
  en: ' cannot be decided again by the rules of its own build {buildId}: {words}.',
};
const ASKED_BESIDE: Words = {
  id: ': aturan dari build-nya sendiri {buildId} melihat {asked}, yang tidak disebut sebagai dasarnya.',
  en: ': the rules of its own build {buildId} look at {asked}, which it does not say it rested on.',
};
const RULE_CHANGED: Words = {
  id:
    ': aturan dari build-nya sendiri {buildId} menghasilkan yang tercatat, aturan hari ini (build {todaysBuild}) ' +
    'akan memutus lain; {words}.',
  en:
    ': the rules of its own build {buildId} give what is recorded, those of today (build {todaysBuild}) ' +
    'would decide otherwise; {words}.',
};
const ONLY_TODAYS: Words = {
  id: ': aturan dari build-nya {buildId} {why}; aturan hari ini (build {todaysBuild}) menghasilkan yang tercatat.',
  en: ': the rules of its build {buildId} {why}; those of today (build {todaysBuild}) give what is recorded.',
};
const UNEXPLAINED: Words = {
  id:
    ': aturan hari ini (build {todaysBuild}) akan memutus lain, sedangkan aturan dari build-nya {buildId} {why}, ' +
    'sehingga aturan yang berubah dan catatan yang diubah tidak dapat dibedakan; {words}.',
  en:
    ": today's rules (build {todaysBuild}) would decide otherwise, and the rules of its build {buildId} {why}, " +
    'so that a changed rule and a changed record cannot be told apart; {words}.',
};
