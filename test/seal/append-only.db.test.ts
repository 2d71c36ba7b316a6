import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SealedWorld, sealedWorld } from './sealed-world.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld();
  await world.write('journey/a', 1);
  await world.log.sealNow();
});
afterAll(() => world.close());

const insufficientPrivilege = '42501';
const appendOnly = 'TL002';
const TABLES = [
  ['tile', 'hashes'],
  ['checkpoint', 'note'],
  ['cosignature', 'line'],
  ['stream_head', 'events'],
  ['heads_cut', 'leaves'],
] as const;

describe.each(TABLES)('seal.%s', (table, column) => {
  it('is read by the application and written by functions alone', async () => {
    await world.open.pool.query(`SELECT * FROM seal.${table}`);
    for (const statement of [
      `INSERT INTO seal.${table} DEFAULT VALUES`,
      `UPDATE seal.${table} SET ${column} = ${column}`,
      `DELETE FROM seal.${table}`,
      `TRUNCATE seal.${table} CASCADE`,
    ]) {
      await expect(world.open.pool.query(statement), statement).rejects.toMatchObject({
        code: insufficientPrivilege,
      });
    }
  });
});

describe.each(['tile', 'checkpoint', 'cosignature'])('seal.%s', (table) => {
  it('loses nothing, whoever asks', async () => {
    for (const statement of [`DELETE FROM seal.${table}`, `TRUNCATE seal.${table} CASCADE`]) {
      await expect(world.open.superPool.query(statement), statement).rejects.toMatchObject({
        code: appendOnly,
      });
    }
  });
});

it('a tile grows and never changes', async () => {
  const put = (hashes: string) =>
    world.open.pool.query('SELECT seal.put_tiles($1::smallint[], $2::bigint[], $3::bytea[])', [
      [0],
      [0],
      [Buffer.from(hashes, 'hex')],
    ]);
  const { rows } = await world.open.pool.query<{ hashes: Buffer }>(
    'SELECT hashes FROM seal.tile WHERE level = 0',
  );
  const now = rows[0]!.hashes.toString('hex');
  const other = 'ab'.repeat(32);
  await expect(put(other)).rejects.toMatchObject({ code: appendOnly });
  await expect(put(`${other}${now.slice(64)}`)).rejects.toMatchObject({ code: appendOnly });
  await expect(put(`${now}${'ab'.repeat(31)}`)).rejects.toMatchObject({ code: '23514' });
  await put(now.slice(0, 64));
  await put(now);
  expect((await world.open.pool.query('SELECT hashes FROM seal.tile WHERE level = 0')).rows).toEqual(rows);
});

it('a checkpoint is never followed by a smaller one, nor by another of its size, nor by one beyond the leaves', async () => {
  const { size, root, note } = (await world.log.latest())!;
  const keep = (own: number, hex: string, text: string) =>
    world.open.pool.query('SELECT seal.put_checkpoint($1, $2, $3) AS kept', [
      own,
      Buffer.from(hex, 'hex'),
      text,
    ]);
  const text = (own: number, hex: string) =>
    `o\n${own}\n${Buffer.from(hex, 'hex').toString('base64')}\n\n— o AAAA\n`;
  const other = 'cd'.repeat(32);
  expect((await keep(size, root.toString('hex'), note)).rows).toEqual([{ kept: false }]);
  await expect(keep(size, other, text(size, other))).rejects.toMatchObject({ code: appendOnly });
  await expect(keep(size - 1, other, text(size - 1, other))).rejects.toMatchObject({ code: appendOnly });
  await expect(keep(size + 1, other, text(size + 1, other))).rejects.toMatchObject({ code: 'TL001' });
  await world.write('journey/a', 2);
  await world.sequence();
  // A note that says another size or root than the row.
  await expect(keep(size + 3, other, text(size + 2, other))).rejects.toMatchObject({ code: '23514' });
  await expect(keep(size + 3, other, text(size + 3, 'ef'.repeat(32)))).rejects.toMatchObject({
    code: '23514',
  });
});
