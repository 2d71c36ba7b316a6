import { connect as connectSocket } from 'node:net';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

const CONNECT_LIMIT_MS = 2_000;
const MS_PER_DAY = 86_400_000;

/**
 * Asks the server to keep the namespace's closed runs for so many days, which is also the proof that it serves.
 * A development server's own setting is a single day, too short for an archive that was down over a weekend.
 *
 * @returns whether it did; no while the server is still starting, when it may listen and yet refuse.
 */
export async function settleNamespace(address: string, namespace: string, days: number): Promise<boolean> {
  // A bare socket first: the SDK's connection would wait and retry for seconds where nobody listens yet.
  if (!(await isListening(address))) return false;
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: CONNECT_LIMIT_MS });
    const { config } = await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(days * MS_PER_DAY) },
    });
    return Number(config?.workflowExecutionRetentionTtl?.seconds) * 1000 === days * MS_PER_DAY;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

function isListening(address: string): Promise<boolean> {
  const cut = address.lastIndexOf(':');
  const host = address.slice(0, cut).replaceAll(/[[\]]/g, '');
  const port = Number(address.slice(cut + 1));
  return new Promise((resolve) => {
    const socket = connectSocket({ host, port, timeout: CONNECT_LIMIT_MS });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}
