/** Sheets: templates to download, a file to be checked, its run, and what became of each line. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import type { ReadName } from '../../access/roles.ts';
import { mayIssue } from '../../access/roles.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { CONTENT_TYPES, type FileFormat } from '../../sheets/file/write.ts';
import { SHEET_KINDS, sheetKindNamed } from '../../sheets/kinds/index.ts';
import type { SheetKind } from '../../sheets/kinds/kind.ts';
import { FILE_LIMIT_BYTES } from '../../sheets/limits.ts';
import { resultFile } from '../../sheets/result.ts';
import type { Sheet } from '../../sheets/store.ts';
import { templateOf } from '../../sheets/template.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { clientCommandId } from '../client-command-id.ts';
import { parseWith } from '../command-body.ts';
import { loggable } from '../journey-reads.ts';
import { nowIn } from '../prepare-command.ts';
import { RequestRefused, requestRefused } from '../problem.ts';
import { commandHeaders, problems } from '../route-schemas.ts';
import { checkSheet } from '../sheets/check-sheet.ts';
import type { SheetDesk } from '../sheets/desk.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const format = z.enum(['csv', 'xlsx']);
const query = z.strictObject({ world: worldId.exactOptional() });
const instant = z.string().nullable();

const sheetSchema = z.object({
  sheetId: z.string(),
  kind: z.string(),
  world: z.string(),
  state: z.enum(['CHECKED', 'RUNNING', 'DONE']).describe('CHECKED: nothing has run yet'),
  lines: z.int(),
  commands: z.int(),
  accepted: z.int(),
  refused: z.int(),
  failed: z.int(),
  checkedAt: instant,
  startedAt: instant,
  finishedAt: instant,
  sameFileAs: z.string().optional().describe('An earlier sheet of your office with the very same file'),
});

const sheetId = z.string().regex(/^sh[0-9a-f]{32}$/, 'not a sheet id');
/** As many as somebody looks through; the rest is found by its number. */
const LATEST_SHEETS = 20;
const kindNames = SHEET_KINDS.map(({ name }) => name).join(', ');

export async function sheetRoutes(
  app: FastifyInstance,
  { dependencies, reads, inSandbox }: RouteContext,
  desk: SheetDesk,
): Promise<void> {
  const { vault, ledger, accessLog, clockOffsetOf } = dependencies;
  const tags = ['sheets'];

  /** The sender's own sheet, of the office it acts for now. @throws RequestRefused NOT_FOUND, NOT_PERMITTED */
  async function opened(actor: VerifiedActor, read: ReadName, id: string): Promise<Sheet> {
    await reads.mayReadAtAll(actor, read, loggable(id));
    const found = sheetId.safeParse(id).success ? await desk.store.find(id) : undefined;
    if (found === undefined) throw requestRefused('NOT_FOUND', {});
    const isOwn = found.actor.office === actor.office && found.actor.role === actor.role;
    const touched = isOwn ? { commandActorId: found.actor.id } : {};
    await reads.permit(actor, read, id, found.world, touched);
    return found;
  }

  app.get(
    '/api/v1/sheets',
    {
      schema: {
        tags,
        summary: 'Lembar Anda yang terakhir · Your latest sheets',
        querystring: query,
        response: { 200: z.object({ sheets: z.array(sheetSchema) }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-sheet', 'sheets');
      const { world = LIVE_WORLD } = parseWith(query, request.query);
      const sheets = await desk.store.latestOf(actor, world, LATEST_SHEETS);
      await reads.note(actor, 'read-sheet', 'sheets', world, { rows: sheets.length });
      return { sheets: sheets.map(viewOf) };
    },
  );

  app.get(
    '/api/v1/sheets/templates/:file',
    {
      config: { openData: 'an empty form' },
      schema: {
        tags,
        summary: 'Templat lembar · Template of a sheet',
        params: z.object({ file: z.string().describe(`{kind}.csv or {kind}.xlsx; kinds: ${kindNames}`) }),
        response: { ...problems },
      },
    },
    async (request, reply) => {
      const [name = '', extension] = (request.params as { file: string }).file.split('.');
      const kind = kindOf(name);
      const wanted = formatOf(extension);
      await mayUse(kind, actorOf(request));
      return reply
        .type(CONTENT_TYPES[wanted])
        .header('content-disposition', `attachment; filename="${kind.name}.${wanted}"`)
        .send(await templateOf(kind, wanted));
    },
  );

  // Files only here: everywhere else a body is JSON.
  await app.register(async (files) => {
    files.addContentTypeParser(
      ['text/csv', CONTENT_TYPES.xlsx],
      { parseAs: 'buffer', bodyLimit: FILE_LIMIT_BYTES },
      (_request, body, done) => done(null, body),
    );
    files.post(
      '/api/v1/sheets/:kind',
      {
        config: { tracedInAccessLog: true },
        bodyLimit: FILE_LIMIT_BYTES,
        schema: {
          tags,
          summary: 'Periksa lembar, belum dijalankan · Check a sheet; nothing runs yet',
          description: `The file itself as the body, \`text/csv\` or XLSX. Kinds: ${kindNames}`,
          headers: commandHeaders,
          params: z.object({ kind: z.string() }),
          querystring: query,
          response: { 201: sheetSchema, ...problems },
        },
      },
      async (request, reply) => {
        const { actor, key } = senderOf(request);
        const kind = kindOf((request.params as { kind: string }).kind);
        await mayUse(kind, actor);
        const { world = LIVE_WORLD } = parseWith(query, request.query);
        if (world !== LIVE_WORLD && !inSandbox) throw requestRefused('SANDBOX_ONLY', {});
        const bytes = request.body;
        if (!(bytes instanceof Uint8Array) || bytes.length === 0) {
          const errors = [{ path: '(body)', reason: 'the file itself, as text/csv or XLSX' }];
          throw requestRefused('MALFORMED', { field: '(body)' }, { errors, status: 415 });
        }
        const id = sheetIdOf(clientCommandId(actor, key));
        const fileHash = vault.requestHash(`sheet/${kind.name}/${world}/${sha256(bytes)}`);
        const sent = await desk.store.find(id);
        if (sent !== undefined) {
          await reads.permit(actor, 'check-sheet', id, sent.world, { commandActorId: sent.actor.id });
          if (sent.fileHash !== fileHash) throw requestRefused('COMMAND_ID_REUSED', { commandId: key });
          return reply.code(201).send(viewOf(sent));
        }
        await reads.permit(actor, 'check-sheet', id, world, { commandActorId: actor.id });
        const needs = { vault, accessLog, desk, reads };
        const isCsv = request.headers['content-type']?.startsWith('text/csv') === true;
        const wanted: FileFormat = isCsv ? 'csv' : 'xlsx';
        const now = nowIn(await clockOffsetOf(world));
        const checked = await checkSheet(needs, { id, kind, world, actor, now, format: wanted, bytes });
        if (checked.problems.length > 0) {
          const count = checked.problems.length;
          throw requestRefused('SHEET_HAS_ERRORS', { count }, { lines: checked.problems });
        }
        await desk.store.keep(
          { ...{ id, kind: kind.name, world, actor, fileHash }, lines: checked.lines },
          checked.commands,
        );
        const kept = await desk.store.find(id);
        if (kept === undefined) throw new Error(`sheet ${id} was kept and is not there`);
        const sameFileAs = await desk.store.sameFile(fileHash, actor.office, id);
        return reply.code(201).send({ ...viewOf(kept), ...(sameFileAs === undefined ? {} : { sameFileAs }) });
      },
    );
  });

  const parameters = z.object({ id: sheetId });
  app.post(
    '/api/v1/sheets/:id/run',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Jalankan lembar yang sudah diperiksa · Run a checked sheet',
        params: parameters,
        response: { 202: sheetSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const found = await opened(actorOf(request), 'run-sheet', id);
      if (found.state !== 'DONE') {
        await desk.store.start(id);
        // Also where it was started before: a run that was lost is taken up again.
        await desk.start(id);
      }
      return reply.code(202).send(viewOf((await desk.store.find(id)) ?? found));
    },
  );

  app.get(
    '/api/v1/sheets/:id',
    {
      schema: {
        tags,
        summary: 'Kemajuan lembar · How far a sheet is',
        params: parameters,
        response: { 200: sheetSchema, ...problems },
      },
    },
    async (request) =>
      viewOf(await opened(actorOf(request), 'read-sheet', (request.params as { id: string }).id)),
  );

  app.get(
    '/api/v1/sheets/:id/:file',
    {
      schema: {
        tags,
        summary: 'Hasil tiap baris · What became of each line',
        params: z.object({ id: sheetId, file: z.string().describe('result.csv or result.xlsx') }),
        response: { ...problems },
      },
    },
    async (request, reply) => {
      const { id, file } = request.params as { id: string; file: string };
      const [name, extension] = file.split('.');
      if (name !== 'result') throw requestRefused('NOT_FOUND', {});
      const wanted = formatOf(extension);
      const found = await opened(actorOf(request), 'read-sheet', id);
      const eventsOf = (stream: string, first: number, last: number) =>
        ledger.readStream(stream, { afterVersion: first - 1, upTo: last });
      return reply
        .type(CONTENT_TYPES[wanted])
        .header('content-disposition', `attachment; filename="${id}.${wanted}"`)
        .send(await resultFile(sheetKindNamed(found.kind), await desk.store.results(id), eventsOf, wanted));
    },
  );

  /** A role that may issue none of the kind's commands may not use the kind at all. */
  async function mayUse(kind: SheetKind, actor: VerifiedActor): Promise<void> {
    await reads.mayReadAtAll(actor, 'check-sheet', `sheets/${kind.name}`);
    const permissions = kind.commands.map((command) => ({ command, ...mayIssue(actor, command) }));
    const [first] = permissions;
    if (first === undefined || permissions.some(({ allowed }) => allowed) || first.allowed) return;
    const subject = `sheets/${kind.name}`;
    await accessLog.record({
      ...{ actor, world: LIVE_WORLD, action: first.command, subject },
      ...{ outcome: 'denied', reason: first.refusal.code },
    });
    throw new RequestRefused(first.refusal);
  }
}

function kindOf(name: string): SheetKind {
  const kind = sheetKindNamed(name);
  if (kind === undefined) throw requestRefused('NOT_FOUND', {});
  return kind;
}

function formatOf(extension: string | undefined): FileFormat {
  const parsed = format.safeParse(extension);
  if (!parsed.success) throw requestRefused('NOT_FOUND', {});
  return parsed.data;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** From the sender's own key: the same upload again is the same sheet. */
const sheetIdOf = (commandId: string): string =>
  `sh${createHash('sha256').update(`titian:sheet:v1:${commandId}`).digest('hex').slice(0, 32)}`;

const viewOf = ({ id, actor: _actor, fileHash: _hash, ...sheet }: Sheet) => ({ sheetId: id, ...sheet });
