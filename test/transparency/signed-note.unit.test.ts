import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../src/transparency/base64.ts';
import type { NoteProblem } from '../../src/transparency/note-problem.ts';
import { formatSignature, parseNote } from '../../src/transparency/note-text.ts';
import { cosigner, logSigner, openNote, signNote } from '../../src/transparency/signed-note.ts';
import { formatVerifierKey, parseVerifierKey } from '../../src/transparency/verifier-key.ts';
import { testKey } from './test-keys.ts';

// The example of c2sp.org/signed-note.
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const LINE =
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
const NOTE = `This is an example message.\n\n${LINE}`;

const log = logSigner('log.example/a', testKey(1));
const witness = cosigner('witness.example/w', testKey(2), () => 1_767_578_400.9);
const TEXT = 'one\n\ntwo\n';

const faultOf = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    return `${(error as NoteProblem).fault}: ${(error as Error).message}`;
  }
  return 'none';
};

describe('the example of the specification', () => {
  it('is opened with its key', () => {
    const { text, verified } = openNote(NOTE, [parseVerifierKey(VKEY)]);
    expect(text).toBe('This is an example message.\n');
    expect(verified.map(({ key }) => formatVerifierKey(key))).toEqual([VKEY]);
  });

  it('is refused with any one byte of it changed', () => {
    const bytes = Buffer.from(NOTE);
    const key = parseVerifierKey(VKEY);
    const passing: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      if (faultOf(() => openNote(changed, [key])) === 'none') passing.push(at);
    }
    expect(passing).toEqual([]);
  });
});

describe('a note', () => {
  it('is believed as far as its known keys go', () => {
    const note = signNote(TEXT, [log, witness]);
    expect(openNote(note, [log.key]).verified.map(({ key }) => key.name)).toEqual(['log.example/a']);
    const both = openNote(Buffer.from(note), [witness.key, log.key]);
    expect(both.text).toBe(TEXT);
    expect(both.verified.map(({ key, time }) => [key.name, time])).toEqual([
      ['log.example/a', undefined],
      ['witness.example/w', 1_767_578_400n],
    ]);
  });

  it('is not believed when only others have signed it', () => {
    const note = signNote(TEXT, [log]);
    expect(faultOf(() => openNote(note, [witness.key]))).toBe(
      'unsigned: The note is not signed by witness.example/w.',
    );
    expect(faultOf(() => openNote(note, []))).toBe(
      'unsigned: The note is not signed by any key, as none is known.',
    );
  });

  it('passes over another key of the same name, and over the same id under another name', () => {
    const note = signNote(TEXT, [logSigner('log.example/a', testKey(3)), log]);
    expect(openNote(note, [log.key]).verified).toHaveLength(1);
    const renamed = note + formatSignature({ ...log.sign('other\n'), name: 'log.example/b' });
    expect(openNote(renamed, [log.key]).verified).toHaveLength(1);
  });

  it('is refused whole for one forged line in the name of a known key', () => {
    const forged = signNote(TEXT, [log]) + formatSignature(log.sign('another text\n'));
    expect(faultOf(() => openNote(forged, [log.key]))).toBe(
      'forged: The note bears a signature in the name of log.example/a that is not by its key.',
    );
  });

  it('tells a cosignature from a signature', () => {
    const { name, id } = witness.key;
    const plain = { name, id, bytes: logSigner(name, testKey(2)).sign(TEXT).bytes };
    const note = `${TEXT}\n${formatSignature(plain)}`;
    expect(faultOf(() => openNote(note, [witness.key]))).toMatch(/^forged/);
  });

  it('binds the time of a cosignature', () => {
    const line = witness.sign(TEXT);
    line.bytes[7]! ^= 1;
    expect(faultOf(() => openNote(`${TEXT}\n${formatSignature(line)}`, [witness.key]))).toMatch(/^forged/);
    line.bytes[7]! ^= 1;
    line.bytes[0] = 0x80;
    expect(faultOf(() => openNote(`${TEXT}\n${formatSignature(line)}`, [witness.key]))).toMatch(/^forged/);
  });

  const line = formatSignature(log.sign(TEXT));
  it.each([
    ['nothing', ''],
    ['no signature', `${TEXT}\n`],
    ['no empty line', `text\n${line}`],
    ['no text', `\n\n${line}`.slice(1)],
    ['no end', `${TEXT}\n${line}`.slice(0, -1)],
    ['a carriage return', `one\r\n\n${line}`],
    ['a tab', `o\tne\n\n${line}`],
    ['a hyphen for the dash', `${TEXT}\n${line.replace('—', '-')}`],
    ['two spaces', `${TEXT}\n${line.replace('— ', '—  ')}`],
    ['a space at the end', `${TEXT}\n${line.replace('\n', ' \n')}`],
    ['a plus in a name', `${TEXT}\n${line.replace('log.', 'log+')}`],
    ['a wide space in a name', `${TEXT}\n${line.replace('log.', 'log\u3000')}`],
    ['base64 without padding', `${TEXT}\n${line.replace('=', '')}`],
    ['base64 for addresses', `${TEXT}\n— a ${'-_'.repeat(10)}\n`],
    ['an id and no signature', `${TEXT}\n— a AAAAAA==\n`],
    ['half a surrogate pair', `\ud800\n\n${line}`],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0x0a, 0x0a, 0x0a])],
    ['a hundred and one signatures', `${TEXT}\n${line.repeat(101)}`],
    ['a megabyte', `${'a'.repeat(1_000_000)}\n\n${line}`],
  ])('is none with %s', (_, note) => {
    expect(faultOf(() => openNote(note, [log.key]))).toMatch(/^malformed: This is no signed note: /);
  });

  it('may have a hundred signatures', () => {
    expect(parseNote(`${TEXT}\n${line.repeat(100)}`).signatures).toHaveLength(100);
  });

  it('is never an error of another kind, whatever the bytes', () => {
    const pieces = fc.array(fc.constantFrom('\n', '\n\n', '— ', 'a', ' ', 'AAAAAAA=', '+', '\u00a0', line));
    fc.assert(
      fc.property(pieces, (parts) => {
        const fault = faultOf(() => openNote(parts.join(''), [log.key]));
        expect(fault).toMatch(/^(none|malformed|unsigned|forged)/);
      }),
    );
  });

  it('is not made of a text that none can have', () => {
    expect(() => signNote('no end', [log])).toThrow('ends with a line feed');
    expect(() => signNote('a\r\n', [log])).toThrow('no other controls');
    expect(() => signNote(TEXT, [])).toThrow('at least one signature');
  });
});

describe('a verifier key', () => {
  it.each([
    ['', 'should read'],
    ['example.com/foo', 'should read'],
    [VKEY.replace('530d903a', '530D903A'), 'should read'],
    [VKEY.replace('530d903a', '530d903b'), 'has the id 530d903a, not 530d903b'],
    [VKEY.replace('foo', 'fop'), 'it is mistyped'],
    [VKEY.replace('foo', 'f o'), 'cannot be the name of a key'],
    [VKEY.replace('3U2k', '3U2l'), 'it is mistyped'],
    [`${VKEY}=`, 'should read'],
    [VKEY.replace('Aek', 'Buk'), 'is of type 6; only Ed25519'],
    ['a+00000000+AQ==', 'has 32 bytes'],
  ])('is not %s', (vkey, why) => {
    expect(() => parseVerifierKey(vkey)).toThrow(why);
  });

  it('of a log and of a witness with the same key have different ids', () => {
    const [one, other] = [logSigner('a', testKey(1)).key, cosigner('a', testKey(1), () => 0).key];
    expect(one.bytes).toEqual(other.bytes);
    expect(one.id).not.toBe(other.id);
  });
});

describe('base64', () => {
  it.each(['QQ', 'QQ=', 'QR==', 'QQ==\n', ' QQ==', 'Q Q==', 'QQ==QQ==', '-_-_'])(
    'has no spelling %j',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );

  it('has one spelling of each', () => {
    expect(decodeBase64('QQ==')).toEqual(Buffer.from('A'));
    expect(decodeBase64('')).toEqual(Buffer.alloc(0));
  });
});
