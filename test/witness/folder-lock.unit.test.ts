import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../witness/folder-lock.ts';
import { thisProcess } from '../../witness/this-process.ts';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'titian-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const here = thisProcess();
/** In another container, where this process has the same id. */
const elsewhere = { ...here, place: 'another', started: '1' };
const twoMinutesAgo = new Date(Date.now() - 120_000);

describe('the lock of a folder', () => {
  it('is not taken from a process that lives', () => {
    lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`Process ${process.pid} is a witness on ${folder} already.`);
  });

  it('is taken from one that is gone, also where its id is used again', () => {
    writeFileSync(lock, `${process.pid} ${Number(here.started) - 1} ${here.place} token\n`);
    lockFolder(folder).require();
  });

  it('is not taken from a process of another container, whose id tells nothing here, until it is silent', () => {
    const theirs = lockFolder(folder, elsewhere);
    expect(() => lockFolder(folder)).toThrow(
      `Process ${process.pid} of another container or machine was a witness on ${folder} less than a minute ago. ` +
        `If it is none, delete ${lock} and start again.`,
    );
    utimesSync(lock, twoMinutesAgo, twoMinutesAgo);
    theirs.touch();
    expect(() => lockFolder(folder)).toThrow('of another container');
    utimesSync(lock, twoMinutesAgo, twoMinutesAgo);
    const ours = lockFolder(folder);
    expect(() => theirs.require()).toThrow(`Another process has become the witness on ${folder}.`);
    expect(() => theirs.touch()).toThrow('Another process has become the witness');
    theirs.release();
    ours.require();
    ours.release();
    expect(existsSync(lock)).toBe(false);
  });
});
