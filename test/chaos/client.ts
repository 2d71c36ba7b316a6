/**
 * The client of all persons. Most commands are sent again under the same key until they have an answer; some
 * are sent once, by people who leave at the first failure. What was answered, and what was left without an
 * answer, is kept to be held against the ledger at the end.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '../../src/domain/decider.ts';

export interface Identity {
  readonly role: string;
  readonly office: string;
  /** Of a person who acts for themselves. */
  readonly person?: string;
  /** Account, where it matters who of an office it is. */
  readonly account?: string;
}

export interface Order {
  readonly key: string;
  readonly path: string;
  readonly as: Identity;
  readonly body: { readonly [field: string]: unknown };
}

export interface Upload {
  readonly path: string;
  readonly as: Identity;
  readonly key: string;
  readonly text: string;
  readonly type?: string;
}

/** What a caller was told, and will rely on. */
export interface Acknowledged {
  readonly key: string;
  /** Absent where the stream is. */
  readonly ledgerCommandId?: string;
  readonly outcome: 'accepted' | 'refused';
  readonly code?: string;
  /** Absent in answers that must not lead to a person. */
  readonly stream?: string;
  readonly personId?: string;
  /** Version of the stream after the command. */
  readonly version?: number;
  readonly receipt?: string;
  readonly eventVersions: readonly number[];
  /** Of the first event: ids that the server made stand there. */
  readonly told?: JsonObject;
  readonly attempts: number;
  /** From the first attempt to the answer, in milliseconds. */
  readonly tookMs: number;
  /** When it was first sent, in milliseconds since the epoch. */
  readonly sentAt: number;
}

const PAUSE_FIRST_MS = 100;
const PAUSE_MAX_MS = 1_500;
/** Longer than the API's own patience with the engine. */
const ATTEMPT_MS = 55_000;
/** Who sends once waits no longer for an answer. */
const ONCE_MS = 8_000;

/** The run ended before the command had an answer. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}

export class ChaosClient {
  readonly acknowledged: Acknowledged[] = [];
  /** Keys of commands that were sent once and not answered. */
  readonly abandoned: string[] = [];
  /** While hushed nobody sends who would ask again: what is forgotten then stays forgotten. */
  isHushed = false;
  readonly #address: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(address: string) {
    this.#address = address;
  }

  /** @throws GaveUp at `until`; Error where the API answers something that no retry can change. */
  async send(order: Order, until: number): Promise<Acknowledged> {
    const sentAt = Date.now();
    for (let attempt = 1; ; attempt += 1) {
      await this.hushOver();
      const answer = await this.#try(order, ATTEMPT_MS);
      if (answer !== undefined) return this.#keep(order, answer, attempt, sentAt);
      if (Date.now() > until) throw new GaveUp(order.key);
      await delay(Math.min(PAUSE_FIRST_MS * attempt, PAUSE_MAX_MS));
    }
  }

  async hushOver(): Promise<void> {
    while (this.isHushed) await delay(PAUSE_FIRST_MS);
  }

  /** Sends once; without an answer nobody will ever ask again. */
  async sendOnce(order: Order): Promise<Acknowledged | undefined> {
    const sentAt = Date.now();
    const answer = await this.#try(order, ONCE_MS);
    if (answer !== undefined) return this.#keep(order, answer, 1, sentAt);
    this.abandoned.push(order.key);
    return undefined;
  }

  #keep({ key }: Order, answer: Answer, attempts: number, sentAt: number): Acknowledged {
    const acknowledged = { ...answer, key, attempts, sentAt, tookMs: Date.now() - sentAt };
    this.acknowledged.push(acknowledged);
    return acknowledged;
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

  /** Anything but a command, sent again under its key until it is answered. */
  async persist<T>({ path, as, key, text, type = 'application/json' }: Upload, until: number): Promise<T> {
    for (;;) {
      try {
        const response = await this.#call('POST', path, as, text, key, ATTEMPT_MS, type);
        if (response.ok) return (await response.json()) as T;
        if (response.status < 500 && response.status !== 429) {
          throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
        }
      } catch (error) {
        if (!isPassing(error)) throw error;
      }
      if (Date.now() > until) throw new GaveUp(path);
      await delay(PAUSE_MAX_MS);
    }
  }

  /** A file that is asked for like a read. */
  async file(path: string, as: Identity, until: number): Promise<string> {
    for (;;) {
      try {
        const response = await this.#call('GET', path, as);
        if (response.ok) return await response.text();
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

  async #try(order: Order, patienceMs: number): Promise<Answer | undefined> {
    try {
      const response = await this.#call(
        'POST',
        order.path,
        order.as,
        JSON.stringify(order.body),
        order.key,
        patienceMs,
      );
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

  async #call(
    method: string,
    path: string,
    as: Identity,
    body?: string,
    key?: string,
    patienceMs = ATTEMPT_MS,
    type = 'application/json',
  ): Promise<Response> {
    return fetch(new URL(path, this.#address), {
      method,
      headers: {
        authorization: `Bearer ${await this.#token(as)}`,
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body }),
    });
  }

  #token(as: Identity): Promise<string> {
    const name = [as.role, as.office, as.person, as.account].join('@');
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const asked = this.#askForToken(as);
    this.#tokens.set(name, asked);
    asked.catch(() => this.#tokens.delete(name));
    return asked;
  }

  async #askForToken({ role, office, person, account }: Identity): Promise<string> {
    const site = role === 'SITE_SUPERVISOR' ? { site: office } : {};
    const response = await fetch(new URL('/api/v1/sandbox/tokens', this.#address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, office, ...site, person, sub: account }),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    if (!response.ok) throw new PassingFailure(`no token: ${response.status}`);
    return ((await response.json()) as { token: string }).token;
  }
}

type Answer = Omit<Acknowledged, 'key' | 'attempts' | 'tookMs' | 'sentAt'>;

interface AnswerBody {
  readonly code?: string;
  readonly ledgerCommandId?: string;
  readonly stream?: string;
  readonly personId?: string;
  readonly version?: number;
  /** Of an acceptance the head's hash, of a refusal what it was recorded as. */
  readonly receipt?: string | { readonly ledgerCommandId: string; readonly stream: string };
  readonly events?: readonly { readonly version: number; readonly data?: JsonObject }[];
}

function acceptedFrom(body: AnswerBody): Answer {
  return {
    outcome: 'accepted',
    ...(body.ledgerCommandId === undefined ? {} : { ledgerCommandId: body.ledgerCommandId }),
    ...(body.stream === undefined ? {} : { stream: body.stream }),
    ...(body.personId === undefined ? {} : { personId: body.personId }),
    ...(body.version === undefined ? {} : { version: body.version }),
    ...(typeof body.receipt === 'string' ? { receipt: body.receipt } : {}),
    eventVersions: (body.events ?? []).map(({ version }) => version),
    ...(body.events?.[0]?.data === undefined ? {} : { told: body.events[0].data }),
  };
}

class PassingFailure extends Error {}

/** The connection broke, or the answer was cut off: the command may have been taken, or not. */
function isPassing(error: unknown): boolean {
  if (error instanceof PassingFailure || error instanceof SyntaxError) return true;
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}
