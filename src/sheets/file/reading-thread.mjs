// The thread in which senders' files are read, one after another. Plain JavaScript, as a thread begins without the
// loader that the process has: from sources (tests) it must be registered here first.
import { parentPort, workerData } from 'node:worker_threads';

if (workerData.reader.endsWith('.ts')) (await import('tsx/esm/api')).register();
const { readFile } = await import(workerData.reader);
parentPort.on('message', async (file) => parentPort.postMessage(await readFile(file)));
