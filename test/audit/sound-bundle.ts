/** What holds of every bundle, whatever it is about. */
import { createPublicKey, verify } from 'node:crypto';
import { expect } from 'vitest';
import {
  beforeEnd,
  canonical,
  headsRootOf,
  type Line,
  leavesOf,
  linesOf,
  ORDER,
  rootOf,
  rowHash,
  streamHash,
} from './read-bundle.ts';

export const ofType = (lines: readonly Line[], type: string): Line[] =>
  lines.filter((line) => line.type === type);

/** Streams with the role they have, in the file's order. */
export const streamsIn = (lines: readonly Line[]): string[] =>
  ofType(lines, 'stream').map(({ stream, role }) => `${role} ${stream}`);

/** Proves the file as docs/audit-bundle.md says a stranger does, but for the rules. */
export function expectSound(text: string): Line[] {
  const lines = linesOf(text);
  expect(text).toBe(lines.map((line) => `${canonical(line)}\n`).join(''));
  const places = lines.map(({ type }) => (['decision', 'event'].includes(type) ? 'stream' : type));
  expect(places.map((type) => ORDER.indexOf(type))).toEqual(
    places.map((type) => ORDER.indexOf(type)).sort((a, b) => a - b),
  );
  for (const type of ['header', 'trust', 'checkpoint', 'heads', 'end'])
    expect(ofType(lines, type), type).toHaveLength(1);
  expectEnd(text, lines);
  const [{ treeSize, origin }, { note }] = [lines[0]!, ofType(lines, 'checkpoint')[0]!];
  const [signed, size, root] = String(note).split('\n');
  expect([signed, size]).toEqual([origin, String(treeSize)]);
  const found = rootOf(leavesOf(lines), ofType(lines, 'node'), Number(treeSize));
  expect(Buffer.from(root!, 'base64').toString('hex')).toBe(found);
  expectHeads(lines);
  expectChains(lines);
  return lines;
}

function expectEnd(text: string, lines: readonly Line[]): void {
  const { lines: count, sha256, signature } = lines.at(-1)!;
  expect({ lines: count, sha256 }).toEqual(beforeEnd(text));
  // In C2SP's words: `log <name>+<key id>+<0x01 ‖ Ed25519 key>`, and a line `— <name> <key id ‖ signature>`.
  const [, , key] = /^log (\S+)\+[0-9a-f]{8}\+(\S+)$/m.exec(String(ofType(lines, 'trust')[0]!.policy))!;
  const [, , signed] = String(signature).split(' ');
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(key!, 'base64').subarray(1),
  ]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const end = `${lines[0]!.origin}/bundle\n${count}\n${sha256}\n`;
  expect(verify(null, Buffer.from(end), publicKey, Buffer.from(signed!, 'base64').subarray(4))).toBe(true);
}

function expectHeads(lines: readonly Line[]): void {
  const note = ofType(lines, 'heads')[0]!.note as { body: string };
  const { root, streams } = JSON.parse(note.body) as { root: string; streams: number };
  expect(headsRootOf(lines, streams)).toBe(root);
}

/** Both chains of each stream begin with its origin, have no gap, and end where the head says. */
function expectChains(lines: readonly Line[]): void {
  for (const { stream, kind, world, head } of ofType(lines, 'stream')) {
    const at = { event: 0, decision: 0 };
    const begin = streamHash(String(stream), String(kind), String(world));
    const hashes = { event: [begin], decision: [begin] };
    for (const row of lines.filter(({ stream_id }) => stream_id === stream)) {
      const type = row.type as 'event' | 'decision';
      at[type] += 1;
      expect(row.previous_hash).toBe(hashes[type].at(-1));
      expect(row[type === 'event' ? 'version' : 'sequence']).toBe(String(at[type]));
      hashes[type].push(rowHash(type, row));
    }
    if (head === null) continue;
    const { events, eventHash, decisions, decisionHash } = head as Record<string, number>;
    expect([hashes.event[events!], hashes.decision[decisions!]]).toEqual([eventHash, decisionHash]);
  }
}
