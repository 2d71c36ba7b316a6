import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSALS, refuseWith, renderRefusal } from '../../src/domain/law/refusals.ts';
import { renderWarning, WARNING_CODES, WARNINGS, warn } from '../../src/domain/law/warnings.ts';

const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

/** The codes of I.8 and those that the engine and the first route need. */
const EXPECTED_REFUSALS =
  `HOURS_RANGE DAILY_LIMIT OVERLAP WINDOW_CLOSED PLAN_INFEASIBLE SITE_NOT_APPROVED SITE_FULL
  CONSENT_MISSING UNDER_18 NOT_FINAL STAGE_NOT_REACHED CLASS_TIME_CONFLICT NO_SEAT ATTENDANCE_BELOW
  ASSESSOR_CONFLICT PLENARY_CONFLICT ADJUSTMENT_MISSING RETEST_TOO_EARLY RETEST_LIMIT APPEAL_LATE
  CERTIFICATE_NOT_VALID ORIGIN_HIDDEN DUPLICATE_COMMAND CASE_CLOSED DOCUMENT_MISSING NOT_PERMITTED
  PERSON_MERGED COMMAND_ID_REUSED DUPLICATE_CASE DUPLICATE_PERSON PERSON_UNKNOWN CASE_UNKNOWN
  SESSION_UNKNOWN WRONG_STAGE DATE_IN_FUTURE DATE_IMPLAUSIBLE DEADLINE_NOT_ARMED ALREADY_DONE
  SITE_UNKNOWN SITE_SUSPENDED OFFICE_UNKNOWN PERSON_DECEASED ANOMALY_UNCONFIRMED CASE_ON_HOLD
  DECISION_MISSING NOT_CLOSED MALFORMED TOO_LARGE UNAUTHENTICATED NOT_FOUND OUTCOME_UNKNOWN
  LEDGER_BEHIND SANDBOX_ONLY RATE_LIMITED INTERNAL`.split(/\s+/);

describe('the catalogue of refusals', () => {
  test.each(EXPECTED_REFUSALS)('%s has its words', (code) => expect(REFUSAL_CODES).toContain(code));

  test.each(REFUSAL_CODES)('%s says the same in both languages', (code) => {
    const entry = REFUSALS[code];
    expect(placeholders(entry.id)).toEqual(placeholders(entry.en));
    expect(placeholders(entry.nextId)).toEqual(placeholders(entry.nextEn));
    for (const sentence of [entry.id, entry.en, entry.nextId, entry.nextEn]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('only a repeated command is answered with success', () => {
    const successes = REFUSAL_CODES.filter((code) => REFUSALS[code].status < 400);
    expect(successes).toEqual(['DUPLICATE_COMMAND']);
  });
});

describe('a rendered refusal', () => {
  test('S05: tells how many minutes are left on the date', () => {
    const { refusal } = refuseWith('DAILY_LIMIT', { minutesLeft: 180, date: '2026-04-10' });
    expect(renderRefusal(refusal)).toMatchObject({
      status: 422,
      article: 'UU 1/2023 art. 85(5)',
      id: 'Batas harian 8 jam terlampaui: pada 10 April 2026 tersisa 180 menit.',
      en: 'The daily limit of 8 hours is exceeded: 180 minutes left on 10 April 2026.',
    });
  });
  test('an outcome not yet known asks for the same id again', () => {
    const rendered = renderRefusal({ code: 'OUTCOME_UNKNOWN', parameters: {} });
    expect(rendered.status).toBe(504);
    expect(rendered.nextEn).toMatch(/^Ask again with the same id/);
  });
  test('groups large numbers in each language’s way', () => {
    const rendered = renderRefusal({ code: 'TOO_LARGE', parameters: { limitBytes: 1_048_576 } });
    expect(rendered.id).toContain('1.048.576');
    expect(rendered.en).toContain('1,048,576');
  });
  test('the refusal’s own article goes first', () => {
    const refusal = { code: 'DAILY_LIMIT', parameters: {}, article: 'UU 1/2023 art. 82(2)' };
    expect(renderRefusal(refusal).article).toBe('UU 1/2023 art. 82(2)');
  });
  test('a missing value leaves a visible gap, never a property of objects', () => {
    expect(renderRefusal({ code: 'DAILY_LIMIT', parameters: {} }).en).toContain('… minutes left on …');
  });
  test('a code of a newer build still gets a sentence', () => {
    expect(renderRefusal({ code: 'toString', parameters: {} })).toMatchObject({
      status: 422,
      en: 'This request was refused with the code toString.',
    });
  });
});

describe('warnings', () => {
  test.each(WARNING_CODES)('%s says the same in both languages', (code) => {
    const entry = WARNINGS[code];
    expect(placeholders(entry.id)).toEqual(placeholders(entry.en));
    expect(placeholders(entry.nextId)).toEqual(placeholders(entry.nextEn));
  });
  test('S10: a fine of one rupiah too many is shown with its limit', () => {
    const warning = warn('SENTENCE_CONDITION_ANOMALY', {
      condition: 'fine_category_2_rupiah',
      actual: 10_000_001,
      limit: 10_000_000,
    });
    expect(renderWarning(warning).id).toContain('tercatat 10.000.001, batas 10.000.000');
  });
  test('no code is both a warning and a refusal', () => {
    expect(WARNING_CODES.filter((code) => (REFUSAL_CODES as string[]).includes(code))).toEqual([]);
  });
});
