/** Serves the console's pages beside the API: cookies, forms, headers; every page comes through `servePage`. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { perAddress } from '../access/per-address.ts';
import type { Zone } from '../domain/time/moment.ts';
import { LIVE_WORLD } from '../ledger/ledger.ts';
import { findPackageRoot } from '../ledger/package-root.ts';
import { shownAfterEnd } from './after-end.tsx';
import { ApiRefused, consoleApi, INSIDE_HEADER, type Problem } from './api.ts';
import { readAssets } from './assets.ts';
import { cookieNames } from './cookie-names.ts';
import { accountMark, NO_ACCOUNT } from './daily/account-mark.ts';
import { navigationFor } from './navigation.ts';
import type { ConsoleOptions } from './options.ts';
import { ownPath } from './own-path.ts';
import { type Asked, type FormFields, isPublic, type Page, type SentFile, type Shown } from './page.ts';
import { consolePages } from './pages/index.ts';
import { ForbiddenPage, ProblemPage } from './pages/problem-pages.tsx';
import { Layout } from './parts/layout.tsx';
import { type Rendering, RenderingContext } from './parts/rendering.ts';
import { createRegisterBook } from './register-book.ts';
import { FORM_TOKEN_FIELD, formTokenOf, isFormTokenOf, isFromElsewhere } from './session/forgery.ts';
import { createProvider } from './session/provider.ts';
import { createRenewal } from './session/renewal.ts';
import { createSessionStore, KEPT_AFTER_END_SECONDS, type OpenSession } from './session/session-store.ts';
import { logFailure } from './session/sign-in-log.ts';
import { isLanguage, type Language, type Words } from './words/words.ts';

const YEAR_SECONDS = 365 * 24 * 3_600;
/** A filled sheet of a province's month stays far below. */
const FILE_LIMIT_BYTES = 6 * 1024 * 1024;
const MOST_FIELDS = 3_000;

/** Scripts, styles and pictures of our own only; no page of ours stands in another's frame. */
const contentSecurityPolicy = (provider: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // Signing out leads on to the provider: browsers count that as a form's action.
    `form-action 'self'${provider}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

export interface InstalledConsole {
  readonly pages: readonly Page[];
  /** Value of the header by which the console's own requests are known within this process. */
  readonly inside: string;
  /** Shows a problem to somebody with a browser who asked for what is not there. */
  showProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<FastifyReply>;
}

/** Made before the routes, so that the limiter of requests knows the console's own. */
export const insideSecret = (): string => randomBytes(24).toString('base64url');

export async function installConsole(
  app: FastifyInstance,
  options: ConsoleOptions,
  inside: string,
): Promise<InstalledConsole> {
  const sessions = createSessionStore(options.pool);
  const provider =
    options.provider === undefined
      ? undefined
      : createProvider(options.provider, options.publicUrl ?? 'http://127.0.0.1');
  const { log } = app;
  const renewed = createRenewal({ provider, verifier: options.verifier, sessions, log });
  const pages = consolePages({ ...options, log, ...(provider && { signIn: provider }) });
  const assets = readAssets(join(findPackageRoot(), 'dist', 'console'), ...(options.assetFolders ?? []));
  const book = createRegisterBook(options.registers);
  const secure = options.publicUrl?.startsWith('https://') ?? false;
  const names = cookieNames(secure);
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

  const policy = contentSecurityPolicy(provider === undefined ? '' : ` ${provider.origin}`);

  interface Visit {
    readonly secret: string | undefined;
    readonly session: OpenSession | undefined;
    readonly language: Language;
    /** What form tokens belong to: the session, or the visitor's own cookie before signing in. */
    readonly visitor: string;
  }

  async function visitOf(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    // Where no page is, outside of the console's own routes, nobody has read the cookies yet.
    const cookies = request.cookies ?? cookiesIn(request.headers.cookie);
    const secret = cookies[names.session];
    const kept = secret === undefined ? undefined : await sessions.find(secret);
    const session = kept === undefined || secret === undefined ? undefined : await renewed(secret, kept);
    const chosen = cookies[names.language];
    const language = isLanguage(chosen) ? chosen : 'id';
    if (session !== undefined && secret !== undefined) return { secret, session, language, visitor: secret };
    let visitor = cookies[names.visitor];
    if (visitor === undefined || !/^[A-Za-z0-9_-]{32}$/.test(visitor)) {
      visitor = randomBytes(24).toString('base64url');
      reply.setCookie?.(names.visitor, visitor, cookieOptions);
    }
    return { secret: undefined, session: undefined, language, visitor };
  }

  async function renderingOf(request: FastifyRequest, visit: Visit): Promise<Rendering> {
    const { session, language, visitor } = visit;
    const offset = await options.clockOffsetOf(session?.world ?? LIVE_WORLD);
    return {
      language,
      now: new Date(Date.now() + offset).toISOString(),
      zone: await zoneOf(session),
      inSandbox: options.sandbox !== null,
      formToken: formTokenOf(visitor),
      path: request.url,
      account: session === undefined ? NO_ACCOUNT : accountMark(options.vault, session),
      ...(session === undefined ? {} : { session }),
    };
  }

  /** The zone of the desk's site or office; in an office that no register knows, that of the capital. */
  async function zoneOf(session: OpenSession | undefined): Promise<Zone> {
    if (session === undefined) return 'WIB';
    const { site, office } = session.actor;
    return (site && (await book.zoneOf(site))) || (await book.zoneOf(office)) || 'WIB';
  }

  async function html(rendering: Rendering, shown: Shown): Promise<string> {
    const { session } = rendering;
    const plain = shown.plain === true;
    const within = shown.within;
    const deskName =
      session === undefined ? '' : await book.nameOf(session.actor.site ?? session.actor.office);
    return `<!doctype html>${renderToString(
      <RenderingContext.Provider value={rendering}>
        <Layout
          title={shown.title}
          navigation={session === undefined || plain ? [] : navigationFor(session.actor.role)}
          scripts={shown.scripts ?? []}
          plain={plain}
          before={shown.before as ComponentChildren}
          asset={assets.addressOf}
          desk={deskName}
          {...(within === undefined ? {} : { within })}
        >
          {shown.body}
        </Layout>
      </RenderingContext.Provider>,
    )}`;
  }

  const send = async (reply: FastifyReply, rendering: Rendering, shown: Shown): Promise<FastifyReply> => {
    const page = await html(rendering, shown);
    return reply
      .code(shown.status ?? 200)
      .headers({
        ...PAGE_HEADERS,
        // Also where a problem is shown outside of the console's own routes.
        'content-security-policy': policy,
        ...(shown.refreshAfterSeconds === undefined ? {} : { refresh: String(shown.refreshAfterSeconds) }),
      })
      .type('text/html; charset=utf-8')
      .send(page);
  };

  async function showProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
    const visit = await visitOf(request, reply).catch(
      (): Visit => ({ secret: undefined, session: undefined, language: 'id', visitor: '' }),
    );
    // Also where the database is away: the page then names no desk.
    const rendering = await renderingOf(request, visit).catch(
      (): Rendering => ({
        ...{ language: visit.language, now: new Date().toISOString(), zone: 'WIB', path: '/' },
        ...{ inSandbox: options.sandbox !== null, formToken: '' },
      }),
    );
    return send(reply, rendering, {
      title: problem.status === 404 ? NOT_FOUND_TITLE : PROBLEM_TITLE,
      status: problem.status,
      body: <ProblemPage problem={problem} />,
    });
  }

  async function servePage(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const visit = await visitOf(request, reply);
    const rendering = await renderingOf(request, visit);
    const sent = page.method === 'POST' ? await formOf(request, page) : { form: {}, files: [] };
    const { session } = visit;
    const asked: Asked = {
      ...{
        language: rendering.language,
        now: rendering.now,
        zone: rendering.zone,
        inSandbox: rendering.inSandbox,
      },
      path: request.url,
      params: request.params as { [name: string]: string },
      query: request.query as { [name: string]: string | undefined },
      ...sent,
      api: consoleApi(app, inside, session?.token),
      formToken: rendering.formToken,
      note: request.cookies[names.note] ?? '',
      book,
    };
    if (page.method === 'POST' && !isOurs(request, visit.visitor, sent.form)) {
      const isLate = session === undefined && !isFromElsewhere(request.headers);
      if (isLate && !isPublic(page) && page.takesJson !== true) {
        const ended = await endedOf(request.cookies[names.session], sent.form);
        return send(reply, rendering, await shownAfterEnd(page, asked, ended));
      }
      const title: Words = { id: 'Formulir sudah kedaluwarsa', en: 'This form has run out' };
      return send(reply, rendering, { title, status: 403, body: <ForbiddenPage reason="form" /> });
    }
    if (!isPublic(page)) {
      if (session === undefined) return signInFirst(request, reply);
      if (page.roles !== 'everyone' && !page.roles.includes(session.actor.role)) {
        const title: Words = { id: 'Bukan halaman meja Anda', en: 'Not a page of your desk' };
        return send(reply, rendering, { title, status: 403, body: <ForbiddenPage reason="role" /> });
      }
      return answer(reply, rendering, visit, await page.open({ ...asked, session }));
    }
    return answer(reply, rendering, visit, await page.open({ ...asked, ...(session && { session }) }));
  }

  /** Whose session it was that the form came from, where the form's token proves that it did. */
  const endedOf = async (secret: string | undefined, form: FormFields) =>
    secret !== undefined && isFormTokenOf(secret, form[FORM_TOKEN_FIELD])
      ? sessions.findEnded(secret)
      : undefined;

  async function answer(
    reply: FastifyReply,
    rendering: Rendering,
    visit: Visit,
    result: Awaited<ReturnType<Page['open']>>,
  ): Promise<FastifyReply> {
    if ('redirect' in result) {
      const { note } = result;
      if (note !== undefined) {
        reply.setCookie(names.note, note.text, { ...cookieOptions, maxAge: note.seconds });
      }
      if ('secret' in result) {
        // Whoever changes desks leaves none open behind.
        if (visit.secret !== undefined) await sessions.end(visit.secret);
        const maxAge = result.seconds + KEPT_AFTER_END_SECONDS;
        reply.setCookie(names.session, result.secret, { ...cookieOptions, maxAge });
      }
      return reply.headers(PAGE_HEADERS).redirect(result.redirect, 303);
    }
    if ('file' in result) {
      const { file, contentType, saveAs, cacheControl } = result;
      reply.headers({
        ...PAGE_HEADERS,
        ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
      });
      if (saveAs !== undefined) {
        reply.header('content-disposition', `attachment; filename="${saveAs.replace(/[^\w.-]/g, '_')}"`);
      }
      return reply.type(contentType).send(file);
    }
    return send(reply, rendering, result);
  }

  await app.register(async (inner) => {
    inner.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', policy);
    });
    await inner.register(cookie);
    await inner.register(formbody, { bodyLimit: 512 * 1024 });
    await inner.register(multipart, {
      limits: { fileSize: FILE_LIMIT_BYTES, files: 4, fields: MOST_FIELDS, parts: MOST_FIELDS },
    });
    await inner.register(compress, { global: true, encodings: ['br', 'gzip'], threshold: 1_024 });

    inner.setErrorHandler(async (error, request, reply) => {
      const problem = error instanceof ApiRefused ? error.problem : undefined;
      // An answer of the API is told as it came; anything else is a fault, logged and told by the API's own handler.
      if (problem?.status === 401) return signInFirst(request, reply);
      if (problem !== undefined) return showProblem(request, reply, problem);
      throw error;
    });

    inner.get('/assets/:hash/:name', (request, reply) => {
      const { hash, name } = request.params as { hash: string; name: string };
      const asset = assets.find(hash, name);
      if (asset === undefined) return reply.callNotFound();
      const accepts = String(request.headers['accept-encoding'] ?? '');
      const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
      reply.headers({
        'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
        'content-type': asset.contentType,
        vary: 'accept-encoding',
        ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
      });
      const bytes = { br: asset.brotli, gzip: asset.gzip };
      return reply.send(encoding === undefined ? asset.bytes : bytes[encoding]);
    });

    inner.get('/language/:language', (request, reply) => {
      const { language } = request.params as { language: string };
      const { back = '/' } = request.query as { back?: string };
      if (isLanguage(language)) {
        reply.setCookie(names.language, language, { ...cookieOptions, maxAge: YEAR_SECONDS });
      }
      return reply.headers(PAGE_HEADERS).redirect(ownPath(back), 303);
    });

    inner.post('/sign-out', async (request, reply) => {
      const visit = await visitOf(request, reply);
      const { form } = await formOf(request, undefined);
      // Also of a session that has run out meanwhile: what the browser kept of it is still there.
      const secret = request.cookies[names.session];
      if (secret !== undefined && isOurs(request, secret, form)) {
        await sessions.end(secret);
        reply.clearCookie(names.session, cookieOptions);
        // Nothing of this desk stays in a shared browser, also not what was kept for work without a network.
        reply.header('clear-site-data', '"cache", "storage"');
        const there = await provider?.signOutAddress(visit.session?.idToken).catch((error: unknown) => {
          logFailure(log, 'sign-out', error);
          return undefined;
        });
        if (there !== undefined) return reply.headers(PAGE_HEADERS).redirect(there, 303);
      }
      const entrance = visit.session?.actor.role === 'PERSON' ? '/my' : '/sign-in';
      return reply.headers(PAGE_HEADERS).redirect(entrance, 303);
    });

    const serve = (at: FastifyInstance, served: readonly Page[]): void => {
      for (const page of served) {
        at.route({
          method: page.method,
          url: page.path,
          schema: { hide: true } as object,
          ...(page.perMinute === undefined ? {} : { config: { rateLimit: perAddress(page.perMinute) } }),
          ...(page.takesFiles === true ? { bodyLimit: page.bodyLimit ?? FILE_LIMIT_BYTES } : {}),
          handler: (request, reply) => servePage(page, request, reply),
        });
      }
    };
    await inner.register(async (forScripts) =>
      serve(
        forScripts,
        pages.filter(({ takesJson }) => takesJson),
      ),
    );
    // What JSON can say and a form cannot, numbers and things in things, no page has to expect.
    inner.removeContentTypeParser('application/json');
    serve(
      inner,
      pages.filter(({ takesJson }) => takesJson !== true),
    );
  });

  return { pages, inside, showProblem };
}

const cookiesIn = (header = ''): { readonly [name: string]: string | undefined } =>
  Object.fromEntries(header.split(/; */).map((pair) => pair.split('=', 2) as [string, string | undefined]));

const NOT_FOUND_TITLE: Words = { id: 'Tidak ditemukan', en: 'Not found' };
const PROBLEM_TITLE: Words = { id: 'Tidak dapat ditampilkan', en: 'This cannot be shown' };

/** Personal data stands on these pages: no cache keeps them, no referrer tells where one was. */
const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
} as const;

function signInFirst(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const query = request.method === 'GET' ? `?${new URLSearchParams({ next: ownPath(request.url) })}` : '';
  return reply.headers(PAGE_HEADERS).redirect(`/sign-in${query}`, 303);
}

function isOurs(request: FastifyRequest, visitor: string, form: FormFields): boolean {
  return !isFromElsewhere(request.headers) && isFormTokenOf(visitor, form[FORM_TOKEN_FIELD]);
}

async function formOf(
  request: FastifyRequest,
  page: Page | undefined,
): Promise<{ form: FormFields; files: readonly SentFile[] }> {
  if (!request.isMultipart()) {
    const body = request.body;
    return { form: typeof body === 'object' && body !== null ? (body as FormFields) : {}, files: [] };
  }
  const form: { [name: string]: string | string[] } = Object.create(null) as { [name: string]: string };
  const files: SentFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (page?.takesFiles !== true || bytes.length === 0) continue;
      files.push({ field: part.fieldname, name: part.filename, contentType: part.mimetype, bytes });
    } else {
      const text = String(part.value);
      const before = form[part.fieldname];
      form[part.fieldname] = before === undefined ? text : [...[before].flat(), text];
    }
  }
  return { form, files };
}

export { INSIDE_HEADER };
