/** What two verdicts of rules mean together: a changed rule is told apart from a record that was changed. */
import type { LedgerDecision } from '../../ledger/decisions.ts';
import { type Finding, finding, named } from './finding.ts';
import type { Verdict } from './rules-side.ts';

export function rulesFindings(
  decision: LedgerDecision,
  own: Verdict,
  today: Verdict,
  todaysBuild: string,
): Finding[] {
  const { buildId } = decision;
  const what = named(decision);
  const found: Finding[] = [];
  const rested = [own, today].find(
    (verdict) => verdict.says === 'the same' && verdict.restedOnClaim !== undefined,
  );
  if (rested?.says === 'the same' && rested.restedOnClaim !== undefined) {
    const { key } = rested.restedOnClaim;
    const sentence = `${what} was refused because ${key} was held by another then; it was made before such claims were recorded.`;
    found.push(finding('RESTED_ON_CLAIM', sentence));
  }
  switch (own.says) {
    case 'otherwise':
      return [
        ...found,
        finding(
          'RULES_DISAGREE',
          `${what}: the rules of its own build ${buildId} do not give it; ${own.words}.`,
        ),
      ];
    case 'nothing':
      return [...found, finding('RULES_DISAGREE', `${what} cannot be decided again: ${own.words}.`)];
    case 'unknown':
      return [...found, ...withoutOwnRules(decision, today, todaysBuild)];
    case 'the same':
      if (own.askedBeside.length === 0) break;
      return [
        ...found,
        finding(
          'RULES_DISAGREE',
          `${what}: the rules of its own build ${buildId} look at ${own.askedBeside.join(', ')}, which it does not ` +
            'say it rested on.',
        ),
      ];
  }
  if (today.says !== 'otherwise' && today.says !== 'nothing') return found;
  const sentence =
    `${what}: the rules of its own build ${buildId} give what is recorded, those of today (build ${todaysBuild}) ` +
    `would decide otherwise; ${today.words}.`;
  return [...found, finding('RULE_CHANGED', sentence)];
}

function withoutOwnRules(decision: LedgerDecision, today: Verdict, todaysBuild: string): Finding[] {
  const { buildId } = decision;
  const what = named(decision);
  if (today.says === 'the same') {
    const sentence = `${what}: the rules of its build ${buildId} were not kept; those of today (build ${todaysBuild}) give what is recorded.`;
    return [finding('RULES_NOT_KEPT', sentence)];
  }
  if (today.says === 'unknown') return [];
  const sentence =
    `${what}: today's rules (build ${todaysBuild}) would decide otherwise, and the rules of its build ${buildId} ` +
    `were not kept, so that a changed rule and a changed record cannot be told apart; ${today.words}.`;
  return [finding('UNEXPLAINED', sentence)];
}
