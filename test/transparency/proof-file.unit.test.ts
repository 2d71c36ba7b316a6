import { describe, expect, it } from 'vitest';
import { formatCheckpoint } from '../../src/transparency/checkpoint.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { formatProofFile, parseProofFile, verifyProofFile } from '../../src/transparency/proof-file.ts';
import { inclusionProof } from '../../src/transparency/proofs.ts';
import { cosigner, logSigner, signNote } from '../../src/transparency/signed-note.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { numberedLeaves, readerOf } from './numbered-leaves.ts';
import { testKey } from './test-keys.ts';

const leaves = numberedLeaves(11);
const log = logSigner('titian.example/log', testKey(1));
const witness = cosigner('witness.example', testKey(2), () => 1_767_578_400);
const checkpoint = signNote(
  formatCheckpoint({ origin: 'titian.example/log', size: 11, root: treeHash(leaves) }),
  [log, witness],
);
const policy = parseTrustPolicy(
  `log ${formatVerifierKey(log.key)}\nwitness W ${formatVerifierKey(witness.key)}\nquorum W\n`,
);
const proof = await inclusionProof(4, 11, readerOf(leaves));
const FILE = formatProofFile({ index: 4, proof, checkpoint });

describe('a proof file', () => {
  it('has the lines of the specification', () => {
    expect(FILE.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 4']);
    expect(FILE).toContain(`${proof.at(-1)!.toString('base64')}\n\ntitian.example/log\n11\n`);
    expect(parseProofFile(FILE)).toEqual({ index: 4, proof, checkpoint });
    const extra = formatProofFile({ extra: Buffer.from('more'), index: 4, proof, checkpoint });
    expect(extra.split('\n')[1]).toBe('extra bW9yZQ==');
    expect(parseProofFile(extra).extra).toEqual(Buffer.from('more'));
  });

  it('shows that its entry is in the log, and no other', () => {
    expect(verifyProofFile(FILE, leaves[4]!, policy)).toMatchObject({
      trusted: true,
      cosigned: [{ witness: 'W' }],
    });
    expect(verifyProofFile(FILE, leaves[5]!, policy)).toEqual({
      trusted: false,
      problem: 'The proof does not show this entry at index 4 of titian.example/log at size 11.',
    });
  });

  it('shows nothing if the policy does not trust its checkpoint', () => {
    const alone = signNote(
      formatCheckpoint({ origin: 'titian.example/log', size: 11, root: treeHash(leaves) }),
      [log],
    );
    const file = formatProofFile({ index: 4, proof, checkpoint: alone });
    const verdict = verifyProofFile(file, leaves[4]!, policy);
    expect(verdict.trusted ? '' : verdict.problem).toMatch(
      /cosigned by no witness of the policy; W is missing\.$/,
    );
  });

  it('holds with no byte of its own changed', () => {
    const bytes = Buffer.from(FILE);
    const passing: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      if (holds(changed)) passing.push(at);
    }
    expect(passing).toEqual([]);
  });

  it.each([
    ['another version', FILE.replace('@v1', '@v2'), 'does not begin with'],
    ['no index', FILE.replace('index 4\n', ''), 'The index of the entry is missing'],
    ['a zero before its index', FILE.replace('index 4', 'index 04'), 'The index of the entry is missing'],
    ['two indices', FILE.replace('index 4', 'index 4\nindex 4'), 'A line of the proof is no hash'],
    [
      'extra data that is no base64',
      FILE.replace('index 4', 'extra !\nindex 4'),
      'The extra data is no base64',
    ],
    ['extra data after the index', FILE.replace('index 4', 'index 4\nextra bW9yZQ=='), 'A line of the proof'],
    ['no checkpoint', FILE.slice(0, FILE.indexOf('\n\n')), 'No empty line'],
    [
      'a proof of 64 lines',
      FILE.replace('index 4\n', `index 4\n${`${'A'.repeat(43)}=\n`.repeat(64)}`),
      'the most',
    ],
  ])('is none with %s', (_, file, why) => {
    expect(() => parseProofFile(file)).toThrow(why);
  });
});

function holds(file: Buffer): boolean {
  try {
    return verifyProofFile(file, leaves[4]!, policy).trusted;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
