/** What is wrong with a field, in plain words: what to do, with an example where there is one. */
import type { z } from 'zod';
import { rupiahInWords, wholeInWords } from '../../words/amounts.ts';
import { fieldWords } from '../../words/fields/index.ts';
import type { Words } from '../../words/words.ts';
import type { Field } from './field.ts';

const CHOSEN: readonly Field['kind'][] = ['yes-no', 'one-of', 'several-of', 'choice', 'reference', 'tick'];

const labelOf = (command: string, field: Field): Words =>
  fieldWords(command, field.kind === 'choice' ? joinKind(field.path, field.discriminator) : field.path).label;

const joinKind = (path: string, kind: string): string => (path === '' ? kind : `${path}.${kind}`);

/** Nothing was filled in where something must be. */
export function missingWords(command: string, field: Field): Words {
  const { id, en } = labelOf(command, field);
  if (CHOSEN.includes(field.kind)) return { id: `Pilih: ${id}.`, en: `Choose: ${en}.` };
  if (field.kind === 'date' || field.kind === 'reading')
    return {
      id: `Masukkan tanggal untuk “${id}”, misalnya 30 3 2026.`,
      en: `Enter a date for “${en}”, for example 30 3 2026.`,
    };
  return { id: `Isi “${id}”.`, en: `Fill in “${en}”.` };
}

type Issue = z.core.$ZodIssue;

/** What the catalogue's shape says no to. */
export function issueWords(command: string, field: Field | undefined, issue: Issue | undefined): Words {
  if (field === undefined)
    return {
      id: 'Isian ini belum dapat dikirim. Periksa kembali semua isian.',
      en: 'This form cannot be sent yet. Please check all fields.',
    };
  const limited = issue === undefined ? undefined : limitWords(field, issue);
  if (limited !== undefined) return limited;
  const { id, en } = labelOf(command, field);
  if (issue?.code === 'invalid_type') return missingWords(command, field);
  const { example } = field;
  return example === undefined
    ? { id: `Periksa “${id}”: isian ini tidak dikenali.`, en: `Check “${en}”: it is not recognised.` }
    : {
        id: `Periksa “${id}”. Contoh yang benar: ${example}`,
        en: `Check “${en}”. A correct example: ${example}`,
      };
}

function limitWords(field: Field, issue: Issue): Words | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (field.kind === 'whole' || field.kind === 'rupiah' || field.kind === 'minutes') {
    const written = (language: 'id' | 'en'): string =>
      field.kind === 'rupiah' ? rupiahInWords(limit) : wholeInWords(language, limit);
    return issue.code === 'too_small'
      ? { id: `Masukkan angka ${written('id')} atau lebih.`, en: `Enter ${written('en')} or more.` }
      : { id: `Masukkan angka paling banyak ${written('id')}.`, en: `Enter at most ${written('en')}.` };
  }
  if (field.kind === 'rows' || field.kind === 'lines' || field.kind === 'several-of')
    return issue.code === 'too_small'
      ? { id: `Isi sedikitnya ${limit}.`, en: `Give at least ${limit}.` }
      : { id: `Isi paling banyak ${limit}.`, en: `Give at most ${limit}.` };
  return issue.code === 'too_small'
    ? { id: 'Isian ini terlalu pendek.', en: 'This is too short.' }
    : { id: `Paling panjang ${limit} huruf.`, en: `At most ${limit} characters.` };
}
