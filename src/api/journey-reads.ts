/**
 * Reading a journey: permission and reach first, the access log next, then the view of the role. Where the reach is
 * not enough, an emergency grant may open it for a while (break-glass).
 */
import { accessDetail, type Shown, underGrant } from '../access/access-detail.ts';
import type { AccessLog, AccessReceipt } from '../access/access-log.ts';
import type { BreakGlass, BreakGlassGrant } from '../access/break-glass.ts';
import { outOfReach, type VerifiedActor, withinReach } from '../access/reach.ts';
import { mayRead, type ReadName } from '../access/roles.ts';
import { viewOf } from '../access/views.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { EntityStates, Found } from '../projections/entity-states.ts';
import type { Vault } from '../vault/vault.ts';
import { foundIn, tryingTo, worldLookedAt } from './access-watch.ts';
import { touchedByJourney } from './journey-reach.ts';
import { isNamedTo } from './named-to.ts';
import { RequestRefused, requestRefused } from './problem.ts';

export interface ReadRequest {
  readonly actor: VerifiedActor;
  readonly personId: string;
  readonly read: ReadName;
}

/** What an emergency opens: the journey and its history. Papers, lists and commands stay as they are. */
const BEHIND_GLASS: ReadonlySet<ReadName> = new Set<ReadName>([
  'read-journey',
  'read-events',
  'read-identity',
]);

/** A journey that was opened, and the eyes it is seen with: an emergency grant opens every case of it. */
export interface Opened extends Found<JourneyState> {
  readonly actor: VerifiedActor;
}

/** Anything else is nobody's, and does not reach the ledger. */
const PERSON_ID = /^[A-Za-z0-9._-]{1,200}$/;

export class JourneyReads {
  readonly #states: EntityStates<JourneyState>;
  readonly #accessLog: AccessLog;
  readonly #vault: Vault;
  readonly #inSandbox: boolean;
  readonly #breakGlass: Pick<BreakGlass, 'active'> | undefined;

  constructor(needs: {
    states: EntityStates<JourneyState>;
    accessLog: AccessLog;
    vault: Vault;
    inSandbox: boolean;
    breakGlass?: Pick<BreakGlass, 'active'> | undefined;
  }) {
    this.#states = needs.states;
    this.#accessLog = needs.accessLog;
    this.#vault = needs.vault;
    this.#inSandbox = needs.inSandbox;
    this.#breakGlass = needs.breakGlass;
  }

  /**
   * The state that the actor may look at, after the look was written down. Who may see is judged by
   * the state of now, also where the state of then is asked for.
   * @throws RequestRefused NOT_PERMITTED, PERSON_UNKNOWN.
   */
  async open(request: ReadRequest, knownAt?: Instant): Promise<Opened> {
    const { actor, personId, read } = request;
    const stream = `journey/${personId}`;
    await this.mayReadAtAll(actor, read, personId);
    if (!PERSON_ID.test(personId)) throw requestRefused('PERSON_UNKNOWN', {});
    const current = await this.#states.load(stream);
    if (current === undefined) throw requestRefused('PERSON_UNKNOWN', {});
    foundIn(current.world);
    const touched = touchedByJourney(current.entity.domain);
    const grant = await this.#grantFor(actor, read, personId, current.world, touched);
    if (grant === undefined) await this.permit(actor, read, personId, current.world, touched);
    else await this.#noteUnder(grant, actor, read);
    const seenBy = grant === undefined ? actor : { ...actor, brokeGlass: grant.grantId };
    if (knownAt === undefined) return { ...current, actor: seenBy };
    const then = await this.#states.loadKnownAt(stream, knownAt);
    if (then === undefined) throw requestRefused('PERSON_UNKNOWN', {});
    return { ...then, actor: seenBy };
  }

  /** The grant that opens what the actor's role may read and the actor's office does not reach. */
  async #grantFor(
    actor: VerifiedActor,
    read: ReadName,
    personId: string,
    world: string,
    touched: Parameters<typeof withinReach>[2],
  ): Promise<BreakGlassGrant | undefined> {
    const permission = mayRead(actor, read);
    if (!permission.allowed || !BEHIND_GLASS.has(read)) return undefined;
    if (withinReach(permission.rule, actor, touched, { inSandbox: this.#inSandbox })) return undefined;
    return this.#breakGlass?.active(actor, world, personId);
  }

  #noteUnder(grant: BreakGlassGrant, actor: VerifiedActor, read: ReadName): Promise<AccessReceipt> {
    const { world, personId: subject } = grant;
    return this.#accessLog.record({
      ...{ actor: asActor(actor), world, action: read, subject },
      ...{ outcome: 'allowed', reason: underGrant(grant.grantId) },
    });
  }

  /**
   * Asks for the role alone, before anything is looked up or parsed: who may not read at all does not
   * learn what there is. Only a denial is written down here; what comes to nothing later is written down then.
   */
  async mayReadAtAll(actor: VerifiedActor, read: ReadName, subject: string): Promise<void> {
    const permission = mayRead(actor, read);
    const blocked = permission.allowed && permission.rule === 'SANDBOX_ONLY' && !this.#inSandbox;
    if (!permission.allowed || blocked)
      await this.permit(actor, read, loggable(subject), worldLookedAt(), {});
    tryingTo(actor, read, loggable(subject));
  }

  /**
   * Writes down a look at a list, whose rows are narrowed to the actor's reach by the query itself.
   *
   * @param shown how many rows leave and what was asked for: known once they were read, and before they leave.
   */
  async note(
    actor: VerifiedActor,
    read: ReadName,
    subject: string,
    world: string,
    shown?: Shown,
  ): Promise<void> {
    const reason =
      shown === undefined ? {} : { reason: accessDetail(shown, (text) => this.#vault.requestHash(text)) };
    await this.#accessLog.record({
      ...{ actor, world, action: read, subject, outcome: 'allowed', ...reason },
    });
  }

  /** Writes down that something was asked for and not shown, though the actor may read others of its kind. */
  async noteHidden(actor: VerifiedActor, read: ReadName, subject: string, world: string): Promise<void> {
    await this.#accessLog.record({
      ...{ actor: asActor(actor), world, action: read, subject: loggable(subject) },
      ...{ outcome: 'denied', reason: 'NOT_FOUND' },
    });
  }

  /** Writes the access down, allowed or denied. @throws RequestRefused NOT_PERMITTED */
  async permit(
    actor: VerifiedActor,
    read: ReadName,
    subject: string,
    world: string,
    touched: Parameters<typeof withinReach>[2],
  ): Promise<AccessReceipt> {
    const permission = mayRead(actor, read);
    const inSandbox = this.#inSandbox;
    const allowed = permission.allowed && withinReach(permission.rule, actor, touched, { inSandbox });
    if (allowed)
      return this.#accessLog.record({ ...{ actor, world, action: read, subject }, outcome: 'allowed' });
    const refusal = permission.allowed ? outOfReach(permission.rule, actor, read) : permission.refusal;
    await this.#accessLog.record({
      ...{ actor, world, action: read, subject, outcome: 'denied', reason: refusal.code },
    });
    throw new RequestRefused(refusal);
  }

  /** Who the person is, as far as the role's view goes; null once the key was destroyed. */
  async identity(actor: VerifiedActor, found: Found<JourneyState>): Promise<object | null> {
    const state = found.entity.domain;
    const { personId } = state;
    const isNamed = isNamedTo(actor.role, state);
    // A role without any view of this identity is turned away as one that reaches nothing.
    const touched = isNamed ? touchedByJourney(state) : {};
    const grant = await this.#grantFor(actor, 'read-identity', personId, found.world, touched);
    const receipt =
      grant === undefined
        ? await this.permit(actor, 'read-identity', personId, found.world, touched)
        : await this.#noteUnder(grant, actor, 'read-identity');
    if (!isNamed) throw requestRefused('NOT_PERMITTED', { role: actor.role });
    const record = await this.#vault.readIdentity(personId, receipt);
    if (record.kind !== 'identity') return null;
    return viewOf(actor.role).identity === 'FULL' ? { ...record.document } : { name: record.document.name };
  }
}

/** Only what stands in the log, whatever else a verified actor carries. */
const asActor = ({ id, role, office }: VerifiedActor): VerifiedActor => ({ id, role, office });

/** An address may hold anything, also a NIK: only what looks like one of our ids enters the log. */
export const loggable = (subject: string): string =>
  /^[a-z][a-z0-9._/-]{0,150}$/.test(subject) ? subject : 'unknown';
