/** A refusal on a page is a sentence: neither codes of the record nor English within Indonesian. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/api/problem.ts';
import { problemInWords } from '../../../src/console/words/refusal-parameters.ts';
import { REFUSAL_PHRASES } from '../../../src/console/words/refusal-phrases.ts';

const DOMAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'domain');

const problem = (code: string, parameters: Problem['parameters']): Problem =>
  ({ code, parameters, sentence: { id: '', en: '' }, next: { id: '', en: '' } }) as unknown as Problem;
const said = (code: string, parameters: Problem['parameters']) =>
  problemInWords(problem(code, parameters)).sentence;

describe('refusals in words', () => {
  test('a stage, and what else is asked beside it', () => {
    const { id, en } = said('WRONG_STAGE', { stage: 'CONVERTED', allowed: 'COMPLETED, minutes signed' });
    expect(id).toBe(
      'Perkara berada pada tahap diganti penjara atau denda; perintah ini hanya untuk tahap selesai dijalani, berita acaranya ditandatangani.',
    );
    expect(en).toContain('replaced by prison or fine; this command needs stage served in full');
  });

  test('stages of several, each in its own words', () => {
    expect(said('WRONG_STAGE', { stage: 'ORDERED', allowed: 'RUNNING, HELD' }).id).toContain(
      'tahap P-48 terbit; perintah ini hanya untuk tahap sedang dijalani, ditunda.',
    );
    expect(said('WRONG_STAGE', { stage: 'ADMITTED', allowed: 'APPROVED' }).id).toContain('disetujui TPP');
  });

  test('a paper that is missing', () => {
    expect(said('DOCUMENT_MISSING', { document: 'minutes of the plenary' }).id).toBe(
      'Langkah ini memerlukan dokumen sumber: berita acara pleno.',
    );
  });

  test('what has no word here stays as it is, and the rest of a problem too', () => {
    const whole = problem('ID_TAKEN', { id: 'x' });
    expect(problemInWords(whole)).toBe(whole);
  });

  const sources = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(DOMAIN, path), 'utf8'));
  const phrases = [
    ...sources.flatMap((text) => [...text.matchAll(/requireDocument\(\s*\w+,\s*'([^']+)'/g)]),
    ...sources.flatMap((text) => [...text.matchAll(/DOCUMENT_MISSING', \{ document: '([^']+)'/g)]),
    ...sources.flatMap((text) => [...text.matchAll(/TOO_MANY', \{ kind: '([^']+)'/g)]),
  ].map(([, phrase]) => phrase!);

  test.each([...new Set(phrases)])('“%s” has Indonesian words', (phrase) => {
    expect(REFUSAL_PHRASES[phrase]).toBeDefined();
  });
});
