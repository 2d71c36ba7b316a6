/**
 * The console's way to everything: the same HTTP API that everybody uses, asked within the process under the token of
 * the session. So each read is permitted and written down, and each command decided, in exactly one place.
 */
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../api/problem.ts';
import { problemInWords } from './words/refusal-parameters.ts';

export type { Problem } from '../api/problem.ts';

export type ApiAnswer<Body> =
  | { readonly ok: true; readonly status: number; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

export interface FileAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly disposition?: string;
  readonly bytes: Buffer;
}

export type Query = { readonly [name: string]: string | number | boolean | undefined };

export interface ConsoleApi {
  get<Body>(path: string, query?: Query): Promise<ApiAnswer<Body>>;
  /** A read that carries what must not stand in an address, or one that is not a command. */
  post<Body>(path: string, body: unknown): Promise<ApiAnswer<Body>>;
  /** A command: the same key counts once, whatever happens on the way. */
  send<Body>(path: string, body: unknown, commandId: string): Promise<ApiAnswer<Body>>;
  /** The bytes of a paper, a sheet, a bundle. A refusal comes as its problem's JSON. */
  file(path: string, query?: Query): Promise<FileAnswer>;
  /** Gives bytes, for example a filled sheet. */
  upload<Body>(
    path: string,
    bytes: Buffer,
    contentType: string,
    query?: Query,
    commandId?: string,
  ): Promise<ApiAnswer<Body>>;
}

/** One answer of the API that the page at hand cannot go on without. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** @throws ApiRefused, which the console shows as a page. */
export function must<Body>(answer: ApiAnswer<Body>): Body {
  if (!answer.ok) throw new ApiRefused(answer.problem);
  return answer.body;
}

/** Marks requests of the console within this process: they were counted when the page was asked for. */
export const INSIDE_HEADER = 'x-titian-console';

export function consoleApi(app: FastifyInstance, inside: string, token: string | undefined): ConsoleApi {
  const headers = {
    [INSIDE_HEADER]: inside,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const ask = async <Body>(
    method: 'GET' | 'POST',
    path: string,
    extra: { query?: Query | undefined; payload?: Buffer | string; headers?: { [name: string]: string } },
  ): Promise<ApiAnswer<Body>> => {
    const response = await app.inject({
      method,
      url: addressOf(path, extra.query),
      headers: { ...headers, ...extra.headers },
      ...(extra.payload === undefined ? {} : { payload: extra.payload }),
    });
    const { statusCode: status } = response;
    if (status >= 200 && status < 300) return { ok: true, status, body: response.json<Body>() };
    return { ok: false, status, problem: problemInWords(response.json<Problem>()) };
  };
  const json = { 'content-type': 'application/json' };
  return {
    get: (path, query) => ask('GET', path, { query }),
    post: (path, body) => ask('POST', path, { payload: JSON.stringify(body), headers: json }),
    send: (path, body, commandId) =>
      ask('POST', path, {
        payload: JSON.stringify(body),
        headers: { ...json, 'idempotency-key': commandId },
      }),
    upload: (path, bytes, contentType, query, commandId) =>
      ask('POST', path, {
        ...{ query, payload: bytes },
        headers: {
          'content-type': contentType,
          ...(commandId === undefined ? {} : { 'idempotency-key': commandId }),
        },
      }),
    async file(path, query) {
      const response = await app.inject({ method: 'GET', url: addressOf(path, query), headers });
      const disposition = response.headers['content-disposition'];
      return {
        status: response.statusCode,
        contentType: String(response.headers['content-type'] ?? 'application/octet-stream'),
        ...(disposition === undefined ? {} : { disposition: String(disposition) }),
        bytes: response.rawPayload,
      };
    },
  };
}

function addressOf(path: string, query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}
