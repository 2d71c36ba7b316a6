/** The parent's side of a worker process. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { WorkerOrder, WorkerState } from './worker-process.ts';

export interface WorkerHandle {
  state(): Promise<WorkerState>;
  stop(): Promise<void>;
}

export async function startWorkerProcess(order: WorkerOrder, profileFolder?: string): Promise<WorkerHandle> {
  const child = fork(join(import.meta.dirname, 'worker-process.js'), [], {
    execArgv: [
      '--enable-source-maps',
      '--expose-gc',
      ...(profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]),
    ],
    // Its last lines belong to the bench's errors and not to its table.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ask(child, { name: 'start', order });
  return {
    state: () => ask<WorkerState>(child, { name: 'state' }),
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      await ask(child, { name: 'stop' });
      await gone;
    },
  };
}

/** One question at a time: the answer is the next message. */
function ask<T>(child: ChildProcess, message: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`the worker process ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (reply: { value?: T; error?: string }) => {
      child.off('exit', onExit);
      if (reply.error === undefined) resolve(reply.value as T);
      else reject(new Error(reply.error));
    });
    child.send(message);
  });
}
