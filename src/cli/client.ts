/** The command line's way to the API: one place for address, token and the reading of problems. */
export interface ApiProblem {
  readonly status: number;
  readonly code: string;
  readonly sentence?: { readonly id: string; readonly en: string };
  readonly next?: { readonly id: string; readonly en: string };
  readonly article?: string | null;
  readonly errors?: readonly { readonly path: string; readonly reason: string }[];
}

/** The API said no, or could not be reached: told in one line, exit code not zero. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    message: string,
    readonly problem?: ApiProblem,
  ) {
    super(message);
  }
}

export interface ApiClient {
  /** For an answer that is too large to hold: its body is read as it comes. */
  open(path: string): Promise<Response>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A command is answered within the gateway's patience of 45 s; moving a clock by years takes longer. */
const REQUEST_PATIENCE_MS = 15 * 60_000;

export function createApiClient(address: string, token?: string): ApiClient {
  const call = async <Answer>(
    method: string,
    path: string,
    body?: unknown,
    headers = {},
  ): Promise<Answer> => {
    let response: Response;
    try {
      response = await fetch(new URL(path, address), {
        method,
        headers: {
          accept: 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(REQUEST_PATIENCE_MS),
      });
    } catch {
      throw unreachable(address);
    }
    const text = await response.text();
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer;
    throw failureFrom(response.status, text);
  };
  return {
    async open(path) {
      // No limit on the whole: a large file takes as long as it takes, and a connection that broke says so.
      const response = await fetch(new URL(path, address), {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }).catch(() => {
        throw unreachable(address);
      });
      if (!response.ok) throw failureFrom(response.status, await response.text());
      return response;
    },
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
  };
}

const unreachable = (address: string): CommandFailed =>
  new CommandFailed(`No answer from ${address}. Is Titian running (npm start)? Another address: TITIAN_URL.`);

function failureFrom(status: number, text: string): CommandFailed {
  let problem: ApiProblem;
  try {
    problem = JSON.parse(text) as ApiProblem;
  } catch {
    return new CommandFailed(`The server answered ${status}.`);
  }
  const lines = [
    `${problem.code}: ${problem.sentence?.id ?? ''}`,
    ...(problem.sentence === undefined ? [] : [`  ${problem.sentence.en}`]),
    ...(problem.article == null ? [] : [`  ${problem.article}`]),
    ...(problem.errors ?? []).map(({ path, reason }) => `  ${path}: ${reason}`),
    ...(problem.next === undefined ? [] : [`  → ${problem.next.id}`, `    ${problem.next.en}`]),
  ];
  return new CommandFailed(lines.join('\n'), problem);
}
