/** No byte, no line and no end of a bundle can change unnoticed. Keys differ from run to run, and so do samples. */
import { expect, test } from 'vitest';
import { Unreadable } from '../../verifier/core/unreadable.ts';
import { policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { SmallLog } from './small-log.ts';

const all = signers();
const keys = { ...all, witnesses: all.witnesses.slice(0, 1) };
const trustPolicy = Buffer.from(policyOf(keys));
const bundle = Buffer.from(new SmallLog(keys, { tiny: true }).text);

async function isAccepted(text: Buffer): Promise<boolean> {
  try {
    return (await check(text, { trustPolicy, stopAtFirst: true })).verdict !== 'differs';
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

test('the bundle itself is accepted', async () => {
  expect(await isAccepted(bundle)).toBe(true);
});

/** Places of bytes that were flipped, with what was accepted all the same. */
async function acceptedOf(places: Iterable<number>, maskOf: (byte: number) => number): Promise<number[]> {
  const accepted: number[] = [];
  for (const place of places) {
    const byte = bundle[place]!;
    const mask = maskOf(byte);
    if (mask === 0) continue;
    const flipped = Buffer.from(bundle);
    flipped[place] = byte ^ mask;
    if (await isAccepted(flipped)) accepted.push(place);
  }
  return accepted;
}

/** All before the end is one hash to the file's end; nothing but its own signature holds the end itself. */
test('every byte of the end, and one of each twenty-three before it, by its lowest bit: none accepted', async () => {
  const end = bundle.lastIndexOf('{"lines":');
  const places = [...bundle.keys()].filter((place) => place >= end || place % 23 === 0);
  expect(places.length).toBeGreaterThan(bundle.length / 23 + 150);
  expect(await acceptedOf(places, () => 0x01)).toEqual([]);
});

/** Where hexadecimal digits, Base64 or names might be read leniently. */
test('letters by their case, one of each eleven, and every one of the end: none accepted', async () => {
  const end = bundle.lastIndexOf('{"lines":');
  const letters = [...bundle.keys()].filter((place) => /[a-z]/i.test(String.fromCharCode(bundle[place]!)));
  const sample = letters.filter((place, nth) => place >= end || nth % 11 === 0);
  expect(sample.length).toBeGreaterThan(400);
  expect(await acceptedOf(sample, () => 0x20)).toEqual([]);
});

test('a line dropped, doubled or moved: none accepted', async () => {
  const lines = bundle.toString().slice(0, -1).split('\n');
  const accepted: string[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const others = lines.toSpliced(place, 1);
    const changes = {
      dropped: others,
      doubled: lines.toSpliced(place, 0, lines[place]!),
      moved: others.toSpliced(place + 1, 0, lines[place]!),
      blank: lines.toSpliced(place, 0, ''),
    };
    for (const [name, changed] of Object.entries(changes)) {
      const text = `${changed.join('\n')}\n`;
      if (text !== bundle.toString() && (await isAccepted(Buffer.from(text))))
        accepted.push(`${name} ${place}`);
    }
  }
  expect(accepted).toEqual([]);
});

test('cut off anywhere, or with something after it: none accepted', async () => {
  const accepted: number[] = [];
  for (let length = bundle.length - 1; length >= 0; length -= length > bundle.length - 400 ? 1 : 97) {
    if (await isAccepted(bundle.subarray(0, length))) accepted.push(length);
  }
  expect(accepted).toEqual([]);
  for (const more of ['\n', ' ', '{}\n', '\r\n'])
    expect(await isAccepted(Buffer.concat([bundle, Buffer.from(more)]))).toBe(false);
  expect(await isAccepted(Buffer.concat([Buffer.from('\ufeff'), bundle]))).toBe(false);
  expect(await isAccepted(Buffer.from(bundle.toString().replaceAll('\n', '\r\n')))).toBe(false);
});
