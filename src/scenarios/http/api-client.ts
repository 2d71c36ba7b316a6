/** The few HTTP calls that a scenario needs, with the token of whoever acts. */
import type { JsonObject, Role } from '../../domain/decider.ts';

/** What a token says beside role and office. */
export interface TokenDetails {
  /** The person who acts for itself. */
  readonly person?: string;
  /** Id of the account; absent = one account for each role and office. */
  readonly account?: string;
}

/** A signed sandbox token for a role at an office. */
export type TokenFor = (role: Role, office: string, details?: TokenDetails) => string | Promise<string>;

interface Call {
  readonly as: { readonly role: Role; readonly office: string } & TokenDetails;
  readonly body?: JsonObject;
  readonly idempotencyKey?: string;
  /** 4xx problems with a code are answers, not failures. */
  readonly refusalsAllowed?: boolean;
}

/** The API answered neither a result nor a refusal: the run cannot go on. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
}

/** The server asks to come again with the same key (504), or limits the rate (429). */
const ASK_AGAIN: ReadonlySet<number> = new Set([429, 503, 504]);
const MOST_ATTEMPTS = 6;
const CALL_TIMEOUT_MS = 120_000;

export class ApiClient {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly baseUrl: string,
    private readonly tokenFor: TokenFor,
  ) {}

  async call(
    method: 'GET' | 'POST',
    path: string,
    call: Call,
  ): Promise<{ status: number; answer: JsonObject }> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(path, this.baseUrl), {
        method,
        headers: await this.headers(call),
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const text = await response.text();
      if (response.ok) return { status: response.status, answer: text === '' ? {} : JSON.parse(text) };
      if (ASK_AGAIN.has(response.status) && attempt < MOST_ATTEMPTS) {
        await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
        continue;
      }
      const answer = problemFrom(text);
      if (call.refusalsAllowed === true && response.status < 500 && typeof answer?.code === 'string') {
        return { status: response.status, answer };
      }
      throw new ApiFailure(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    }
  }

  private async headers(call: Call): Promise<Record<string, string>> {
    return {
      authorization: `Bearer ${await this.token(call.as)}`,
      accept: 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
    };
  }

  private async token({ role, office, person, account }: Call['as']): Promise<string> {
    const key = `${role}@${office}@${person ?? ''}@${account ?? ''}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const details = {
      ...(person === undefined ? {} : { person }),
      ...(account === undefined ? {} : { account }),
    };
    const token = await this.tokenFor(role, office, details);
    this.tokens.set(key, token);
    return token;
  }
}

function problemFrom(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}
