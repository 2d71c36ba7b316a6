import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommandFailed } from '../../src/cli/client.ts';
import { receiveBundle } from '../../src/cli/commands/audit/receive-bundle.ts';
import { addAuditCommands } from '../../src/cli/commands/audit.ts';
import { AUDITOR, registerPerson } from '../api/case-on-the-way.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';
import { type ExportWorld, openExportWorld } from './export-world.ts';
import { linesOf } from './read-bundle.ts';
import { expectSound } from './sound-bundle.ts';

let api: ExportWorld;
let folder: string;
let personId: string;
let address: string;
let bundle: string;

beforeAll(async () => {
  api = await openExportWorld({ registers: false });
  folder = makeTestFolder();
  ({ personId } = await registerPerson(api));
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  ({ text: bundle } = await api.bundle(`scope=person&id=${personId}`));
});
afterAll(async () => {
  await api.close();
  removeTestFolder(folder);
});

/** `titian …` as an auditor types it; answers what it prints. */
async function titian(...words: string[]): Promise<string> {
  const printed: string[] = [];
  const console = vi
    .spyOn(globalThis.console, 'log')
    .mockImplementation((text) => void printed.push(String(text)));
  try {
    const program = new Command('titian')
      .option('--url <address>')
      .option('--token <token>')
      .option('--json');
    addAuditCommands(program.exitOverride());
    const token = await api.token(AUDITOR);
    await program.parseAsync(['--url', address, '--token', token, ...words], { from: 'user' });
  } finally {
    console.mockRestore();
  }
  return printed.join('\n');
}

const why = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it worked',
    (error: unknown) => (error instanceof CommandFailed ? error.message : `not told: ${error}`),
  );

describe('titian audit export', () => {
  it('writes the file and says what is in it', async () => {
    const out = join(folder, 'person.jsonl');
    const told = JSON.parse(await titian('--json', 'audit', 'export', '--person', personId, '--out', out));
    const lines = expectSound(readFileSync(out, 'utf8'));
    const streams = lines.filter(({ type }) => type === 'stream').length;
    expect(told).toEqual({ file: out, streams, lines: lines.length, bytes: readFileSync(out).length });
    expect(readdirSync(folder).filter((file) => file.startsWith('person'))).toEqual(['person.jsonl']);
  });

  it('never writes over a file', async () => {
    const out = join(folder, 'mine.txt');
    writeFileSync(out, 'mine');
    expect(await why(titian('audit', 'export', '--person', personId, '--out', out))).toBe(
      `${out} is there already, and is not written over.`,
    );
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('keeps nothing of a file that broke off', async () => {
    const out = join(folder, 'broken.jsonl');
    api.trouble.breaksOff = true;
    expect(await why(titian('audit', 'export', '--person', personId, '--out', out))).toMatch(
      /^The bundle broke off after \d lines; nothing was kept\. Ask again\.$/,
    );
    expect(readdirSync(folder).filter((file) => file.startsWith('broken'))).toEqual([]);
  });

  it('passes on what the server says no to', async () => {
    const out = join(folder, 'nobody.jsonl');
    expect(await why(titian('audit', 'export', '--person', 'p0', '--out', out))).toContain('PERSON_UNKNOWN');
    expect(existsSync(out)).toBe(false);
  });

  it('asks for one thing at a time', async () => {
    const asked = (...words: string[]) =>
      why(titian('audit', 'export', ...words, '--out', join(folder, 'x')));
    const one = 'Say what to export: one of --person, --class, --office or --period.';
    expect(await asked()).toBe(one);
    expect(await asked('--person', 'a', '--class', 'b')).toBe(one);
    expect(await asked('--person', 'a', '--period', '2026-01-01..2026-02-01')).toMatch(
      /always exported whole/,
    );
    expect(await asked('--period', '2026')).toMatch(/^--period needs two dates/);
  });

  it('takes an office of a period', async () => {
    const out = join(folder, 'office.jsonl');
    await titian(
      'audit',
      'export',
      '--office',
      'kejari-medan',
      '--period',
      '2026-01-01..2026-02-01',
      '--out',
      out,
    );
    expect(linesOf(readFileSync(out, 'utf8'))[0]!.scope).toEqual({
      ...{ kind: 'office', id: 'kejari-medan', world: 'live' },
      ...{ from: '2025-12-31T17:00:00.000Z', to: '2026-01-31T17:00:00.000Z' },
    });
  });
});

describe('a bundle on its way', () => {
  const receive = (text: string, out: string) =>
    receiveBundle(
      async () => new Response(text),
      join(folder, out),
      () => {},
    );

  it('is kept whole, and refused with one byte changed or its end missing', async () => {
    expect(await receive(bundle, 'whole.jsonl')).toMatchObject({ lines: linesOf(bundle).length });
    const middle = Math.floor(bundle.length / 2);
    const changed = bundle.slice(0, middle) + (bundle[middle] === 'a' ? 'b' : 'a') + bundle.slice(middle + 1);
    const cut = bundle.slice(0, bundle.lastIndexOf('\n', bundle.length - 2) + 1);
    for (const text of [changed, cut, bundle.slice(0, middle), '', `${bundle}\n`]) {
      expect(await why(receive(text, 'changed.jsonl'))).toMatch(/^The bundle broke off after \d+ lines/);
    }
    expect(readdirSync(folder).filter((file) => file.startsWith('changed'))).toEqual([]);
  });
});
