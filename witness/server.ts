/** The witness's two addresses over HTTP, by `c2sp.org/tlog-witness`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Witness } from './witness.ts';

/** Room for the proof and a note with sixteen signatures of the largest kind that the specifications name. */
const LARGEST_BODY_BYTES = 256 * 1024;
const REQUEST_MS = 5_000;
const HEADERS_MS = 2_000;
/** A log comes back about once a minute. */
const KEEP_ALIVE_MS = 75_000;
const LARGEST_HEADERS_BYTES = 8 * 1024;
/** Logs and now and then a monitor: whoever opens more is neither. */
const MOST_CONNECTIONS = 200;

const TEXT = 'text/plain; charset=utf-8';

export function createWitnessServer(witness: Witness, tell: (line: string) => void): Server {
  const server = createServer(
    {
      requestTimeout: REQUEST_MS,
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: LARGEST_HEADERS_BYTES,
    },
    (request, response) => {
      answer(witness, request, response).catch((error: unknown) => {
        if (!request.complete) return;
        // The memory could not be read or written: the log must not take this for a cosignature.
        tell(`ERROR ${(error as Error).message}`);
        if (!response.headersSent) send(response, 500, 'The witness cannot cosign at present.\n');
      });
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

async function answer(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  if (path === '/add-checkpoint') {
    if (request.method !== 'POST') return notAllowed(response, 'POST');
    const body = await readBody(request);
    if (body === undefined) return tooLarge(response);
    const { status, type, body: text } = witness.add(body);
    return send(response, status, text, type);
  }
  const originHash = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
  if (originHash === undefined) return send(response, 404, 'There is nothing here.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(response, 'GET');
  const note = witness.latestNote(originHash);
  if (note === undefined) return send(response, 404, 'No checkpoint of that log was cosigned yet.\n');
  send(response, 200, note);
}

/** @returns `undefined` once it is larger than allowed: the rest is not read */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Stopping early must leave the connection, so that the answer still arrives.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(response: ServerResponse): void {
  // What is still on its way is not waited for.
  response.setHeader('connection', 'close');
  send(response, 413, `A request has at most ${LARGEST_BODY_BYTES} bytes.\n`);
}

function notAllowed(response: ServerResponse, method: string): void {
  response.setHeader('allow', method);
  send(response, 405, `Only ${method} is answered here.\n`);
}

function send(response: ServerResponse, status: number, body: string, type: string = TEXT): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
