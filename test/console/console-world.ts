/** The console in one process on real Postgres: a browser without scripts, one cookie jar per desk. */
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { SANDBOX_DESKS } from '../../src/console/sandbox-desks.ts';
import type { ApiWorld } from '../api/api-world.ts';

export interface PageAnswer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | undefined;
  readonly headers: { readonly [name: string]: unknown };
  readonly html: string;
  /** Without tags, blanks joined: what a person reads. */
  readonly text: string;
}

export type Fields = { readonly [name: string]: string | readonly string[] };

/** A browser without scripts, at one desk. */
export class Browser {
  readonly #api: ApiWorld;
  readonly #cookies = new Map<string, string>();

  constructor(api: ApiWorld) {
    this.#api = api;
  }

  async get(path: string): Promise<PageAnswer> {
    return this.#ask('GET', path);
  }

  /** Follows redirects to the page that is shown in the end. */
  async open(path: string): Promise<PageAnswer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== undefined && hops < 5; hops += 1)
      answer = await this.get(answer.location);
    return answer;
  }

  /** Sends fields as they are: the form's token is the caller's to give. */
  async post(path: string, fields: Fields): Promise<PageAnswer> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    return this.#ask('POST', path, new URLSearchParams(pairs).toString());
  }

  /** Sends what a script of ours would send. */
  async postJson(path: string, body: object): Promise<PageAnswer> {
    return this.#ask('POST', path, JSON.stringify(body), 'application/json');
  }

  /** Sends the form with this action on a page, its hidden fields as they stand, and follows what comes of it. */
  async submit(page: PageAnswer, action: string, fields: Fields): Promise<PageAnswer> {
    const answer = await this.post(action, { ...hiddenFields(page.html, action), ...fields });
    return answer.location === undefined ? answer : this.open(answer.location);
  }

  /** Sends fields and one file, as a form for files does. */
  async upload(
    path: string,
    fields: { readonly [name: string]: string },
    file: { readonly field: string; readonly name: string; readonly text: string },
  ): Promise<PageAnswer> {
    const boundary = 'batas-formulir';
    const named = (name: string, more = '') =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}`;
    const parts = [
      ...Object.entries(fields).map(([name, value]) => `${named(name)}\r\n\r\n${value}`),
      `${named(file.field, `; filename="${file.name}"`)}\r\ncontent-type: text/csv\r\n\r\n${file.text}`,
      `--${boundary}--\r\n`,
    ];
    return this.#ask('POST', path, parts.join('\r\n'), `multipart/form-data; boundary=${boundary}`);
  }

  async #ask(
    method: 'GET' | 'POST',
    url: string,
    payload?: string,
    contentType = 'application/x-www-form-urlencoded',
  ): Promise<PageAnswer> {
    const response = await this.#api.app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload === undefined ? {} : { 'content-type': contentType }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of response.cookies as {
      name: string;
      value: string;
      maxAge?: number;
    }[]) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const html = response.body;
    const { location } = response.headers;
    return {
      status: response.statusCode,
      location: location === undefined ? undefined : String(location),
      headers: response.headers,
      html,
      text: textOf(html),
    };
  }
}

/** Sits down at a desk of the sandbox's sign-in page. */
export async function atDesk(api: ApiWorld, key: string): Promise<Browser> {
  if (!SANDBOX_DESKS.some((desk) => desk.key === key)) throw new Error(`no such desk: ${key}`);
  const browser = new Browser(api);
  const page = await browser.get('/sign-in');
  await browser.submit(page, '/sign-in', { desk: key });
  return browser;
}

export const deskOf = (identity: SandboxIdentity): string => `${identity.role}@${identity.office}`;

/** Values of the hidden fields of the form with this action. */
export function hiddenFields(html: string, action: string): { [name: string]: string } {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, found]) => plain(found!) === action);
  if (form === undefined) throw new Error(`no form to ${action}`);
  return Object.fromEntries(
    [...form[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      plain(name!),
      plain(value!),
    ]),
  );
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export const textOf = (html: string): string =>
  plain(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();
