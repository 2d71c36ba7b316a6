import pg from 'pg';

const CONNECT_LIMIT_MS = 2_000;

/** Whether a session can be opened at this address now. */
export async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // A server that is still starting closes the connection after the error was already answered.
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
