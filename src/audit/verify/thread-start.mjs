// Begins a thread of the verification. A thread does not have its parent's loader: from the sources it takes one up.
import { workerData } from 'node:worker_threads';

if (workerData.program.endsWith('.ts')) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(workerData.program);
