import { describe, expect, it } from 'vitest';
import { formatCheckpoint } from '../../src/transparency/checkpoint.ts';
import { formatSignature } from '../../src/transparency/note-text.ts';
import { cosigner, logSigner, type NoteSigner, signNote } from '../../src/transparency/signed-note.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { judgeCheckpoint } from '../../src/transparency/trust-verdict.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { testKey } from './test-keys.ts';

const log = logSigner('titian.example/log', testKey(1));
const [x1, x2, x3, y1, y2, y3] = [11, 12, 13, 21, 22, 23].map((number) =>
  cosigner(`witness.example/${number}`, testKey(number), () => 1_767_578_400),
) as [NoteSigner, NoteSigner, NoteSigner, NoteSigner, NoteSigner, NoteSigner];
const vkey = ({ key }: NoteSigner) => formatVerifierKey(key);

/** The example of c2sp.org/tlog-policy, with keys. */
const EXAMPLE = `log ${vkey(log)}

witness X1 ${vkey(x1)}
witness X2 ${vkey(x2)}
witness X3 ${vkey(x3)}
group X-witnesses 2 X1 X2 X3

  witness	Y1 ${vkey(y1)} https://y1.example/  ${''}
witness Y2 ${vkey(y2)}
witness Y3 ${vkey(y3)}
  # those of the other house: café
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

const TEXT = formatCheckpoint({ origin: 'titian.example/log', size: 7, root: Buffer.alloc(32, 5) });
const judge = (policy: string, ...signers: NoteSigner[]) =>
  judgeCheckpoint(signNote(TEXT, signers), parseTrustPolicy(policy));
const problemOf = (policy: string, ...signers: NoteSigner[]) => {
  const verdict = judge(policy, ...signers);
  return verdict.trusted ? 'trusted' : verdict.problem;
};

describe('the policy of the example', () => {
  it('trusts two of the one house with one of the other', () => {
    const verdict = judge(EXAMPLE, log, y3, x1, x3);
    expect(verdict).toMatchObject({
      trusted: true,
      log: { name: 'titian.example/log' },
      checkpoint: { size: 7 },
      cosigned: [
        { witness: 'X1', time: 1_767_578_400n },
        { witness: 'X3', time: 1_767_578_400n },
        { witness: 'Y3', time: 1_767_578_400n },
      ],
    });
  });

  it('says what is missing', () => {
    expect(problemOf(EXAMPLE, log)).toBe(
      'The checkpoint of titian.example/log at size 7 is cosigned by no witness of the policy; X-and-Y has 0 of ' +
        'the 2 it needs (missing: X-witnesses has 0 of the 2 it needs (missing: X1, X2, X3), Y-witnesses has 0 of ' +
        'the 1 it needs (missing: Y1, Y2, Y3)).',
    );
    expect(problemOf(EXAMPLE, log, x2, y1)).toBe(
      'The checkpoint of titian.example/log at size 7 is cosigned by X2, Y1; X-and-Y has 1 of the 2 it needs ' +
        '(missing: X-witnesses has 1 of the 2 it needs (missing: X1, X3)).',
    );
  });

  it('counts a witness once, however often it has cosigned', () => {
    const later = cosigner('witness.example/11', testKey(11), () => 1_767_578_401);
    expect(problemOf(EXAMPLE, log, x1, later, y1)).toContain('X-witnesses has 1 of the 2');
  });

  it('does not trust what its log has not signed, by whomever it is cosigned', () => {
    expect(problemOf(EXAMPLE, x1, x2, y1)).toBe(
      'The checkpoint of titian.example/log is not signed by that log.',
    );
    const stranger = logSigner('titian.example/log', testKey(2));
    expect(problemOf(EXAMPLE, stranger, x1, x2, y1)).toContain('is not signed by that log');
  });

  it('trusts nothing with a forged cosignature of a witness it knows', () => {
    const note = signNote(TEXT, [log, x1, x2, y1]) + formatSignature(y2.sign('other\n'));
    expect(judgeCheckpoint(note, parseTrustPolicy(EXAMPLE))).toEqual({
      trusted: false,
      problem: 'The note bears a signature in the name of witness.example/22 that is not by its key.',
    });
    expect(judgeCheckpoint('nonsense', parseTrustPolicy(EXAMPLE)).trusted).toBe(false);
  });

  it('keeps addresses', () => {
    const { witnesses } = parseTrustPolicy(EXAMPLE);
    expect(witnesses.map(({ name, url }) => [name, url])).toContainEqual(['Y1', 'https://y1.example/']);
  });
});

describe('a quorum', () => {
  it('may be one witness, or none', () => {
    const one = `log ${vkey(log)}\nwitness W ${vkey(x1)}\nquorum W\n`;
    expect(problemOf(one, log, x1)).toBe('trusted');
    expect(problemOf(one, log)).toMatch(/cosigned by no witness of the policy; W is missing\.$/);
    const none = `log ${vkey(log)}\nquorum none\n`;
    expect(problemOf(none, log)).toBe('trusted');
    expect(problemOf(none, x1)).toContain('is not signed by titian.example/log');
  });
});

describe('a policy', () => {
  const W = `witness W ${vkey(x1)}\n`;
  it.each([
    ['', 'no line says what the quorum is'],
    ['quorum none', 'Line 1 of the trust policy: it is not ended; the policy may be cut off.'],
    ['quorum none\nquorum none\n', 'Line 2 of the trust policy: a second quorum.'],
    ['quorum W\n', '"W" is not defined above'],
    [`quorum W\n${W}`, 'Line 1 of the trust policy: "W" is not defined above'],
    ['quorum none more\n', 'quorum <name>'],
    ['trust me\n', '"trust" is none of log, witness, group and quorum'],
    ['Quorum none\n', '"Quorum" is none'],
    [`log ${vkey(x1)}\nquorum none\n`, 'is a witness key, not a log key'],
    [`witness W ${vkey(log)}\n`, 'is a log key, not a witness key'],
    [`log ${vkey(log)}\nlog ${vkey(log)} https://b.example\n`, 'stands in a line above already'],
    [
      `${W}witness V ${vkey(cosigner('another.example', testKey(11), () => 1))}\n`,
      'Line 2 of the trust policy: the public key of another.example stands in a line above already.',
    ],
    [`${W}witness W ${vkey(x2)}\n`, '"W" is defined twice'],
    [`${W}group W any W\n`, '"W" is defined twice'],
    [`witness none ${vkey(x1)}\n`, '"none" is no name to give'],
    [`${W}group G any none\n`, '"none" is not defined above'],
    [`${W}group G any G\n`, '"G" is not defined above'],
    [`${W}group G all\n`, 'group <name> all|any|<number>'],
    [`${W}group G 0 W\n`, 'from 1 to 1'],
    [`${W}group G 2 W\n`, 'from 1 to 1'],
    [`${W}group G 01 W\n`, 'from 1 to 1'],
    [`${W}group G most W\n`, '"most" is neither all, any nor a number'],
    [`${W}group G any W W\n`, '"W" is already a member of a group'],
    [`${W}group G any W\ngroup H any W\n`, '"W" is already a member of a group'],
    ['quorum none\r\n', 'control characters'],
    ['log\n', 'log <key> [<url>]'],
    ['log nonsense\n', 'is no verifier key'],
    [`witness ${vkey(x1)}\n`, 'witness <name> <key> [<url>]'],
  ])('%j is refused: %s', (policy, why) => {
    expect(() => parseTrustPolicy(policy)).toThrow(why);
  });

  it('may have many logs, witnesses and groups', () => {
    const lines = Array.from({ length: 100 }, (_, n) => {
      const key = vkey(cosigner(`w.example/${n}`, testKey(n), () => 1));
      return `log ${vkey(logSigner(`l.example/${n}`, testKey(n)))}\nwitness w${n} ${key}\ngroup g${n} any w${n}\n`;
    });
    const policy = parseTrustPolicy(`${lines.join('')}quorum g99\n`);
    expect([policy.logs.length, policy.witnesses.length, policy.quorum?.name]).toEqual([100, 100, 'g99']);
  });
});
