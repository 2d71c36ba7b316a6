import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedReader } from '../../src/notices/rule.ts';
import { NOTICE_RULES } from '../../src/notices/rules/index.ts';
import type { Audience, Template } from '../../src/notices/template.ts';
import { TEMPLATE_KEYS, TEMPLATES } from '../../src/notices/templates/index.ts';
import { renderMessage } from '../../src/notices/text.ts';

/** What no notice says to anyone: offences, health, names of people. */
const TO_NOBODY =
  /narapidana|terpidana|terdakwa|tersangka|napi\b|penganiayaan|pencurian|penggelapan|penipuan|narkotik|pembunuhan|pasal \d|\bNIK\b|convict|offender|prisoner|inmate|assault|theft|fraud|HIV/i;
/** What only the office of the case may read (G-08): where a person comes from. */
const TO_CASE_OFFICES_ONLY =
  /pidana|lapas|rutan|bapas|penjara|jaksa|kejaksaan|kejari|putusan|hukum|warga binaan|perkara|surat peringatan|pelanggaran|remisi|prison|penal|sentence|court|prosecut|crim|probation|ruling|\bcase/i;

/** What each reader may be told (G-08). */
const AUDIENCES: { readonly [reader in NamedReader]: Audience } = {
  caseOffice: 'CASE_OFFICE',
  probationOffice: 'CASE_OFFICE',
  prison: 'CASE_OFFICE',
  site: 'NEUTRAL',
  referrer: 'NEUTRAL',
  centre: 'NEUTRAL',
  certificationBody: 'NEUTRAL',
  placementOffice: 'NEUTRAL',
  employer: 'NEUTRAL',
  permitOffice: 'NEUTRAL',
  answeringOffice: 'NEUTRAL',
  registrar: 'CASE_OFFICE',
  person: 'PERSON',
};

const wordsOf = ({ subject, text, item }: Template): string =>
  [subject, text, item].flatMap((words) => (words === undefined ? [] : [words.id, words.en])).join('\n');

describe.each(TEMPLATE_KEYS)('%s', (key) => {
  const template = TEMPLATES[key];
  it('says nothing that nobody may read', () => expect(wordsOf(template)).not.toMatch(TO_NOBODY));
  it('says nothing of where a person comes from, except to the office of the case', () => {
    if (template.audience === 'CASE_OFFICE') expect(template.audience).toBe('CASE_OFFICE');
    else expect(wordsOf(template)).not.toMatch(TO_CASE_OFFICES_ONLY);
  });
  it('points to nothing where a person is told', () => {
    const { text } = renderMessage(key, 3, [{ reference: 'p-1/c1', details: {} }], '/api/v1/notices/n-1');
    expect(/p-1|\/api|\d/.test(text.id)).toBe(template.audience !== 'PERSON');
  });
});

describe('the word lists find what they are for', () => {
  it.each(['Perkara narapidana', 'Pasal 466', 'assault'])('%s', (text) => expect(text).toMatch(TO_NOBODY));
  it.each(['dari Lapas', 'kerja sosial sebagai pidana', 'your case'])('%s', (text) =>
    expect(text).toMatch(TO_CASE_OFFICES_ONLY),
  );
});

describe('every rule', () => {
  const tellings = NOTICE_RULES.flatMap((rule) =>
    rule.tell.map((telling) => [`${rule.event} → ${telling.template}`, rule, telling] as const),
  );
  it.each(tellings)('%s gives its template what it shows', (_name, rule, { template }) => {
    const item = TEMPLATES[template].item;
    const wanted = [...(item?.id ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(['reference', ...Object.keys(rule.details ?? {})]).toEqual(expect.arrayContaining(wanted));
    expect([...(item?.en ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()).toEqual(
      wanted.sort(),
    );
  });

  it('tells each reader in words meant for it', () => {
    for (const [name, , { reader, template }] of tellings) {
      const { audience } = TEMPLATES[template];
      const expected =
        'named' in reader ? AUDIENCES[reader.named] : reader.kind === 'SITE' ? 'NEUTRAL' : 'CASE_OFFICE';
      expect(audience, name).toBe(expected);
    }
  });

  it('follows an event that there is', () => {
    const events = join(import.meta.dirname, '../../src/domain');
    const files = readdirSync(events, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('events.ts'),
    );
    const known = new Set(
      files.flatMap((file) =>
        [...readFileSync(join(events, file), 'utf8').matchAll(/^ {2}([A-Z]\w+):/gm)].map(([, type]) => type),
      ),
    );
    expect(NOTICE_RULES.map(({ event }) => event).filter((event) => !known.has(event))).toEqual([]);
  });

  it('gives neutral readers of a journey no id of the person (I-8)', () => {
    // Centres, referrers and placement offices open the journey itself; these must not.
    const bodies = NOTICE_RULES.filter(
      ({ stream, tell }) =>
        stream === 'journey' &&
        tell.some(({ reader }) => 'named' in reader && reader.named === 'certificationBody'),
    );
    expect(bodies.length).toBeGreaterThan(3);
    expect(bodies.map(({ reference }) => reference)).toEqual(bodies.map(() => 'assessmentId'));
  });
});

it('shows 25 items and a number', () => {
  const shown = Array.from({ length: 25 }, (_, index) => ({
    reference: `p-${index}/c1`,
    details: { date: '2026-10-01' },
  }));
  const { subject, text } = renderMessage('RELEASE_DATES_CHANGED', 12_345, shown, 'https://titian.example/x');
  expect(subject.id).toBe('12.345 tanggal bebas berubah');
  expect(text.id).toContain('- p-24/c1: 1 Oktober 2026\n… dan 12.320 lagi.\n\nhttps://titian.example/x');
  expect(text.en).toContain('… and 12,320 more.');
});
