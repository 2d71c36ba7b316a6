/**
 * Runs a scenario through the HTTP API of a sandbox: real shell, real ledger, a world of its own with
 * its own clock. Sites and calendars of the file get ids of their own in each world, because registers
 * are shared by all worlds.
 */
import { randomUUID } from 'node:crypto';
import { entityKindOf } from '../../api/entity-kinds/index.ts';
import type { JsonObject, RecordedEvent, Role } from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { localDateTimeOf, momentOf } from '../../domain/time/moments.ts';
import type {
  EntityAddress,
  JourneyView,
  Order,
  OrderAnswer,
  PointInTime,
  ScenarioDriver,
} from '../driver.ts';
import { identityOf } from '../pure/pure-driver.ts';
import { actorOf, type GivenPerson, type Scenario } from '../scenario.ts';
import { ApiClient, type TokenFor } from './api-client.ts';
import { RegisterNames } from './register-names.ts';

/** Reads and worlds: roles that may look everywhere and move clocks. */
const AUDITOR: { role: Role; office: string } = { role: 'AUDITOR', office: 'inspektorat' };
const REGISTRAR: { role: Role; office: string } = { role: 'REGISTRAR', office: 'pusat' };
/** The API's own limit. */
const EVENTS_PER_PAGE = 200;
/** A list follows within a second or two; a busy machine takes longer. */
const MOST_LOOKS = 120;
const BETWEEN_LOOKS_MS = 250;

/** A world that is there already; its files bring no registers of their own. */
export interface ExistingWorld {
  readonly id: string;
  /** Begins every idempotency key: files that share a world keep theirs apart. */
  readonly keys: string;
}

export class HttpDriver implements ScenarioDriver {
  readonly name = 'HTTP';
  private readonly client: ApiClient;
  private readonly personIds = new Map<string, string>();
  private names = new RegisterNames([], '');
  private people: Scenario['people'] = {};
  private world = '';

  constructor(
    baseUrl: string,
    tokenFor: TokenFor,
    private readonly existing?: ExistingWorld,
  ) {
    this.client = new ApiClient(baseUrl, tokenFor);
  }

  async open(scenario: Scenario): Promise<void> {
    this.people = scenario.people;
    if (this.existing !== undefined) {
      this.world = this.existing.id;
      return;
    }
    const startsAt = momentOf(scenario.startsAt, scenario.zone).at;
    const body = { id: `skenario-${randomUUID().slice(0, 13)}`, startsAt };
    const { answer } = await this.client.call('POST', '/api/v1/sandbox/worlds', { as: REGISTRAR, body });
    this.world = String(answer.id);
    this.names = new RegisterNames(namesOf(scenario), this.world);
    for (const [index, step] of scenario.registers.entries()) {
      const document = step.document === null ? {} : { document: step.document };
      const { command: name, data } = step;
      const order = { commandId: `fakta-${index + 1}`, name, data, actor: actorOf(step.actor), ...document };
      const answer = await this.sendToRegister(step.register, order);
      if (answer.refusal !== undefined) {
        throw new Error(`${scenario.file}:${step.line}: ${step.about}: ${JSON.stringify(answer.refusal)}`);
      }
    }
  }

  async registerPerson(person: GivenPerson, order: Order): Promise<OrderAnswer> {
    const { nik: _nik, ...withoutNik } = identityOf(person);
    const identity = person.provisional ? withoutNik : identityOf(person);
    const body = { identity, provisional: person.provisional, world: this.world };
    const { answer, answered } = await this.post('/api/v1/people', order, body);
    if (typeof answer.personId === 'string') {
      // Told again, the person comes back under the name that the file gave first.
      const personId = this.personIds.get(answer.personId) ?? answer.personId;
      this.personIds.set(person.alias, personId);
      this.names.callPerson(person.alias, personId);
    }
    return answered;
  }

  async sendToJourney(personAlias: string, order: Order): Promise<OrderAnswer> {
    const person = this.people[personAlias];
    const identity =
      order.name === 'link-identity' && person !== undefined ? { identity: identityOf(person) } : {};
    const { otherPersonId: other } = order.data;
    const named = typeof other === 'string' ? { otherPersonId: this.personIds.get(other) ?? other } : {};
    const sent = { ...order, data: { ...identity, ...order.data, ...named } };
    const path = `${this.journeyPath(personAlias)}/commands/${order.name}`;
    return this.withData(this.journeyPath(personAlias), await this.post(path, sent, bodyOf(sent)));
  }

  /** Who may not see all that came of a command gets less of it: an auditor reads it back. */
  private async withData(stream: string, { ledgerCommandId, answered }: Posted): Promise<OrderAnswer> {
    if (answered.outcome !== 'accepted' || ledgerCommandId === undefined) return answered;
    const hidesSome = !answered.events.every(isShownInFull) || answered.events.length === 0;
    if (!hidesSome) return answered;
    const outcome = `/api/v1/commands/${encodeURIComponent(ledgerCommandId)}`;
    const { firstVersion, lastVersion } = (await this.client.call('GET', outcome, { as: AUDITOR })).answer;
    if (typeof firstVersion !== 'number' || typeof lastVersion !== 'number') return answered;
    const query = `after=${firstVersion - 1}&limit=${lastVersion - firstVersion + 1}`;
    const { answer } = await this.client.call('GET', `${stream}/events?${query}`, { as: AUDITOR });
    return { ...answered, events: this.names.fromWorld(answer.events as unknown as RecordedEvent[]) };
  }

  async sendToEntity(entity: EntityAddress, order: Order): Promise<OrderAnswer> {
    const opening = entityKindOf(entity.kind)?.opening.includes(order.name) ?? false;
    const path = this.entityPath(entity);
    await this.findGraduates(order);
    const body = { ...bodyOf(order), ...(opening ? { world: this.world } : {}) };
    return this.withData(path, await this.post(`${path}/commands/${order.name}`, order, body));
  }

  /**
   * Who is shown as a candidate stands in a list that follows the journeys, under a token of the reader's own.
   * Where a file says that graduates are shown, the run waits for them; the name that the file gives to the one
   * who is picked then stands for the first of them.
   */
  private async findGraduates({ actor, data }: Order): Promise<void> {
    const { companion, localGraduates } = data as {
      readonly companion?: { readonly candidate?: string } | null;
      readonly localGraduates?: {
        readonly shown: number;
        readonly units: string[];
        readonly regency: string;
      };
    };
    if (localGraduates === undefined || localGraduates.shown === 0) return;
    const { regency, units, shown } = localGraduates;
    const unit = units[0] === undefined ? {} : { unit: units[0] };
    const query = new URLSearchParams({ world: this.world, regency, ...unit }).toString();
    const search = { as: this.tokenOf(actor) };
    for (let attempt = 1; ; attempt += 1) {
      const { answer } = await this.client.call('GET', `/api/v1/candidates?${query}`, search);
      const found = answer.candidates as unknown as { readonly candidate: string }[];
      if (found.length >= shown || attempt === MOST_LOOKS) {
        const alias = companion?.candidate;
        if (alias !== undefined && found[0] !== undefined)
          this.names.callCandidate(alias, found[0].candidate);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
  }

  async settle(): Promise<void> {
    const path = `/api/v1/sandbox/worlds/${this.world}/settle`;
    for (;;) {
      const { status } = await this.client.call('POST', path, { as: REGISTRAR, refusalsAllowed: true });
      // 409: another run has this world's clock in hand, and settles it on its way.
      if (status !== 409) return;
    }
  }

  async entityEvents(entity: EntityAddress): Promise<readonly RecordedEvent[]> {
    return this.eventsAt(this.entityPath(entity));
  }

  async entityView(entity: EntityAddress): Promise<JsonObject | undefined> {
    const call = { as: AUDITOR, refusalsAllowed: true };
    const { status, answer } = await this.client.call('GET', this.entityPath(entity), call);
    return status === 404 ? undefined : this.names.fromWorld(answer);
  }

  async sendToRegister(register: string, order: Order): Promise<OrderAnswer> {
    const [kind, id] = this.names.toWorld(register).split('/');
    const path = `/api/v1/registers/${kind}/${id}/commands/${order.name}`;
    return (await this.post(path, order, bodyOf(order))).answered;
  }

  async moveClock(to: Instant, mode: 'advance' | 'outage'): Promise<void> {
    const path = `/api/v1/sandbox/worlds/${this.world}/clock`;
    await this.client.call('POST', path, { as: REGISTRAR, body: { to, mode } });
  }

  async events(personAlias: string): Promise<readonly RecordedEvent[]> {
    return this.eventsAt(this.journeyPath(personAlias));
  }

  private async eventsAt(stream: string): Promise<readonly RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for (;;) {
      const after = all.at(-1)?.version ?? 0;
      const query = `after=${after}&limit=${EVENTS_PER_PAGE}`;
      const call = { as: AUDITOR, refusalsAllowed: true };
      const { status, answer } = await this.client.call('GET', `${stream}/events?${query}`, call);
      // Nothing was recorded there yet.
      if (status === 404) return all;
      const page = this.names.fromWorld((answer.events ?? answer.items) as unknown as RecordedEvent[]);
      all.push(...page);
      if (page.length < EVENTS_PER_PAGE) return all;
    }
  }

  async view(personAlias: string, point: PointInTime): Promise<JourneyView> {
    const query = new URLSearchParams({ ...point } as Record<string, string>).toString();
    const path = `${this.journeyPath(personAlias)}${query === '' ? '' : `?${query}`}`;
    const { answer } = await this.client.call('GET', path, { as: AUDITOR });
    return this.names.fromWorld(viewFrom(answer));
  }

  async close(): Promise<void> {
    // A world costs nothing while nobody moves its clock; it stays for whoever wants to look.
  }

  /** The id that registering gave to a person of the file. */
  personIdOf(personAlias: string): string {
    const personId = this.personIds.get(personAlias);
    if (personId === undefined) throw new Error(`orang "${personAlias}" belum terdaftar`);
    return personId;
  }

  private journeyPath(personAlias: string): string {
    return `/api/v1/journeys/${this.personIdOf(personAlias)}`;
  }

  private entityPath({ kind, id }: EntityAddress): string {
    return `/api/v1/${entityKindOf(kind)?.resource}/${this.names.toWorld(id)}`;
  }

  /** Who acts, as a token of this world: a person by its own id. */
  private tokenOf({ id, role, office }: Order['actor']) {
    const named = { role, office: this.names.toWorld(office) };
    if (role === 'PERSON') return { ...named, person: this.personIdOf(office) };
    return id === actorOf({ role, office }).id ? named : { ...named, account: id };
  }

  /** A refusal is an answer; anything else that is not a success ends the run. */
  private async post(path: string, order: Order, body: JsonObject): Promise<Posted> {
    const { status, answer } = await this.client.call('POST', path, {
      as: this.tokenOf(order.actor),
      // One file's step has one key in one world: a step sent again is the same command.
      idempotencyKey: `${this.existing?.keys ?? this.world}:${order.commandId}`,
      body: this.names.toWorld(body),
      refusalsAllowed: true,
    });
    const plain = this.names.fromWorld(answer);
    return {
      answer: plain,
      answered: status >= 400 ? refusalFrom(plain) : acceptanceFrom(plain),
      ...(typeof answer.ledgerCommandId === 'string' ? { ledgerCommandId: answer.ledgerCommandId } : {}),
    };
  }
}

interface Posted {
  readonly answer: JsonObject;
  readonly answered: OrderAnswer;
  /** As the server gave it: names of the world stay in it. */
  readonly ledgerCommandId?: string;
}

const bodyOf = ({ data, document, occurredAt }: Order): JsonObject => ({
  data,
  ...(document === undefined ? {} : { document: { ...document } }),
  ...(occurredAt === undefined
    ? {}
    : { occurredAt: { local: localDateTimeOf(occurredAt), zone: occurredAt.zone } }),
});

function refusalFrom(problem: JsonObject): OrderAnswer {
  const { code, article, parameters } = problem;
  const refusal = {
    code: String(code),
    parameters: (parameters ?? {}) as { [name: string]: string | number },
    ...(typeof article === 'string' ? { article } : {}),
  };
  return { outcome: 'refused', refusal, warnings: [], events: [] };
}

function acceptanceFrom(answer: JsonObject): OrderAnswer {
  const { warnings = [], events = [] } = answer as unknown as Partial<OrderAnswer>;
  const told = warnings.map(({ code, parameters }) => ({ code, parameters }));
  return { outcome: 'accepted', warnings: told, events };
}

/** Cases by id, and the parts as they stand beside them. */
function viewFrom({ cases, ...parts }: JsonObject): JourneyView {
  const listed = (Array.isArray(cases) ? cases : []) as JsonObject[];
  return { cases: Object.fromEntries(listed.map((found) => [String(found.caseId), found])), parts };
}

/** An overlap is shown without the other place to whoever may not know it (G-08). */
const isShownInFull = ({ type, data }: RecordedEvent): boolean =>
  data !== undefined && (type !== 'OverlapFound' || (data as JsonObject).otherSiteId !== undefined);

/** Ids that the file makes up: they must differ from world to world. */
const namesOf = ({ registers, steps }: Scenario): string[] => [
  ...registers.map(({ register }) => register),
  ...steps.flatMap((step) => {
    if (step.kind === 'register') return isFirst(step.command) ? [step.register] : [];
    const { entity } = step;
    return entity === undefined || entity.id.startsWith('$') ? [] : [`${entity.kind}/${entity.id}`];
  }),
];

/** By these an entry comes to be; others speak of one that may be everybody's. */
const isFirst = (command: string): boolean => command.startsWith('register-') || command === 'report-vacancy';
