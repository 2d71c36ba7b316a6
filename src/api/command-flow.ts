/**
 * The way of one command from a verified actor to the recorded outcome (design 4): role table, shape,
 * request hash over the plaintext, sealing and attestation, register facts, then the gateway. HTTP and
 * the command line both come through here.
 */

import type { AccessLog } from '../access/access-log.ts';
import { outOfReach, type Touched, type VerifiedActor, withinReach } from '../access/reach.ts';
import { type CommandName, mayIssue } from '../access/roles.ts';
import {
  type CatalogueEntry,
  type EntityKind,
  entityEntry,
  journeyEntry,
  registerEntry,
} from '../catalogue/index.ts';
import type { Decider, JsonObject } from '../domain/decider.ts';
import type { CommandAnswer } from '../domain/envelope.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { isRegisterId, type RegisterName, registerStream } from '../domain/registers/register-decider.ts';
import { type CommandGateway, CommandIdReused, LedgerBehind, OutcomeUnknown } from '../gateway/contract.ts';
import { type Ledger, LIVE_WORLD } from '../ledger/ledger.ts';
import type { CandidateList } from '../projections/candidate-list.ts';
import { EntityStates, type Found } from '../projections/entity-states.ts';
import type { IdentityDocument } from '../vault/identity-document.ts';
import type { Vault } from '../vault/vault.ts';
import { type CandidateTokens, createCandidateTokens } from './candidate-tokens.ts';
import { clientCommandId, idAfterMerge, personIdOf } from './client-command-id.ts';
import { type CommandBody, commandBody, parseWith } from './command-body.ts';
import { ENTITY_KINDS, type EntityKindEntry, entityStream } from './entity-kinds/index.ts';
import { type Sight, sightOf } from './event-sight.ts';
import { FactCache } from './fact-cache.ts';
import { touchedByCommand } from './journey-reach.ts';
import { loggable } from './journey-reads.ts';
import { actorOnly, nowIn, prepareCommand, type Target } from './prepare-command.ts';
import { RequestRefused, requestRefused } from './problem.ts';
import { touchedByEntry } from './register-reach.ts';
import { worldId } from './world-id.ts';

export interface CommandFlowDependencies {
  readonly gateway: CommandGateway;
  /** Registers have no workflow: their commands are executed directly. */
  readonly registerGateway: CommandGateway;
  readonly ledger: Pick<Ledger, 'readHead' | 'readStream' | 'facts' | 'findDecision'>;
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  readonly journeyDecider: Decider<JourneyState>;
  readonly inSandbox: boolean;
  /** Absent where nobody looks for workers through this installation. */
  readonly candidates?: CandidateList;
  /** States of journeys as somebody else keeps them; absent = read and kept here. */
  readonly states?: EntityStates<JourneyState>;
  /** Clock of a world minus the real clock, in milliseconds. @throws WorldUnknown */
  readonly clockOffsetOf: (world: string) => Promise<number>;
}

/** Who sends, and under which key of their own. */
export interface Sender {
  readonly actor: VerifiedActor;
  /** The client's key, `Idempotency-Key`. */
  readonly key: string;
}

export interface CommandResult {
  readonly answer: CommandAnswer;
  /** Present where the command was about a journey. */
  readonly personId?: string;
  readonly world: string;
  /** What the sender sees of the journey after it; absent where the command was about none. */
  readonly sight?: Sight;
}

export class CommandFlow {
  readonly states: EntityStates<JourneyState>;
  readonly facts: FactCache;
  readonly #entities: ReadonlyMap<EntityKind, EntityStates<unknown>>;
  readonly #needs: CommandFlowDependencies;
  readonly #tokens: CandidateTokens;

  constructor(needs: CommandFlowDependencies) {
    this.#needs = needs;
    this.#tokens = createCandidateTokens((text) => needs.vault.requestHash(text));
    this.states = needs.states ?? new EntityStates(needs.ledger, needs.journeyDecider);
    this.facts = new FactCache(needs.ledger);
    this.#entities = new Map(
      ENTITY_KINDS.map(({ kind, decider }) => [kind, new EntityStates(needs.ledger, decider)]),
    );
  }

  /** A class, a certificate, a permit or a finding at its head; undefined where nothing was ever recorded. */
  async entity({ kind }: EntityKindEntry, id: string): Promise<Found<unknown> | undefined> {
    return this.#entities.get(kind)?.load(entityStream(kind, id));
  }

  /** Asks for the role alone, before the body is looked at. */
  async mayRegisterPeople(actor: VerifiedActor): Promise<void> {
    await this.#mayIssue(actor, journeyEntry('register-person')!, LIVE_WORLD, {}, 'new');
  }

  /** `POST /api/v1/people`: the identity goes to the vault first, then the command makes the journey. */
  async registerPerson(sender: Sender, body: unknown, world: string): Promise<CommandResult> {
    const entry = journeyEntry('register-person')!;
    await this.#mayIssue(sender.actor, entry, world, {}, 'new');
    if (world !== LIVE_WORLD && !this.#needs.inSandbox) throw requestRefused('SANDBOX_ONLY', {});
    const parsed = parseWith(commandBody(entry), body) as CommandBody;
    const commandId = clientCommandId(sender.actor, sender.key);
    const personId = personIdOf(commandId);
    const target = { stream: `journey/${personId}`, world, personId };
    const begun = await this.#needs.ledger.readHead(target.stream);
    if (begun !== undefined && begun.world !== world) throw requestRefused('COMMAND_ID_REUSED', {});
    await this.#storeIdentity(target, sender.actor, commandId, parsed.data);
    const answer = await this.#send(this.#needs.gateway, entry, target, sender.actor, commandId, parsed);
    return { answer, personId, world, ...(await this.#sightAfter(sender.actor, target, answer)) };
  }

  /** @param followsMerges whether a command that a merged record refused may go on to this one, see `sendToHolder`. */
  async sendToJourney(
    sender: Sender,
    personId: string,
    name: string,
    body: unknown,
    { followsMerges = false }: { readonly followsMerges?: boolean } = {},
  ): Promise<CommandResult> {
    const entry = journeyEntry(name);
    if (entry === undefined) throw requestRefused('NOT_FOUND', {});
    const { actor } = sender;
    // Before anything is looked up: who may not issue it learns nothing about the person.
    await this.#mayIssue(actor, entry, LIVE_WORLD, undefined, personId);
    if (entry.door === 'people') throw requestRefused('NOT_FOUND', {});
    const parsed = parseWith(commandBody(entry), body) as CommandBody;
    const found = await this.states.load(`journey/${personId}`);
    if (found === undefined) throw requestRefused('PERSON_UNKNOWN', {});
    const { world, stream } = found;
    const touched = touchedByCommand(found.entity.domain, name, parsed.data);
    let commandId = clientCommandId(actor, sender.key);
    let earlier = await this.#needs.ledger.findDecision(commandId);
    if (followsMerges && earlier?.stream !== stream && earlier?.detail.refusal?.code === 'PERSON_MERGED') {
      commandId = idAfterMerge(commandId, stream);
      earlier = await this.#needs.ledger.findDecision(commandId);
    }
    // Who sent it while it was in reach gets the first answer again, also after handing the case over.
    if (earlier?.stream !== stream) {
      await this.#mayIssue(actor, entry, world, { ...touched, personId }, personId);
    }
    await this.#refuseClassElsewhere(parsed.data, world);
    await this.#refusePersonElsewhere(parsed.data, world);
    const target = { stream, world, personId, siteIds: touched.siteIds ?? [] };
    const answer = await this.#send(this.#needs.gateway, entry, target, actor, commandId, parsed);
    // Only what the journey accepted becomes the person's identity: a refused link must not change it.
    if (entry.storesIdentity && answer.outcome === 'accepted') {
      await this.#storeIdentity(target, actor, commandId, parsed.data);
    }
    return { answer, personId, world, ...(await this.#sightAfter(actor, target, answer)) };
  }

  /**
   * To a class, a certificate, a permit or a finding: the role first, then the shape, then whose it is.
   * @param world beside an opening command, and only in a sandbox; an entity stays in the world it began in.
   */
  async sendToEntity(
    sender: Sender,
    kind: EntityKindEntry,
    id: string,
    name: string,
    body: unknown,
    world?: unknown,
  ): Promise<CommandResult> {
    const entry = entityEntry(kind.kind, name);
    if (entry === undefined) throw requestRefused('NOT_FOUND', {});
    const { actor } = sender;
    const stream = entityStream(kind.kind, id);
    await this.#mayIssue(actor, entry, LIVE_WORLD, undefined, stream);
    if (entry.door !== 'commands' || !kind.isId(id)) throw requestRefused('NOT_FOUND', {});
    const parsed = parseWith(commandBody(entry), body) as CommandBody;
    const wanted = parseWith(worldId.optional(), world);
    const found = await this.entity(kind, id);
    const begins = kind.opening.includes(name);
    if (found === undefined && !begins) throw requestRefused('NOT_FOUND', {});
    const inWorld = found?.world ?? wanted ?? LIVE_WORLD;
    if (inWorld !== LIVE_WORLD && !this.#needs.inSandbox) throw requestRefused('SANDBOX_ONLY', {});
    const commandId = clientCommandId(actor, sender.key);
    // Who sent it while it was in reach gets the first answer again.
    const isDecided = (await this.#needs.ledger.findDecision(commandId))?.stream === stream;
    if (!isDecided) {
      const touched = kind.touched(found?.entity.domain, parsed.data, actor);
      await this.#mayIssue(actor, entry, inWorld, touched, stream);
    }
    if (wanted !== undefined && wanted !== inWorld) throw requestRefused('NOT_FOUND', { field: 'world' });
    const target = { stream, world: inWorld, subject: stream };
    const { candidates, ledger } = this.#needs;
    const attesting = { actor, world: inWorld, candidates, ledger, tokens: this.#tokens };
    // What was decided is answered again as it was, whoever is there now.
    const attested = isDecided ? undefined : await kind.attests?.(attesting, name, parsed.data);
    const answer = await this.#send(this.#needs.gateway, entry, target, actor, commandId, parsed, attested);
    // A class tells its hours and conditions as a fact.
    this.facts.forget([stream]);
    return { answer, world: inWorld };
  }

  async sendToRegister(
    sender: Sender,
    register: RegisterName,
    id: string,
    name: string,
    body: unknown,
  ): Promise<CommandResult> {
    const entry = registerEntry(register, name);
    if (entry === undefined || !isRegisterId(id)) throw requestRefused('NOT_FOUND', {});
    const { actor } = sender;
    await this.#mayIssue(
      actor,
      entry,
      LIVE_WORLD,
      await this.#touchedEntry(register, id),
      `${register}/${id}`,
    );
    const parsed = parseWith(commandBody(entry), body) as CommandBody;
    const target = { stream: registerStream(register, id), world: LIVE_WORLD };
    const commandId = clientCommandId(actor, sender.key);
    const answer = await this.#send(this.#needs.registerGateway, entry, target, actor, commandId, parsed);
    this.facts.forget([`${register}/${id}`]);
    return { answer, world: LIVE_WORLD };
  }

  /** Facts know no worlds: a class of another world must be as unknown here as any that is not there. */
  async #refuseClassElsewhere({ classId }: JsonObject, world: string): Promise<void> {
    if (typeof classId !== 'string') return;
    const head = await this.#needs.ledger.readHead(`class/${classId}`);
    if (head !== undefined && head.world !== world) throw requestRefused('CLASS_UNKNOWN', { classId });
  }

  /** Two records become one within one world, and only records that there are: the rest would wait for ever. */
  async #refusePersonElsewhere({ otherPersonId }: JsonObject, world: string): Promise<void> {
    if (typeof otherPersonId !== 'string') return;
    const head = await this.#needs.ledger.readHead(`journey/${otherPersonId}`);
    if (head?.world !== world) throw requestRefused('PERSON_UNKNOWN', {});
  }

  /** What an actor sees of a stream's events; undefined for streams that hold nothing personal. */
  async sightOf(actor: VerifiedActor, stream: string): Promise<Sight | undefined> {
    if (!stream.startsWith('journey/')) return undefined;
    const found = await this.states.load(stream);
    return found === undefined ? undefined : sightOf(actor, found.entity.domain);
  }

  async #sightAfter(
    actor: VerifiedActor,
    { stream, world }: Target,
    answer: CommandAnswer,
  ): Promise<{ readonly sight: Sight } | undefined> {
    if (answer.outcome !== 'accepted') return undefined;
    const entity = await this.states.loadAfter(stream, world, answer);
    return { sight: sightOf(actor, entity.domain) };
  }

  async #touchedEntry(register: RegisterName, id: string): Promise<Touched> {
    const [fact] = await this.facts.read([`${register}/${id}`]);
    return touchedByEntry(register, fact?.value);
  }

  /** @param touched undefined = ask for the role alone, before anything was looked up. */
  async #mayIssue(
    actor: VerifiedActor,
    entry: CatalogueEntry,
    world: string,
    touched: Touched | undefined,
    subject: string,
  ): Promise<void> {
    const name = entry.name as CommandName;
    const permission = mayIssue(actor, name);
    if (permission.allowed) {
      if (touched === undefined && permission.rule !== 'INSIDE_ONLY') return;
      const { inSandbox } = this.#needs;
      if (withinReach(permission.rule, actor, touched ?? {}, { inSandbox })) return;
    }
    const refusal = permission.allowed ? outOfReach(permission.rule, actor, name) : permission.refusal;
    await this.#needs.accessLog.record({
      ...{ actor, world, action: name, subject: loggable(subject) },
      ...{ outcome: 'denied', reason: refusal.code },
    });
    throw new RequestRefused(refusal);
  }

  async #storeIdentity(
    target: Target,
    actor: VerifiedActor,
    commandId: string,
    data: JsonObject,
  ): Promise<void> {
    const { personId, world } = target;
    if (personId === undefined) return;
    const stored = await this.#needs.vault.storeIdentity({
      ...{ personId, world, commandId, actor: actorOnly(actor) },
      document: data.identity as unknown as IdentityDocument,
    });
    if (stored.kind === 'command-id-reused') throw requestRefused('COMMAND_ID_REUSED', {});
    if (stored.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
  }

  async #send(
    gateway: CommandGateway,
    entry: CatalogueEntry,
    target: Target,
    actor: VerifiedActor,
    commandId: string,
    body: CommandBody,
    attested?: JsonObject,
  ): Promise<CommandAnswer> {
    const { vault, clockOffsetOf } = this.#needs;
    const { stream, world } = target;
    const clockOffsetMs = await clockOffsetOf(world);
    const now = nowIn(clockOffsetMs);
    const prepared = await prepareCommand(vault, {
      ...{ entry, target, actor, commandId, now, body },
      ...(attested === undefined ? {} : { attested }),
    });
    const { command, requestHash, factKeys } = prepared;
    const facts = await this.facts.read(factKeys);
    try {
      return await gateway.send(stream, world, { command, requestHash, facts, clockOffsetMs });
    } catch (error) {
      throw translated(error, commandId);
    }
  }
}

function translated(error: unknown, commandId: string): unknown {
  if (error instanceof CommandIdReused) return requestRefused('COMMAND_ID_REUSED', { commandId });
  if (error instanceof OutcomeUnknown) return requestRefused('OUTCOME_UNKNOWN', { commandId });
  if (error instanceof LedgerBehind) return requestRefused('LEDGER_BEHIND', { commandId });
  return error;
}
