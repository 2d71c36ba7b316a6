/** Leaves as the golden vectors have them: leaf n is n as decimal text. */
import { leafHash } from '../../src/transparency/entry.ts';
import type { HashReader } from '../../src/transparency/hash-reader.ts';
import { nodeHash } from '../../src/transparency/merkle.ts';

export const numberedEntries = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, n) => Buffer.from(String(n)));

export const numberedLeaves = (count: number): Buffer[] => numberedEntries(count).map(leafHash);

/** All complete subtrees, hashed once. */
export function readerOf(leaves: readonly Buffer[]): HashReader {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; ) {
    const level = Array.from({ length: Math.floor(below.length / 2) }, (_, index) =>
      nodeHash(below[index * 2]!, below[index * 2 + 1]!),
    );
    levels.push(level);
    below = level;
  }
  return async (level, index) => levels[level]![index]!;
}

export const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
