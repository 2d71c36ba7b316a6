/** The witness as another agency has it: the one file, in a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  formatVerifierKey,
  parseVerifierKey,
  type VerifierKey,
} from '../../src/transparency/verifier-key.ts';

export interface WitnessHome {
  /** With the configuration, the key and the memory. */
  readonly folder: string;
  start(...more: string[]): Promise<RunningWitness>;
  /** Starts it where it should not start; answers what it says. */
  startFails(...more: string[]): Promise<string>;
  /** Ends all of its processes and deletes it. */
  remove(): Promise<void>;
}

export interface RunningWitness {
  readonly key: VerifierKey;
  readonly url: string;
  readonly lines: readonly string[];
  readonly process: ChildProcess;
  add(body: string | Uint8Array): Promise<{ status: number; type: string | null; body: string }>;
  /** Answers once it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Makes the file once for all tests of a test file. */
export function bundleWitness(): { script: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'titian-witness-build-'));
  execFileSync(process.execPath, ['src/runtime/bundle-scripts.mjs', folder, 'witness.mjs']);
  return {
    script: join(folder, 'witness.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function witnessHome(script: string, logs: readonly VerifierKey[]): WitnessHome {
  const folder = mkdtempSync(join(tmpdir(), 'titian-witness-'));
  const config = join(folder, 'witness.json');
  const settings = {
    name: 'ombudsman.example/witness',
    logs: logs.map(formatVerifierKey),
    listen: '127.0.0.1:0',
  };
  writeFileSync(config, JSON.stringify(settings));
  const children: ChildProcess[] = [];

  const run = (more: string[]) => {
    const child = spawn(process.execPath, [script, '--config', config, ...more], { stdio: 'pipe' });
    children.push(child);
    return child;
  };

  return {
    folder,
    start: (...more) => untilListening(run(more)),
    startFails: async (...more) => {
      const child = run(more);
      let said = '';
      child.stderr!.on('data', (chunk) => {
        said += chunk;
      });
      const code = await new Promise((resolve) => child.once('close', resolve));
      return `${code}: ${said.trim()}`;
    },
    remove: async () => {
      for (const child of children) await ended(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(child: ChildProcess): Promise<RunningWitness> {
  const lines: string[] = [];
  let said = '';
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`The witness ended: ${said}`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      // After the time of the line.
      lines.push(line.slice(line.indexOf(' ') + 1));
      const address = /listening on (\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(`http://${address}`);
    });
  });
  const vkey = lines.find((line) => line.startsWith('witness key: '))!.slice('witness key: '.length);
  return {
    key: parseVerifierKey(vkey),
    url,
    lines,
    process: child,
    add: async (body) => {
      const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: body as BodyInit });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: await response.text(),
      };
    },
    end: (signal) => ended(child, signal),
  };
}

function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill(signal);
  });
}
