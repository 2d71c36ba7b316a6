import { describe, expect, it } from 'vitest';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from '../../src/transparency/checkpoint.ts';
import { cosigner, logSigner, signNote } from '../../src/transparency/signed-note.ts';
import { testKey } from './test-keys.ts';

// The example of c2sp.org/tlog-checkpoint.
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const ROOT = Buffer.from('0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62', 'hex');

const log = logSigner('example.com/behind-the-sofa', testKey(1));
const witness = cosigner('example.com/behind-the-sofa', testKey(2), () => 1);

describe('a checkpoint', () => {
  it('is the three lines of the specification', () => {
    const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20_852_163, root: ROOT };
    expect(parseCheckpoint(EXAMPLE)).toEqual(checkpoint);
    expect(formatCheckpoint(checkpoint)).toBe(EXAMPLE);
  });

  it('may have further lines', () => {
    const text = `${EXAMPLE}more\nand more\n`;
    expect(parseCheckpoint(text).extensions).toEqual(['more', 'and more']);
    expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
  });

  it.each([
    ['nothing', '', 'three lines'],
    ['two lines', 'a\n1\n', 'third line'],
    ['no last line feed', EXAMPLE.slice(0, -1), 'three lines'],
    ['an empty origin', EXAMPLE.replace(/^[^\n]+/, ''), 'three lines'],
    ['an empty further line', `${EXAMPLE}\n`, 'three lines'],
    ['a zero before its size', EXAMPLE.replace('20852163', '020852163'), 'second line'],
    ['a sign', EXAMPLE.replace('20852163', '+20852163'), 'second line'],
    ['a space', EXAMPLE.replace('20852163', '20852163 '), 'second line'],
    ['an exponent', EXAMPLE.replace('20852163', '1e5'), 'second line'],
    ['a size that is not counted exactly', EXAMPLE.replace('20852163', '9007199254740993'), 'second line'],
    ['a short root', EXAMPLE.replace('CsUYap', ''), 'third line'],
    ['a root in another spelling', EXAMPLE.replace('q2I=', 'q2J='), 'third line'],
  ])('is none with %s', (_, text, why) => {
    expect(() => parseCheckpoint(text)).toThrow(why);
  });

  it('must be signed by the log that it names', () => {
    const keys = [log.key, witness.key];
    expect(openCheckpoint(signNote(EXAMPLE, [witness, log]), keys).checkpoint.size).toBe(20_852_163);
    const why = 'The checkpoint of example.com/behind-the-sofa is not signed by that log.';
    expect(() => openCheckpoint(signNote(EXAMPLE, [witness]), keys)).toThrow(why);
    const other = logSigner('example.com/under-the-bed', testKey(1));
    expect(() => openCheckpoint(signNote(EXAMPLE, [other]), [...keys, other.key])).toThrow(why);
  });

  it('is not made of what none can hold', () => {
    expect(() => formatCheckpoint({ origin: 'a\nb', size: 1, root: ROOT })).toThrow('no line feed');
    expect(() => formatCheckpoint({ origin: '', size: 1, root: ROOT })).toThrow('not empty');
    expect(() => formatCheckpoint({ origin: 'a', size: -1, root: ROOT })).toThrow('cannot be -1');
    expect(() => formatCheckpoint({ origin: 'a', size: 1, root: ROOT.subarray(1) })).toThrow('32 bytes');
  });
});
