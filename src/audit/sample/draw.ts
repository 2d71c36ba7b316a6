/**
 * A sample that anybody can draw again: streams in the order of SHA-256 over seed, a zero byte and the stream's id.
 * No random number is used, so the same seed at the same leaf gives the same sample on any machine.
 *
 * Stratified, each stratum is put into that order, strata stand in bytewise order of their names, and one stream is
 * taken from each in turn until the size is reached: small strata are seen, large ones fill the rest.
 */
import { createHash } from 'node:crypto';

export interface Drawable {
  readonly stream: string;
  readonly stratum: string;
}

export const drawKey = (seed: string, stream: string): string =>
  createHash('sha256').update(`${seed}\0${stream}`, 'utf8').digest('hex');

export function draw<Item extends Drawable>(items: readonly Item[], seed: string, size: number): Item[] {
  const strata = new Map<string, { key: string; item: Item }[]>();
  for (const item of items) {
    const found = strata.get(item.stratum) ?? [];
    found.push({ key: drawKey(seed, item.stream), item });
    strata.set(item.stratum, found);
  }
  const queues = [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entries]) => entries.sort(byKey));
  const drawn: Item[] = [];
  for (let turn = 0; drawn.length < size && queues.some((queue) => turn < queue.length); turn += 1) {
    for (const queue of queues) {
      const next = queue[turn];
      if (next !== undefined && drawn.length < size) drawn.push(next.item);
    }
  }
  return drawn;
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
