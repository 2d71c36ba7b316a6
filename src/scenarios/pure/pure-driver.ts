/** Runs a scenario against the pure deciders: no server, no database, milliseconds. */
import { outOfReach, type Touched, withinReach } from '../../access/reach.ts';
import { isCommandName, mayIssue } from '../../access/roles.ts';
import { entityKindOf, entityStream } from '../../api/entity-kinds/index.ts';
import { touchedByCommand } from '../../api/journey-reach.ts';
import { touchedByEntry } from '../../api/register-reach.ts';
import { type CatalogueEntry, entityEntry, journeyEntry, registerEntry } from '../../catalogue/index.ts';
import type { Actor, Command, JsonObject, RecordedEvent, Refusal } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { STARTING_COMMANDS } from '../../domain/registers/starting-data.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { momentOf } from '../../domain/time/moments.ts';
import type {
  EntityAddress,
  JourneyView,
  Order,
  OrderAnswer,
  PointInTime,
  ScenarioDriver,
} from '../driver.ts';
import { actorOf, type GivenPerson, type Scenario } from '../scenario.ts';
import { attestPerson, sealedData, sealedDocument } from './fake-vault.ts';
import { AUDITOR, asJson, viewOf } from './view.ts';
import { type DecisionMade, PureWorld } from './world.ts';

const REGISTRAR: Actor = { id: 'registrar', role: 'REGISTRAR', office: 'pusat' };

export class PureDriver implements ScenarioDriver {
  readonly name = 'murni';
  private world: PureWorld | undefined;
  private people: Scenario['people'] = {};

  /** @param heard told of every decision, for tests that look at the record behind the events. */
  constructor(private readonly heard?: (made: DecisionMade) => void) {}

  async open(scenario: Scenario): Promise<void> {
    this.people = scenario.people;
    this.world = new PureWorld(momentOf(scenario.startsAt, scenario.zone).at, deciderOfStream, this.heard);
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      this.world.send(stream, { commandId, name, data, actor: REGISTRAR });
    }
    for (const [index, step] of scenario.registers.entries()) {
      const actor = actorOf(step.actor);
      const { command: name, data, document } = step;
      const order = { commandId: `fakta-${index + 1}`, name, data, actor };
      const answer = await this.sendToRegister(
        step.register,
        document === null ? order : { ...order, document },
      );
      if (answer.refusal !== undefined) {
        throw new Error(`${scenario.file}:${step.line}: ${step.about}: ${JSON.stringify(answer.refusal)}`);
      }
    }
  }

  async registerPerson(person: GivenPerson, order: Order): Promise<OrderAnswer> {
    const data = attestPerson(person);
    return this.permitted(order) ?? this.opened.send(streamOf(person.alias), commandOf(order, data));
  }

  async sendToJourney(personAlias: string, order: Order): Promise<OrderAnswer> {
    const person = this.people[personAlias];
    const entry = journeyEntry(order.name);
    if (person === undefined || entry === undefined) return refused('NOT_FOUND', {});
    const forbidden = this.forbidden(order);
    if (forbidden !== undefined) return forbidden;
    const shaped = shapedBy(entry, withIdentity(entry.storesIdentity, order.data, person));
    if ('outcome' in shaped) return shaped;
    const state = this.opened.stateOf(streamOf(personAlias)) as JourneyState;
    const denied = this.permitted(order, touchedByCommand(state, order.name, order.data));
    if (denied !== undefined) return denied;
    const { now } = this.opened;
    const data = sealedData(entry, shaped.data as JsonObject, order.commandId, now, person);
    return this.opened.send(streamOf(personAlias), sealedDocument(commandOf(order, data)));
  }

  async sendToEntity({ kind, id }: EntityAddress, order: Order): Promise<OrderAnswer> {
    const served = entityKindOf(kind);
    const entry = entityEntry(kind, order.name);
    const stream = entityStream(kind, id);
    if (served === undefined || entry === undefined) return refused('NOT_FOUND', {});
    const forbidden = this.forbidden(order);
    if (forbidden !== undefined) return forbidden;
    const shaped = shapedBy(entry, order.data);
    if ('outcome' in shaped) return shaped;
    const begun = this.opened.eventsOf(stream).length > 0;
    if (!begun && !served.opening.includes(order.name)) return refused('NOT_FOUND', {});
    const actor = { ...order.actor, site: order.actor.office };
    const state = begun ? this.opened.stateOf(stream) : undefined;
    const denied = this.permitted(order, served.touched(state, shaped.data, actor));
    if (denied !== undefined) return denied;
    const data = sealedData(entry, shaped.data, order.commandId, this.opened.now);
    return this.opened.send(stream, sealedDocument(commandOf(order, data)));
  }

  async sendToRegister(register: string, order: Order): Promise<OrderAnswer> {
    const [kind = ''] = register.split('/');
    const denied = this.permitted(order, touchedByEntry(kind, this.opened.factValue(register)));
    if (denied !== undefined) return denied;
    const entry = registerEntry(kind, order.name);
    if (entry === undefined) return refused('NOT_FOUND', {});
    const shaped = shapedBy(entry, order.data);
    if ('outcome' in shaped) return shaped;
    return this.opened.send(`register/${register}`, commandOf(order, shaped.data));
  }

  async settle(): Promise<void> {
    // Here every message arrives with the command that sent it.
  }

  async entityEvents({ kind, id }: EntityAddress): Promise<readonly RecordedEvent[]> {
    return this.opened.eventsOf(entityStream(kind, id));
  }

  async entityView({ kind, id }: EntityAddress): Promise<JsonObject | undefined> {
    const stream = entityStream(kind, id);
    if (this.opened.eventsOf(stream).length === 0) return undefined;
    const view = entityKindOf(kind)?.view(AUDITOR, this.opened.stateOf(stream));
    return view === undefined ? undefined : asJson(view);
  }

  async moveClock(to: Instant, mode: 'advance' | 'outage'): Promise<void> {
    if (mode === 'advance') this.opened.advance(to);
    else this.opened.outage(to);
  }

  async events(personAlias: string): Promise<readonly RecordedEvent[]> {
    return this.opened.eventsOf(streamOf(personAlias));
  }

  async view(personAlias: string, point: PointInTime): Promise<JourneyView> {
    const { entity, events } = this.opened.knownAt(streamOf(personAlias), point.knownAt ?? this.opened.now);
    return viewOf(entity.domain as JourneyState, events, point.asOf);
  }

  async close(): Promise<void> {
    this.world = undefined;
  }

  private get opened(): PureWorld {
    if (this.world === undefined) throw new Error('the scenario was not opened');
    return this.world;
  }

  /** The role alone, before anything is looked up. */
  private forbidden({ name, actor }: Order): OrderAnswer | undefined {
    if (!isCommandName(name)) return refused('NOT_FOUND', {});
    const permission = mayIssue(actor, name);
    return permission.allowed ? undefined : refusal(permission.refusal);
  }

  /** The same table and reach as at the API's door (I.6c). */
  private permitted({ name, actor }: Order, touched: Touched = {}): OrderAnswer | undefined {
    if (!isCommandName(name)) return refused('NOT_FOUND', {});
    const permission = mayIssue(actor, name);
    if (!permission.allowed) return refusal(permission.refusal);
    // A token of a site, a centre or a person names it as its office.
    const verified = { ...actor, site: actor.office, person: actor.office };
    const reached = withinReach(permission.rule, verified, touched, { inSandbox: true });
    return reached ? undefined : refusal(outOfReach(permission.rule, actor, name));
  }
}

/** The data as the door lets it pass, or the refusal. */
function shapedBy(entry: CatalogueEntry, data: JsonObject): { data: JsonObject } | OrderAnswer {
  const shaped = entry.data.safeParse(data);
  if (shaped.success) return { data: shaped.data as JsonObject };
  const fields = shaped.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return refused('MALFORMED', { field: fields.join('; ') });
}

const streamOf = (alias: string): string => `journey/${alias}`;

const commandOf = (order: Order, data: JsonObject): Command => ({
  commandId: order.commandId,
  name: order.name,
  data,
  actor: order.actor,
  ...(order.document === undefined ? {} : { document: order.document }),
  ...(order.occurredAt === undefined ? {} : { occurredAt: order.occurredAt }),
});

const refusal = (told: Refusal): OrderAnswer => ({
  outcome: 'refused',
  refusal: told,
  warnings: [],
  events: [],
});

const refused = (code: string, parameters: Refusal['parameters']): OrderAnswer =>
  refusal({ code, parameters });

/** `link-identity` gives the vault the identity of the file's person, now with a NIK. */
const withIdentity = (stores: boolean, data: JsonObject, person: GivenPerson): JsonObject =>
  stores ? { identity: identityOf(person), ...data } : data;

export const identityOf = ({ name, nik, birthDate, sex }: GivenPerson): JsonObject => ({
  name,
  birthDate,
  sex,
  ...(nik === null ? {} : { nik }),
});
