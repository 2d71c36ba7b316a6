/** What commands are called: as the catalogue titles them, and those that only the system sends. */
import { ALL_COMMANDS } from '../../catalogue/index.ts';
import { same, type Words } from '../words/words.ts';

const INSIDE: { readonly [name: string]: Words } = {
  'fire-deadline': { id: 'Tenggat dijalankan', en: 'A deadline acted' },
  'suspend-site-sessions': {
    id: 'Sesi di lokasi yang ditutup dihentikan',
    en: 'Sessions at a closed site stopped',
  },
};

const TITLES: ReadonlyMap<string, Words> = new Map(ALL_COMMANDS.map(({ name, title }) => [name, title]));

export const commandWords = (name: string): Words =>
  TITLES.get(name) ?? (Object.hasOwn(INSIDE, name) ? INSIDE[name] : undefined) ?? same(name);

export const OUTCOME_WORDS: { readonly [outcome: string]: Words } = {
  accepted: { id: 'diterima', en: 'accepted' },
  refused: { id: 'ditolak', en: 'refused' },
  fault: { id: 'gagal diputuskan', en: 'could not be decided' },
};

export const outcomeWords = (outcome: string): Words =>
  (Object.hasOwn(OUTCOME_WORDS, outcome) ? OUTCOME_WORDS[outcome] : undefined) ?? same(outcome);
