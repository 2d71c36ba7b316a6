/** What a page is: an address, who may open it, and a function from a request to what is shown. */
import type { ComponentChildren, VNode } from 'preact';
import type { Instant, Zone } from '../domain/time/moment.ts';
import type { ConsoleApi } from './api.ts';
import type { RegisterBook } from './register-book.ts';
import type { TokenRole } from './session/session.ts';
import type { OpenSession } from './session/session-store.ts';
import type { Language, Words } from './words/words.ts';

/** Fields of a sent form, as the browser sent them: one text, or several under one name. */
export type FormFields = { readonly [name: string]: string | readonly string[] };

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What every page may know of the request. */
export interface Asked {
  readonly language: Language;
  /** The clock of the world at hand. */
  readonly now: Instant;
  /** In whose zone clock readings without a zone of their own are shown. */
  readonly zone: Zone;
  readonly inSandbox: boolean;
  readonly path: string;
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string | undefined };
  /** Empty on GET. */
  readonly form: FormFields;
  /** Empty where none was sent. */
  readonly files: readonly SentFile[];
  /** The API under the session's token; on public pages, without one. */
  readonly api: ConsoleApi;
  /** Names and zones of offices and sites. */
  readonly book: RegisterBook;
  /** For the hidden field of every form. */
  readonly formToken: string;
  /** What a redirect noted in the browser before; '' where nothing. */
  readonly note: string;
}

export interface SignedIn extends Asked {
  readonly session: OpenSession;
}

export interface Shown {
  readonly title: Words;
  readonly body: VNode;
  readonly status?: number;
  /** Scripts of src/console/browser beside the usual one, by name: `attendance` for attendance.ts. */
  readonly scripts?: readonly string[];
  /** What stands between the head and the title, for example a way back. */
  readonly before?: ComponentChildren;
  /** The navigation entry that this page belongs to, by its path. */
  readonly within?: string;
  /** Something is under way: a browser asks for the page again after this many seconds. */
  readonly refreshAfterSeconds?: number;
  /** Of the page that a person looks at: no frame of a desk around it. */
  readonly plain?: boolean;
}

export interface Redirected {
  /** A path of this server; the address of the sign-in provider, on its own pages alone. */
  readonly redirect: string;
  /** For a short while: what is needed to come back from the provider. */
  readonly note?: { readonly text: string; readonly seconds: number };
}

export interface FileShown {
  readonly file: Buffer | string;
  readonly contentType: string;
  /** Absent: shown in place. */
  readonly saveAs?: string;
  /** Some files may be kept by the browser: never one with anybody's data. */
  readonly cacheControl?: string;
}

/** Redirects with the cookie of a session that has just begun (session/begin.ts). */
export interface SessionBegun extends Redirected {
  /** For the cookie; it is written down nowhere else. */
  readonly secret: string;
  readonly seconds: number;
}

export type PageResult = Shown | Redirected | SessionBegun | FileShown;

interface Described {
  readonly method: 'GET' | 'POST';
  /** As Fastify writes it: `/people/:personId`. Ids only; no name and no number of anybody ever stands in one. */
  readonly path: string;
  /** Accepts files (multipart/form-data). */
  readonly takesFiles?: boolean;
  /** A script of ours sends JSON here; everywhere else a form is a form. */
  readonly takesJson?: boolean;
  /** Requests of one address a minute, where that must be less than elsewhere: what could be tried out. */
  readonly perMinute?: number;
  /** Longest body in bytes where files come; 6 MB if absent. */
  readonly bodyLimit?: number;
}

export interface DeskPage extends Described {
  /** Who may open it; the API asks again for everything that is on it. */
  readonly roles: readonly TokenRole[] | 'everyone';
  open(asked: SignedIn): Promise<PageResult>;
  /**
   * Of a form that came after its session's end: keeps what was typed for the account, without the API, and says where
   * it is found again. Absent where nothing can be kept.
   */
  keep?(asked: SignedIn): Promise<PageResult>;
}

export interface PublicPage extends Described {
  readonly roles: 'public';
  open(asked: Asked & { readonly session?: OpenSession }): Promise<PageResult>;
}

export type Page = DeskPage | PublicPage;

export const isPublic = (page: Page): page is PublicPage => page.roles === 'public';

/** The text of a field that stands alone; the last one where it was sent twice; '' where it was not. */
export function fieldText(form: FormFields, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
}

/** All texts under one name, for checkboxes. */
export function fieldTexts(form: FormFields, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
