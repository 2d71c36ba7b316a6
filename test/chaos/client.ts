/**
 * A client that does not give up: every command is sent again under the same key until it has an answer.
 * What was answered is kept, to be held against the ledger at the end.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '../../src/domain/decider.ts';

export interface Identity {
  readonly role: string;
  readonly office: string;
}

export interface Order {
  readonly key: string;
  readonly path: string;
  readonly as: Identity;
  readonly body: { readonly [field: string]: unknown };
}

/** What a caller was told, and will rely on. */
export interface Acknowledged {
  readonly key: string;
  readonly ledgerCommandId: string;
  readonly outcome: 'accepted' | 'refused';
  readonly code?: string;
  readonly stream: string;
  readonly personId?: string;
  /** Version of the stream after the command. */
  readonly version?: number;
  readonly receipt?: string;
  readonly eventVersions: readonly number[];
  readonly attempts: number;
  /** From the first attempt to the answer, in milliseconds. */
  readonly tookMs: number;
}

const PAUSE_FIRST_MS = 100;
const PAUSE_MAX_MS = 1_500;
/** Longer than the API's own patience with the engine. */
const ATTEMPT_MS = 55_000;

/** The run ended before the command had an answer. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}

export class ChaosClient {
  readonly acknowledged: Acknowledged[] = [];
  readonly #address: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(address: string) {
    this.#address = address;
  }

  /** @throws GaveUp at `until`; Error where the API answers something that no retry can change. */
  async send(order: Order, until: number): Promise<Acknowledged> {
    const startedAt = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#try(order);
      if (answer !== undefined) {
        const acknowledged = {
          ...answer,
          key: order.key,
          attempts: attempt,
          tookMs: performance.now() - startedAt,
        };
        this.acknowledged.push(acknowledged);
        return acknowledged;
      }
      if (Date.now() > until) throw new GaveUp(order.key);
      await delay(Math.min(PAUSE_FIRST_MS * attempt, PAUSE_MAX_MS));
    }
  }

  /** A read that is tried again like a command. */
  async get<T>(path: string, as: Identity, until: number): Promise<T> {
    for (;;) {
      try {
        const response = await this.#call('GET', path, as);
        if (response.ok) return (await response.json()) as T;
        if (response.status < 500 && response.status !== 429) throw new Error(`${path}: ${response.status}`);
      } catch (error) {
        if (!isPassing(error)) throw error;
      }
      if (Date.now() > until) throw new GaveUp(path);
      await delay(PAUSE_MAX_MS);
    }
  }

  async post<T>(path: string, as: Identity, body: JsonObject): Promise<T> {
    const response = await this.#call('POST', path, as, JSON.stringify(body));
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async #try(order: Order): Promise<Omit<Acknowledged, 'key' | 'attempts' | 'tookMs'> | undefined> {
    try {
      const response = await this.#call('POST', order.path, order.as, JSON.stringify(order.body), order.key);
      const body = (await response.json()) as AnswerBody;
      if (response.ok) return acceptedFrom(body);
      if (typeof body.receipt === 'object') {
        const { ledgerCommandId, stream } = body.receipt;
        return { outcome: 'refused', code: body.code ?? '?', ledgerCommandId, stream, eventVersions: [] };
      }
      if (response.status >= 500 || response.status === 429) return undefined;
      throw new Error(`${order.path}: ${response.status} ${JSON.stringify(body).slice(0, 500)}`);
    } catch (error) {
      if (isPassing(error)) return undefined;
      throw error;
    }
  }

  async #call(method: string, path: string, as: Identity, body?: string, key?: string): Promise<Response> {
    return fetch(new URL(path, this.#address), {
      method,
      headers: {
        authorization: `Bearer ${await this.#token(as)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      signal: AbortSignal.timeout(ATTEMPT_MS),
      ...(body === undefined ? {} : { body }),
    });
  }

  #token(as: Identity): Promise<string> {
    const name = `${as.role}@${as.office}`;
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const asked = this.#askForToken(as);
    this.#tokens.set(name, asked);
    asked.catch(() => this.#tokens.delete(name));
    return asked;
  }

  async #askForToken({ role, office }: Identity): Promise<string> {
    const site = role === 'SITE_SUPERVISOR' ? { site: office } : {};
    const response = await fetch(new URL('/api/v1/sandbox/tokens', this.#address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, office, ...site }),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    if (!response.ok) throw new PassingFailure(`no token: ${response.status}`);
    return ((await response.json()) as { token: string }).token;
  }
}

interface AnswerBody {
  readonly code?: string;
  readonly ledgerCommandId?: string;
  readonly stream?: string;
  readonly personId?: string;
  readonly version?: number;
  /** Of an acceptance the head's hash, of a refusal what it was recorded as. */
  readonly receipt?: string | { readonly ledgerCommandId: string; readonly stream: string };
  readonly events?: readonly { readonly version: number }[];
}

function acceptedFrom(body: AnswerBody): Omit<Acknowledged, 'key' | 'attempts' | 'tookMs'> {
  return {
    outcome: 'accepted',
    ledgerCommandId: body.ledgerCommandId ?? '',
    stream: body.stream ?? '',
    ...(body.personId === undefined ? {} : { personId: body.personId }),
    ...(body.version === undefined ? {} : { version: body.version }),
    ...(typeof body.receipt === 'string' ? { receipt: body.receipt } : {}),
    eventVersions: (body.events ?? []).map(({ version }) => version),
  };
}

class PassingFailure extends Error {}

/** The connection broke, or the answer was cut off: the command may have been taken, or not. */
function isPassing(error: unknown): boolean {
  if (error instanceof PassingFailure || error instanceof SyntaxError) return true;
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
