import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { testLog } from './test-log.ts';
import { bundleWitness, type WitnessHome, witnessHome } from './witness-process.ts';

const log = testLog('titian.example/log');
const build = bundleWitness();
let home: WitnessHome;
const stateFile = () => {
  const folder = join(home.folder, 'witness-state');
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.checkpoint'))!);
};

beforeEach(() => {
  home = witnessHome(build.script, [log.signer.key]);
});
afterEach(() => home.remove());
afterAll(() => build.remove());

describe('a witness that is started again', () => {
  it('knows what it cosigned, also after kill -9, and keeps its key', async () => {
    const first = await home.start();
    expect((await first.add(await log.request(0, 7))).status).toBe(200);
    // Killed while further requests are on their way: whatever was answered is remembered.
    const answers = Promise.allSettled(
      [log.request(7, 8), log.request(7, 9)].map(async (body) => first.add(await body)),
    );
    await first.end('SIGKILL');
    const cosigned = (await answers).flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value.status] : [],
    );
    const second = await home.start();
    expect(formatVerifierKey(second.key)).toBe(formatVerifierKey(first.key));
    const { status, body } = await second.add(await log.request(0, 3));
    expect(status).toBe(409);
    expect(['7\n', '8\n', '9\n']).toContain(body);
    if (cosigned.includes(200)) expect(body).not.toBe('7\n');
    expect((await second.add(await log.request(Number(body), 20))).status).toBe(200);
    expect(statSync(join(home.folder, 'witness.key')).mode & 0o777).toBe(0o600);
  });

  it('passes over a draft that a loss of power left', async () => {
    const first = await home.start();
    await first.add(await log.request(0, 7));
    await first.end('SIGKILL');
    writeFileSync(`${stateFile()}.draft`, log.note(9).slice(0, 30));
    const second = await home.start();
    expect(second.lines).toContain('log titian.example/log: cosigned up to size 7');
    expect((await second.add(await log.request(7, 9))).status).toBe(200);
  });

  it('cosigns nothing once its memory of a log was taken away under it', async () => {
    const first = await home.start();
    await first.add(await log.request(0, 7));
    rmSync(stateFile());
    expect((await first.add(await log.request(0, 5))).status).toBe(500);
    expect(existsSync(join(home.folder, 'witness-state', 'lock'))).toBe(true);
  });

  it('does not run twice, and leaves no lock when it is told to end', async () => {
    const first = await home.start();
    expect(await home.startFails()).toMatch(/^1: Process \d+ is a witness on .* already\./);
    await first.end('SIGTERM');
    expect(existsSync(join(home.folder, 'witness-state', 'lock'))).toBe(false);
  });
});

describe('a witness does not start', () => {
  beforeEach(async () => {
    const first = await home.start();
    await first.add(await log.request(0, 7));
    await first.end('SIGTERM');
  });

  it.each<[string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, 60)],
    ['empty', (file) => truncateSync(file, 0)],
    ['of another size', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('\n7\n', '\n6\n'))],
    ['cosigned by nobody', (file) => writeFileSync(file, log.note(7))],
  ])('with a memory that is %s', async (_, damage) => {
    damage(stateFile());
    expect(await home.startFails()).toMatch(/^1: .*\.checkpoint is damaged; bring it back from a backup\. /);
  });

  it('without the one file that it had of a log', async () => {
    rmSync(stateFile());
    expect(await home.startFails()).toMatch(/^1: .*\.checkpoint is gone or older than what was cosigned/);
  });

  it('with a key that was used and no memory, unless it is told to begin', async () => {
    renameSync(join(home.folder, 'witness-state'), join(home.folder, 'lost'));
    expect(await home.startFails()).toMatch(
      /^1: .* is empty, but this key was used before\. Bring the folder back/,
    );
    const begun = await home.start('--begin');
    expect((await begun.add(await log.request(0, 7))).status).toBe(200);
  });

  it('with a memory of another key', async () => {
    rmSync(join(home.folder, 'witness.key'));
    expect(await home.startFails()).toMatch(
      /^1: .* is the memory of ombudsman\.example\/witness\+\S+, not of /,
    );
  });
});
