/**
 * What takes any words could hold a name, a NIK or an illness. So long texts are sealed, and a line that takes
 * any words stands here with the reason why nobody writes of a person in it. A new one fails until it is sealed,
 * given a form, or explained.
 */
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../src/catalogue/index.ts';
import { TEXTS, type Text } from './texts.ts';

/** From here on a text is free text, whatever it is for. */
const FREE_TEXT = 1_000;

const READINGS = [
  ...['check-in-session at', 'check-out-session at', 'record-session start', 'record-session end'],
  ...['check-out-session breaks[].start', 'check-out-session breaks[].end'],
  ...['record-session breaks[].start', 'record-session breaks[].end'],
  ...['correct-entry replacement.start', 'correct-entry replacement.end'],
  ...['correct-entry replacement.breaks[].start', 'correct-entry replacement.breaks[].end'],
];

const REASONS: { readonly [reason: string]: readonly string[] } = {
  'goes to the vault and into no event': ['register-person identity.name', 'link-identity identity.name'],
  'a clock reading, which no pattern says and the shape checks': READINGS,
  'a room of the training centre': ['open-class room', 'amend-class room'],
  'a scheme and units as its register names them, sent by the system alone': [
    ...['issue-certificate schemeName', 'issue-certificate units[]'],
  ],
  'a post at a firm, where it is, and the units it asks for: a permit knows of nobody': [
    ...['apply-for-permit position', 'apply-for-permit occupation', 'apply-for-permit regency'],
    ...['apply-for-permit localGraduates.occupation', 'apply-for-extension localGraduates.occupation'],
    ...['apply-for-permit localGraduates.regency', 'apply-for-extension localGraduates.regency'],
    ...['apply-for-permit localGraduates.units[]', 'apply-for-extension localGraduates.units[]'],
    ...['attach-training-evidence certificateNumber', 'attach-training-evidence units[]'],
  ],
};

/** Long, and yet not sealed. */
const LONG_REASONS: { readonly [reason: string]: readonly string[] } = {
  'goes to the vault and into no event': [
    'register-person identity.address',
    'link-identity identity.address',
  ],
  'how one enters a public place': ['register-site accessNotes', 'amend-site accessNotes'],
  'a whole record, handed over by another journey of this very build': [
    ...['adopt-person carried', 'return-person carried'],
  ],
};

const explained = (reasons: typeof REASONS): string[] => Object.values(reasons).flat().sort();
const open = (which: (text: Text) => boolean): string[] => [
  ...new Set(
    TEXTS.filter((text) => text.open && !text.sealed && which(text))
      .map(({ field }) => field)
      .sort(),
  ),
];

describe('a text that takes any words', () => {
  it('is sealed where it is long', () => {
    expect(open(({ longest }) => longest >= FREE_TEXT)).toEqual(explained(LONG_REASONS));
  });

  it('is sealed or explained where it is one line, but for registers, which are not about persons', () => {
    expect(open(({ longest, register }) => longest < FREE_TEXT && !register)).toEqual(explained(REASONS));
  });

  it('is found wherever it stands', () => {
    expect(TEXTS.filter(({ open, sealed }) => open && sealed).length).toBeGreaterThan(50);
    expect(TEXTS.find(({ field }) => field === 'open-class room')).toMatchObject({ open: true, longest: 80 });
    expect(TEXTS.find(({ field }) => field === 'register-ruling caseNumber')).toMatchObject({ sealed: true });
  });
});

const NAME = 'Siti Rahma binti Ahmad';
const taken = (command: string, field: string, value: unknown): boolean => {
  const found = ALL_COMMANDS.find(({ name }) => name === command);
  const answer = found?.data.safeParse({ [field]: value });
  if (answer === undefined || answer.success) throw new Error(`${command} takes nothing but ${field}`);
  return answer.error.issues.every(({ path }) => path[0] !== field);
};

describe('a line about a person', () => {
  it.each([
    ...(
      [
        ['receive-referral', 'reference', { system: 'SIKS-NG', id: 'X-1' }, { system: NAME, id: 'X-1' }],
        ['verify-requirements', 'missing', ['IJAZAH', 'KTP_EL'], [NAME]],
        ['set-availability', 'regencies', ['Kota Tanjung Pinang', 'Kabupaten Toli-Toli'], [NAME]],
        ['set-availability', 'regencies', ['Kabupaten Pangkajene dan Kepulauan'], ['Kota asal Siti']],
        ['answer-rights-request', 'article', 'UU 27/2022 pasal 15', NAME],
        ['answer-rights-request', 'article', 'UU 27/2022 art. 15', `UU 27/2022 pasal 15 ${NAME}`],
        ['answer-rights-request', 'article', 'PP 31 Tahun 1999 Pasal 7 ayat (1) huruf b', 'pasal 15'],
        ['issue-training-certificate', 'number', 'BBPVP-MDN/2026/0023', 'Siti, anak Ahmad'],
        ['note-merge-refused', 'code', 'TOO_MANY', NAME],
        ['check-in-session', 'at', '2026-04-01T08:00', NAME],
      ] as const
    ).map(([command, field, good, bad]) => ({ command, field, good, bad })),
  ])('$command $field takes its form and no other words: $bad', ({ command, field, good, bad }) => {
    expect(taken(command, field, good)).toBe(true);
    expect(taken(command, field, bad)).toBe(false);
  });

  it.each(['EMPLOYED', 'SELF_EMPLOYED', 'APPRENTICE'])('start-placement %s takes a regency alone', (kind) => {
    const data = ALL_COMMANDS.find(({ name }) => name === 'start-placement')?.data;
    const refused = (regency: string) =>
      data?.safeParse({ kind, regency }).error?.issues.some(({ path }) => path[0] === 'regency');
    expect(refused('Kabupaten Deli Serdang')).toBe(false);
    expect(refused(NAME)).toBe(true);
  });
});
