import { describe, expect, it } from 'vitest';
import { formatAddCheckpoint, parseAddCheckpoint } from '../../src/transparency/witness-request.ts';

// The example of c2sp.org/tlog-witness, shortened to two hashes and one signature.
const EXAMPLE = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const HASH = 'jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=';
const oldSizeOf = (line: string) => parseAddCheckpoint(`${line}\n\nnote`).oldSize;

describe('a request to a witness', () => {
  it('is the example of the specification', () => {
    const request = parseAddCheckpoint(Buffer.from(EXAMPLE));
    expect(request.oldSize).toBe(20_852_014);
    expect(request.proof.map((hash) => hash.length)).toEqual([32, 32]);
    expect(request.checkpoint).toBe(EXAMPLE.slice(EXAMPLE.indexOf('example.com')));
    expect(formatAddCheckpoint(request)).toBe(EXAMPLE);
  });

  it('has an old size in its one spelling', () => {
    expect(oldSizeOf('old 0')).toBe(0);
    for (const line of [
      'old',
      'old ',
      'old 00',
      'old 01',
      'old -1',
      'old 1 ',
      'old  1',
      'Old 1',
      'old 0x1',
      'old 1e3',
      '\ufeffold 1',
    ])
      expect(() => oldSizeOf(line)).toThrow('The first line should be "old" and a tree size.');
    expect(() => oldSizeOf('old 9007199254740993')).toThrow('tree size');
  });

  it('has 63 hashes at most, each in its one spelling', () => {
    const most = `old 1\n${`${HASH}\n`.repeat(63)}\nnote`;
    expect(parseAddCheckpoint(most).proof).toHaveLength(63);
    expect(() => parseAddCheckpoint(most.replace(HASH, `${HASH}\n${HASH}`))).toThrow(
      '64 lines; 63 are the most',
    );
    for (const line of [HASH.slice(1), HASH.replace('swk=', 'swl='), `${HASH} `, `${HASH}\r`, 'AAAA'])
      expect(() => parseAddCheckpoint(`old 1\n${line}\n\nnote`)).toThrow('no hash of 32 bytes');
    const proof = Array.from({ length: 64 }, () => Buffer.alloc(32));
    expect(() => formatAddCheckpoint({ oldSize: 1, proof, checkpoint: 'note' })).toThrow('at most 63');
  });

  it('parts the proof from the checkpoint, and is UTF-8', () => {
    expect(() => parseAddCheckpoint('old 1\n')).toThrow('No empty line');
    expect(() => parseAddCheckpoint('')).toThrow('No empty line');
    expect(() => parseAddCheckpoint(Buffer.from([0x6f, 0xff, 0x0a, 0x0a]))).toThrow('not UTF-8');
  });
});
