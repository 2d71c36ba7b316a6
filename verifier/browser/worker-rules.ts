/** Runs each rule pack in a worker of its own. */
import type { RuleHost } from '../core/rule-host.ts';
import { type RuleEar, type RuleLine, realmOverLine } from '../core/rule-line.ts';

/** @param workerScript what stands before the pack in the worker. */
export const createWorkerRules = (workerScript: string): RuleHost => ({
  load: (code) => realmOverLine(code, (ear) => openWorker(workerScript, code, ear)),
});

function openWorker(workerScript: string, code: string, ear: RuleEar): RuleLine {
  const parts = [workerScript, '\n;', code, '\n;globalThis.TitianRules = TitianRules;\n'];
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    URL.revokeObjectURL(address);
    ear.reply(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    ear.gone();
  };
  return {
    // The script is in the worker already: what is left of the message is the question whether it loaded.
    send: (message) => worker.postMessage('code' in message ? { code: '' } : message),
    stop: () => worker.terminate(),
  };
}
