import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EvidenceKind, openEvidenceFolder } from '../../witness/evidence.ts';

const MORNING = new Date('2026-03-16T03:00:00.000Z');
const NIGHT = new Date('2026-03-16T23:59:59.999Z');
const NEXT_DAY = new Date('2026-03-17T00:00:00.000Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'titian-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shown = (kind: EvidenceKind, size: number, origin = 'a.example/log') => ({
  ...{ kind, origin, size, cosigned: 'cosigned', proof: [] },
  refused: `${kind} ${size}`,
});
const kinds = () => readdirSync(folder).map((name) => name.split('-').slice(0, 2).join('-'));

describe('the evidence folder', () => {
  it.each(['older', 'unproven'] as const)('keeps one %s of a log and a day, and says so once', (kind) => {
    const evidence = openEvidenceFolder(folder);
    expect(evidence.keep(shown(kind, 4), MORNING)).toMatchObject({ outcome: 'kept' });
    expect(evidence.keep(shown(kind, 5), NIGHT)).toEqual({
      outcome: 'full',
      why: 'one of 2026-03-16 is kept already, and no more of that day are',
    });
    expect(evidence.keep(shown(kind, 6), NIGHT)).toEqual({ outcome: 'known' });
    expect(evidence.keep(shown(kind, 5, 'b.example/log'), NIGHT)).toMatchObject({ outcome: 'kept' });
    // The same note again tells nothing new, on whatever day.
    expect(evidence.keep(shown(kind, 4), NEXT_DAY)).toEqual({ outcome: 'known' });
    expect(evidence.keep(shown(kind, 6), NEXT_DAY)).toMatchObject({ outcome: 'kept' });
    expect(kinds()).toEqual([`${kind}-4`, `${kind}-5`, `${kind}-6`]);
  });

  it('keeps every fork, also where it is full of old checkpoints', () => {
    for (let size = 0; size < 10_000; size += 1) writeFileSync(join(folder, `older-${size}-a-b.json`), '');
    const evidence = openEvidenceFolder(folder);
    for (const size of [1, 2, 3])
      expect(evidence.keep(shown('fork', size), MORNING)).toMatchObject({ outcome: 'kept' });
    expect(evidence.keep(shown('fork', 2), NEXT_DAY)).toEqual({ outcome: 'known' });
    expect(kinds().filter((name) => name.startsWith('fork'))).toEqual(['fork-1', 'fork-2', 'fork-3']);
  });

  it('remembers after a restart what it keeps, and never writes it again', () => {
    openEvidenceFolder(folder).keep(shown('older', 4), MORNING);
    openEvidenceFolder(folder).keep(shown('fork', 4), MORNING);
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const evidence = openEvidenceFolder(folder);
    expect(evidence.keep(shown('older', 5), NIGHT)).toMatchObject({ outcome: 'full' });
    expect(evidence.keep(shown('fork', 4), NIGHT)).toEqual({ outcome: 'known' });
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });
});
