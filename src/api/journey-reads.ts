/** Reading a journey: permission and reach first, the access log next, then the view of the role. */
import type { AccessLog, AccessReceipt } from '../access/access-log.ts';
import { outOfReach, type VerifiedActor, withinReach } from '../access/reach.ts';
import { mayRead, type ReadName } from '../access/roles.ts';
import { viewOf } from '../access/views.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { Instant } from '../domain/time/moment.ts';
import { LIVE_WORLD } from '../ledger/ledger.ts';
import type { EntityStates, Found } from '../projections/entity-states.ts';
import type { Vault } from '../vault/vault.ts';
import { touchedByJourney } from './journey-reach.ts';
import { RequestRefused, requestRefused } from './problem.ts';

export interface ReadRequest {
  readonly actor: VerifiedActor;
  readonly personId: string;
  readonly read: ReadName;
}

/** Anything else is nobody's, and does not reach the ledger. */
const PERSON_ID = /^[A-Za-z0-9._-]{1,200}$/;

export class JourneyReads {
  readonly #states: EntityStates<JourneyState>;
  readonly #accessLog: AccessLog;
  readonly #vault: Vault;
  readonly #inSandbox: boolean;

  constructor(needs: {
    states: EntityStates<JourneyState>;
    accessLog: AccessLog;
    vault: Vault;
    inSandbox: boolean;
  }) {
    this.#states = needs.states;
    this.#accessLog = needs.accessLog;
    this.#vault = needs.vault;
    this.#inSandbox = needs.inSandbox;
  }

  /**
   * The state that the actor may look at, after the look was written down. Who may see is judged by
   * the state of now, also where the state of then is asked for.
   * @throws RequestRefused NOT_PERMITTED, PERSON_UNKNOWN.
   */
  async open(request: ReadRequest, knownAt?: Instant): Promise<Found<JourneyState>> {
    const { actor, personId, read } = request;
    const stream = `journey/${personId}`;
    await this.mayReadAtAll(actor, read, personId);
    if (!PERSON_ID.test(personId)) throw requestRefused('PERSON_UNKNOWN', {});
    const current = await this.#states.load(stream);
    if (current === undefined) throw requestRefused('PERSON_UNKNOWN', {});
    await this.permit(actor, read, personId, current.world, touchedByJourney(current.entity.domain));
    if (knownAt === undefined) return current;
    const then = await this.#states.loadKnownAt(stream, knownAt);
    if (then === undefined) throw requestRefused('PERSON_UNKNOWN', {});
    return then;
  }

  /**
   * Asks for the role alone, before anything is looked up or parsed: who may not read at all does not
   * learn what there is. Only a denial is written down here.
   */
  async mayReadAtAll(actor: VerifiedActor, read: ReadName, subject: string): Promise<void> {
    const permission = mayRead(actor, read);
    const blocked = permission.allowed && permission.rule === 'SANDBOX_ONLY' && !this.#inSandbox;
    if (!permission.allowed || blocked) await this.permit(actor, read, loggable(subject), LIVE_WORLD, {});
  }

  /** Writes down a look at a list, whose rows are narrowed to the actor's reach by the query itself. */
  async note(actor: VerifiedActor, read: ReadName, subject: string, world: string): Promise<void> {
    await this.#accessLog.record({ ...{ actor, world, action: read, subject }, outcome: 'allowed' });
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
    const receipt = await this.permit(actor, 'read-identity', personId, found.world, touchedByJourney(state));
    const visibility = viewOf(actor.role).identity;
    if (visibility === 'NONE') throw requestRefused('NOT_PERMITTED', { role: actor.role });
    const record = await this.#vault.readIdentity(personId, receipt);
    if (record.kind !== 'identity') return null;
    return visibility === 'FULL' ? { ...record.document } : { name: record.document.name };
  }
}

/** An address may hold anything, also a NIK: only what looks like one of our ids enters the log. */
export const loggable = (subject: string): string =>
  /^[a-z][a-z0-9._/-]{0,150}$/.test(subject) ? subject : 'unknown';
