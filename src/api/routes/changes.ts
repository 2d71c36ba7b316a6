/** What other offices did to the people of the asking desk, and that somebody has taken note of it. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import { PART_OF_EVENT } from '../../domain/journey/decider.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { ChangeElsewhere, ChangesElsewhere } from '../../projections/changes-elsewhere.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { seesEvent, shownData, sightOf } from '../event-sight.ts';
import { personParameters, problems } from '../route-schemas.ts';
import { desksOf } from '../work/desk.ts';
import { FOLLOWED_EVENTS } from '../work/followed-events.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

/** How far back anybody is told; older ones stand in the history of the person. */
const DAYS = 60;
const MOST_CHANGES = 50;
/** Pages of changes that are looked through for one that may be told. */
const MOST_ROUNDS = 10;
const DAY_MS = 24 * 3_600_000;

const tags = ['work'];
const inWorld = z.strictObject({ world: worldId.optional() });
const answer = z.object({
  changes: z.array(
    z.object({
      personId: z.string(),
      version: z.int(),
      type: z.string(),
      data: z.unknown().optional(),
      occurredAt: z.unknown(),
      recordedAt: z.string(),
      by: z.object({ role: z.string(), office: z.string() }),
    }),
  ),
  more: z.boolean(),
});
const seen = z.strictObject({
  seen: z
    .array(z.strictObject({ personId: personParameters.shape.personId, upTo: z.int().min(1) }))
    .min(1)
    .max(200),
  world: worldId.exactOptional(),
});

export function changeRoutes(app: FastifyInstance, context: RouteContext, changes: ChangesElsewhere): void {
  const { dependencies, flow, reads } = context;
  const { vault, ledger, clockOffsetOf } = dependencies;
  /** Marks of one world mean nothing in another; the table holds no account in clear. */
  const accountOf = ({ id, role }: VerifiedActor, world: string) =>
    vault.requestHash(JSON.stringify(['acknowledgement', world, role, id]));

  async function told(actor: VerifiedActor, world: string, change: ChangeElsewhere) {
    const stream = `journey/${change.personId}`;
    const state = await flow.states.load(stream);
    if (state?.world !== world) return [];
    const [event] = await ledger.readStream(stream, { afterVersion: change.version - 1, limit: 1 });
    if (event === undefined || event.version !== change.version) return [];
    const sight = sightOf(actor, state.entity.domain);
    const full = seesEvent(sight, event);
    // Who has a part of its own knows that something happened there, not what was written down of it.
    if (!full && !isOwnPart(actor, state.entity.domain, event)) return [];
    const { personId, version, type, recordedAt, byRole: role, byOffice: office } = change;
    const { occurredAt } = event;
    const data = full ? { data: unsealed(shownData(sight, event)) } : {};
    return [{ personId, version, type, ...data, occurredAt, recordedAt, by: { role, office } }];
  }

  app.get(
    '/api/v1/changes',
    {
      schema: {
        tags,
        summary: 'Perubahan dari kantor lain · What other offices changed',
        querystring: inWorld,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-changes', 'changes');
      const { world = LIVE_WORLD } = parseWith(inWorld, request.query);
      const since = new Date(Date.now() + (await clockOffsetOf(world)) - DAYS * DAY_MS).toISOString();
      const asked = {
        ...{ world, role: actor.role, desks: desksOf(actor), account: accountOf(actor, world), since },
        types: FOLLOWED_EVENTS[actor.role] ?? [],
      };
      const shown: Awaited<ReturnType<typeof told>> = [];
      let more = true;
      // What this desk may not be told cannot be ticked off by it, and must not stand before what it may.
      for (let round = 0; round < MOST_ROUNDS && more && shown.length === 0; round += 1) {
        const rows = await changes.list(asked, MOST_CHANGES + 1, round * MOST_CHANGES);
        more = rows.length > MOST_CHANGES;
        for (const row of rows.slice(0, MOST_CHANGES)) shown.push(...(await told(actor, world, row)));
      }
      await reads.note(actor, 'list-changes', 'changes', world, { rows: shown.length });
      return { changes: shown, more };
    },
  );

  app.post(
    '/api/v1/changes/acknowledged',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Saya sudah tahu · Take note of what others changed',
        body: seen,
        response: { 200: z.object({ acknowledged: z.int() }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-changes', 'changes');
      const { seen: marks, world = LIVE_WORLD } = parseWith(seen, request.body);
      // One mark for each journey: the furthest.
      const furthest = new Map<string, number>();
      for (const { personId, upTo } of marks) {
        furthest.set(personId, Math.max(upTo, furthest.get(personId) ?? 0));
      }
      await changes.acknowledge(
        accountOf(actor, world),
        [...furthest].map(([personId, upTo]) => ({ personId, upTo })),
      );
      await reads.note(actor, 'list-changes', 'changes', world, { rows: 0 });
      return { acknowledged: furthest.size };
    },
  );
}

/** A referral is the centre's and the referrer's part: each reads the referral itself, too. */
function isOwnPart(
  { role, office }: VerifiedActor,
  { referral }: JourneyState,
  event: RecordedEvent,
): boolean {
  if (PART_OF_EVENT.get(event.type) !== 'referral') return false;
  const { caseId } = event.data as { readonly caseId?: string };
  const own = Object.values(referral.cases).filter(
    ({ centre, referrer }) =>
      (role === 'TRAINING_CENTRE_ADMINISTRATOR' && centre === office) ||
      (role === 'REFERRAL_OFFICER' && referrer === office),
  );
  return caseId === undefined ? own.length > 0 : own.some((found) => found.caseId === caseId);
}

/** Notes stay sealed: a first page tells what happened, the history tells the rest. */
function unsealed(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => typeof value !== 'string' || !value.startsWith('sealed:')),
  );
}
