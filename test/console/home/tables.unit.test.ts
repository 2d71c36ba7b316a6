/** Every matter has words and a step that somebody may take; names sound alike however they are written. */
import { describe, expect, it } from 'vitest';
import { COMMAND_RULES, TOKEN_ROLES } from '../../../src/access/roles.ts';
import { NEXT_COMMANDS, nextCommand } from '../../../src/catalogue/next-commands.ts';
import { workWords } from '../../../src/console/words/work-kinds.ts';
import { listWords } from '../../../src/console/words/work-lists.ts';
import { commandWords, nextAction } from '../../../src/console/work/next-action.ts';
import { workListsOf } from '../../../src/projections/work/lists.ts';
import type { WorkKind } from '../../../src/projections/work/row.ts';
import { nameSounds } from '../../../src/vault/name-words.ts';

const KINDS = Object.keys(NEXT_COMMANDS) as WorkKind[];

describe('every matter', () => {
  it.each(KINDS)('%s has words in both languages', (work) => {
    const { id, en } = workWords(work);
    expect([id.length > 3, en.length > 3, id === en]).toEqual([true, true, false]);
  });

  it.each(KINDS.filter((work) => work !== 'window-end'))('%s has a step that some desk may take', (work) => {
    const roles = TOKEN_ROLES.filter((role) => nextCommand(work, role) !== undefined);
    expect(roles).not.toEqual([]);
    for (const role of roles) {
      const command = nextCommand(work, role)!;
      expect(Object.hasOwn(COMMAND_RULES[command], role)).toBe(true);
      expect(commandWords(command).id).not.toBe(command);
    }
  });

  it('waits where another office acts, whatever the desk could do', () => {
    const pending = { work: 'site-answer', entityKind: 'journey', personId: 'p1', caseId: 'c1' } as const;
    expect(nextAction({ ...pending, condition: 'WAITING', waitsFor: 'taman-kota' }, 'PIDUM_STAFF')).toEqual({
      ...{ kind: 'wait', office: 'taman-kota' },
    });
    expect(nextAction({ ...pending, condition: 'TODO' }, 'SITE_SUPERVISOR')).toMatchObject({
      path: '/people/p1/do/answer-site-assignment?caseId=c1',
    });
  });

  it('is not done before its day', () => {
    const pending = { work: 'release', condition: 'TODO', entityKind: 'journey', personId: 'p1' } as const;
    expect(nextAction({ ...pending, deadline: { daysOver: -3 } }, 'PRISON_OFFICER')).toBeUndefined();
    expect(nextAction({ ...pending, deadline: { daysOver: 0 } }, 'PRISON_OFFICER')).toBeDefined();
  });
});

it.each(TOKEN_ROLES)('every list of %s has a title in both languages', (role) => {
  for (const { list } of workListsOf(role)) {
    const { id, en } = listWords(list, role).title;
    expect([list, id === list || en === list]).toEqual([list, false]);
  }
});

describe('names that sound alike', () => {
  it.each([
    ['Soekarno', 'Sukarno'],
    ['Djoko', 'Joko'],
    ['Joesoef', 'Yusuf'],
    ['Tjokro', 'Cokro'],
    ['Muhammad', 'Mohamad'.replace('o', 'u')],
    ['Chairul', 'Khairul'],
    ['Achmad', 'Akhmad'],
    ['Abdullah', 'Abdulla'],
    ['Nurhayatii', 'Nurhayati'],
    ['Sjahrir', 'Syahrir'],
    ['José', 'Jose'],
    ["Ma'ruf", 'Maruf'],
    ['H. Ahmad Fauzi, S.H.', 'Ahmad Fausi'],
  ])('%s and %s', (one, other) => {
    expect(nameSounds(one)).toEqual(nameSounds(other));
  });

  it('are not those of others', () => {
    expect(nameSounds('Sari')).not.toEqual(nameSounds('Siti'));
    expect(nameSounds('Dr. H. R.')).toEqual([]);
  });
});
