/** Registers: offices, sites, calendars, policies. Open to every role, changed by the registrar. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { REGISTER_COMMANDS } from '../../catalogue/index.ts';
import { isRegisterId, REGISTER_NAMES, type RegisterName } from '../../domain/registers/register-decider.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { acceptedAnswer } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { commandBody, parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { previewCommand } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import {
  acceptedSchema,
  commandHeaders,
  pageSize,
  previewBody,
  previewSchema,
  problems,
} from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['registers'];
const register = z.enum(REGISTER_NAMES as [RegisterName, ...RegisterName[]]);
const entry = z.object({ register, id: z.string(), version: z.int(), value: z.unknown() });
const pageQuery = z.strictObject({ limit: pageSize, cursor: z.string().max(400).optional() });
const commandParameters = z.object({ kind: register, id: z.string() });

export function registerRoutes(app: FastifyInstance, context: RouteContext): void {
  const { dependencies, flow, reads } = context;

  for (const command of Object.values(REGISTER_COMMANDS)) {
    app.post(
      `/api/v1/registers/${command.register}/:id/commands/${command.name}`,
      {
        schema: {
          tags,
          summary: `${command.title.id} · ${command.title.en}`,
          params: z.object({ id: z.string() }),
          headers: commandHeaders,
          body: commandBody(command),
          response: { 200: acceptedSchema, ...problems },
        },
      },
      async (request) => {
        const sender = senderOf(request);
        const { id } = request.params as { id: string };
        const result = await flow.sendToRegister(sender, command.register, id, command.name, request.body);
        return acceptedAnswer(dependencies.ledger, sender.actor, result);
      },
    );
  }

  app.post(
    '/api/v1/registers/:kind/:id/commands/:name/preview',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Akibat sebuah perintah · What a command would do; nothing is recorded',
        params: commandParameters.extend({ name: z.string() }),
        headers: commandHeaders,
        body: previewBody,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const sender = senderOf(request);
      const { kind, id, name } = request.params as { kind: string; id: string; name: string };
      const found = kindOf(kind);
      return previewCommand(context, sender, `${found}/${id}`, (aside) =>
        aside.sendToRegister(sender, found, id, name, request.body),
      );
    },
  );

  app.get(
    '/api/v1/registers/:kind',
    {
      schema: {
        tags,
        summary: 'Isi register · Entries of a register',
        params: z.object({ kind: register }),
        querystring: pageQuery,
        response: {
          200: z.object({ entries: z.array(entry), nextCursor: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-register', 'registers');
      const kind = kindOf((request.params as { kind: string }).kind);
      const { limit, cursor } = parseWith(pageQuery, request.query);
      const [after] = cursor === undefined ? [] : readCursor(cursor, 'id');
      const rows = await dependencies.registers.list(kind, limit + 1, after);
      const entries = rows.slice(0, limit);
      const last = entries.at(-1);
      await reads.note(actor, 'read-register', kind, LIVE_WORLD, { rows: entries.length });
      return {
        entries,
        nextCursor: rows.length > limit && last !== undefined ? writeCursor(last.id) : null,
      };
    },
  );

  app.get(
    '/api/v1/registers/:kind/:id',
    {
      schema: {
        tags,
        summary: 'Satu isi register · One entry',
        params: commandParameters,
        response: { 200: entry, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-register', 'registers');
      const { kind, id } = request.params as { kind: string; id: string };
      const found = isRegisterId(id) ? await dependencies.registers.find(kindOf(kind), id) : undefined;
      if (found === undefined) throw requestRefused('NOT_FOUND', {});
      await reads.note(actor, 'read-register', `${kind}/${id}`, LIVE_WORLD);
      return found;
    },
  );
}

function kindOf(text: string): RegisterName {
  const parsed = register.safeParse(text);
  if (!parsed.success) throw requestRefused('NOT_FOUND', {});
  return parsed.data;
}
