/** Identities and their indexes, changed in the vault by somebody who owns the server and has no key. */
import { describe, expect, it } from 'vitest';
import { foundAfter, onCopy } from './on-copy.ts';

const OTHER_INDEX = `'${'ab'.repeat(32)}'`;

describe('identities in the vault', () => {
  it.each([
    [
      'an index that leads elsewhere',
      `UPDATE vault.nik_index SET blind_index = ${OTHER_INDEX} WHERE person_id = 'person-a'`,
    ],
    ['an index that is gone', `DELETE FROM vault.nik_index WHERE person_id = 'person-a'`],
    [
      'a second index',
      `INSERT INTO vault.nik_index SELECT world, ${OTHER_INDEX}, person_id, identity_version
       FROM vault.nik_index WHERE person_id = 'person-a'`,
    ],
  ])('%s', async (_, statement) => {
    expect(await foundAfter(statement)).toEqual([
      'STATE_DIFFERS: the vault finds the identity that decision 1 of journey/person-a brought by another NIK than was sealed',
    ]);
  });

  it('a newer version that no command brought, copied from somebody else', async () => {
    expect(
      await foundAfter(
        `INSERT INTO vault.identity
         SELECT 'person-a', 2, world, 'made-up', sealed_document, stored_at, stored_by, stored_role, stored_office
         FROM vault.identity WHERE person_id = 'person-b'`,
      ),
    ).toEqual([
      'STATE_DIFFERS: the same sealed text stands as the identity of person-a (version 2) and of person-b (version 1)',
      'STATE_DIFFERS: version 2 of the identity of person person-a was brought by no decision',
    ]);
  });

  it('a destroyed key takes the index along, and whoever did it is said', () =>
    onCopy(async (copy) => {
      await copy.pool.query(
        `SELECT vault.destroy_key('person-a', 'identity', 'asked for', 'a', 'AUDITOR', 'o')`,
      );
      const { list, remarks } = await copy.verify();
      expect(list).toEqual([]);
      expect(remarks).toEqual([
        'Keys that were destroyed, as the vault alone says: identity of person-a by a.',
      ]);
    }));
});
