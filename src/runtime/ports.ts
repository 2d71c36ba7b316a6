import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { StartupProblem } from './startup-problem.ts';

export const LOOPBACK = '127.0.0.1';

/**
 * Whether a server could listen on this address now; no if another one does.
 *
 * @throws StartupProblem if nothing ever could: no right to, or not an address of this machine.
 */
export function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else
        reject(new StartupProblem(`Nothing can listen on ${host}:${port} (${error.code}).`, explain(error)));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES') return 'Choose a port above 1023, or give this user the right to lower ones.';
  return 'Give an address of this machine as HOST, for example 127.0.0.1 or 0.0.0.0.';
}

/** A port of this machine that was free a moment ago. */
export function findFreePort(host = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port: 0, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Which port a server of ours shall listen on. */
export interface PortChoice {
  /** The port that was asked for; none means "the one used before, or any free one". */
  readonly wanted: number | undefined;
  /** Where the chosen port is kept, so that a restart is found by those who are still connected to the old one. */
  readonly file: string;
  /** The server's name, for messages. */
  readonly server: string;
  readonly tell: (line: string) => void;
}

/** @throws StartupProblem if the port that was asked for is taken. */
export async function choosePort(choice: PortChoice): Promise<number> {
  const { wanted, file, server, tell } = choice;
  if (wanted !== undefined) {
    if (await isPortFree(LOOPBACK, wanted)) return wanted;
    throw new StartupProblem(
      `Port ${wanted} for ${server} is in use.`,
      'Stop the program that has it, or ask for no port so that a free one is taken.',
    );
  }
  if (existsSync(file)) {
    const kept = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (await isPortFree(LOOPBACK, kept)) return kept;
    tell(`port ${kept}, which ${server} used before, is taken: using another`);
  }
  const port = await findFreePort(LOOPBACK);
  writeFileSync(file, `${port}\n`);
  return port;
}
