/**
 * Runs a scenario against a driver, step by step, and holds each outcome against what the file expects.
 * The first step that is not as expected ends the run: what follows would only repeat its mistake.
 */
import type { JsonObject, RecordedEvent } from '../domain/decider.ts';
import type { LocalDateTime, Moment } from '../domain/time/moment.ts';
import { momentOf } from '../domain/time/moments.ts';
import type { CaseView, JourneyView, Order, OrderAnswer, ScenarioDriver } from './driver.ts';
import { type EntityName, entityKey } from './entity-name.ts';
import {
  answerFailures,
  armedDeadlines,
  caseFailures,
  deadlineFailures,
  eventFailures,
  looksAtCase,
  stateFailures,
} from './expectations.ts';
import { NamesInRun } from './names-in-run.ts';
import { crossesStreams } from './part-commands.ts';
import { NameUnknown } from './references.ts';
import type { ScenarioResult, StepOutcome, StepResult } from './result.ts';
import {
  actorOf,
  type CommandStep,
  type EntityStep,
  isObject,
  type LaterExpectation,
  type RegisterStep,
  type Scenario,
  type Step,
} from './scenario.ts';

export interface RunOptions {
  /** Called after each step, for progress. */
  readonly onStep?: (result: StepResult, index: number, total: number) => void;
}

export async function runScenario(
  scenario: Scenario,
  driver: ScenarioDriver,
  options: RunOptions = {},
): Promise<ScenarioResult> {
  const run = new ScenarioRun(scenario, driver);
  await driver.open(scenario);
  try {
    const results: StepResult[] = [];
    for (const step of scenario.steps) {
      const result = await run.step(step);
      results.push(result);
      options.onStep?.(result, results.length, scenario.steps.length);
      if (result.failures.length > 0) break;
    }
    return {
      file: scenario.file,
      title: scenario.title,
      driver: driver.name,
      passed: results.every((result) => result.failures.length === 0),
      steps: results,
      notRun: scenario.steps.length - results.length,
      journeys: await run.journeys(),
      entities: await run.entities(),
    };
  } finally {
    await driver.close();
  }
}

interface Happened {
  readonly outcome: StepOutcome;
  readonly answer: OrderAnswer;
  readonly failures: readonly string[];
}

/** One scenario on its way: the pilot holds several and takes their steps in the order of the world's time. */
export class ScenarioRun {
  private readonly names = new NamesInRun();
  private clock: LocalDateTime;
  private commands = 0;
  private readonly registered = new Set<string>();
  private readonly entitiesNamed = new Map<string, EntityName>();
  private readonly waitsForMessages: boolean;

  constructor(
    private readonly scenario: Scenario,
    private readonly driver: ScenarioDriver,
  ) {
    this.clock = scenario.startsAt;
    this.waitsForMessages = crossesStreams(scenario);
  }

  async journeys(): Promise<{ [alias: string]: readonly RecordedEvent[] }> {
    const journeys: { [alias: string]: readonly RecordedEvent[] } = {};
    for (const alias of this.registered) journeys[alias] = await this.driver.events(alias);
    return journeys;
  }

  /** Events of every class, certificate and permit that was named, by the name that the file gives it. */
  async entities(): Promise<{ [name: string]: readonly RecordedEvent[] }> {
    const entities: { [name: string]: readonly RecordedEvent[] } = {};
    for (const [key, name] of this.entitiesNamed) {
      entities[key] = await this.driver.entityEvents(this.names.addressOf(name));
    }
    return entities;
  }

  async step(step: Step): Promise<StepResult> {
    try {
      if (step.at !== null) await this.moveClock(step.at, 'advance');
      const before = await this.countLater(step);
      const happened = await this.happen(step);
      this.names.remember(step, happened.answer.events);
      if (step.entity !== undefined) this.entitiesNamed.set(entityKey(step.entity), step.entity);
      if (this.waitsForMessages && happened.outcome === 'accepted') await this.driver.settle();
      const later = await this.cameLater(step, before);
      const looked = await this.lookAt(step);
      const failures = [...happened.failures, ...later, ...looked.failures];
      return this.result(step, happened, looked.balance, failures);
    } catch (error) {
      if (!(error instanceof NameUnknown)) throw error;
      return this.result(step, nothing('checked', []), null, [error.message]);
    }
  }

  private streamOf({
    person,
    entity,
  }: Pick<LaterExpectation, 'person' | 'entity'>): Promise<readonly RecordedEvent[]> {
    if (entity === null) return this.driver.events(person ?? '');
    this.entitiesNamed.set(entityKey(entity), entity);
    return this.driver.entityEvents(this.names.addressOf(entity));
  }

  /** How many events the streams have where messages are expected to bring more. */
  private async countLater({ expect }: Step): Promise<number[]> {
    const counts: number[] = [];
    for (const later of expect.later) {
      // What the step itself will name does not exist yet.
      counts.push(
        later.entity?.id.startsWith('$') ? await this.countOf(later) : (await this.streamOf(later)).length,
      );
    }
    return counts;
  }

  private async countOf(later: LaterExpectation): Promise<number> {
    try {
      return (await this.streamOf(later)).length;
    } catch (error) {
      if (error instanceof NameUnknown) return 0;
      throw error;
    }
  }

  private async cameLater(step: Step, before: readonly number[]): Promise<string[]> {
    const failures: string[] = [];
    const came: RecordedEvent[] = [];
    for (const [index, later] of step.expect.later.entries()) {
      const events = (await this.streamOf(later)).slice(before[index]);
      came.push(...events);
      const { events: all, includes, without } = later;
      const where = later.entity === null ? later.person : entityKey(later.entity);
      const expected = { ...step.expect, events: all, includes, without };
      failures.push(
        ...eventFailures(expected, events, this.place).map((failure) => `kemudian pada ${where}: ${failure}`),
      );
    }
    this.names.remember(step, came);
    return failures;
  }

  private get place() {
    return { zone: this.scenario.zone, resolve: this.names.resolve };
  }

  private async happen(step: Step): Promise<Happened> {
    switch (step.kind) {
      case 'wait':
        return this.wait(step, step.until, 'advance');
      case 'outage':
        return this.wait(step, step.until, 'outage');
      case 'check':
        return nothing('checked', []);
      case 'register':
        return this.answered(
          step,
          await this.driver.sendToRegister(step.register, this.order(this.meant(step))),
        );
      case 'register-person':
        return this.registerPerson(step);
      case 'command':
        return this.command(step);
      case 'entity':
        return this.entityCommand(step);
    }
  }

  private async registerPerson(step: Extract<Step, { kind: 'register-person' }>): Promise<Happened> {
    const person = this.scenario.people[step.person ?? ''];
    if (person === undefined) throw new NameUnknown('langkah register-person perlu "orang"');
    const order: Order = {
      commandId: this.nextCommandId(),
      name: 'register-person',
      data: {},
      actor: actorOf(step.actor),
    };
    const send = () => this.driver.registerPerson(person, order);
    const answered = await this.repeatedly(step.times, send);
    if (answered.answer.outcome === 'accepted') this.registered.add(person.alias);
    const checked = this.answered(step, answered.answer);
    return { ...checked, failures: [...answered.failures, ...checked.failures] };
  }

  private async command(step: CommandStep): Promise<Happened> {
    const order = this.order({ ...step, data: this.names.dataOf(step) });
    const send = () => this.driver.sendToJourney(step.person ?? '', order);
    const { answer, failures } = await this.repeatedly(step.times, send);
    if (answer.outcome === 'accepted') this.names.learn(step, answer.events);
    const checked = this.answered(step, answer);
    return { ...checked, failures: [...failures, ...checked.failures] };
  }

  private async entityCommand(step: EntityStep): Promise<Happened> {
    const order = this.order(this.meant(step));
    const send = () => this.driver.sendToEntity(this.names.addressOf(step.entity), order);
    const { answer, failures } = await this.repeatedly(step.times, send);
    const checked = this.answered(step, answer);
    return { ...checked, failures: [...failures, ...checked.failures] };
  }

  /** The step with ids in the place of references. */
  private meant<Sent extends EntityStep | RegisterStep>(step: Sent): Sent {
    return { ...step, data: this.names.valueOf(step.data) };
  }

  /** The same request several times: every answer must equal the first (S56). */
  private async repeatedly(times: number, send: () => Promise<OrderAnswer>) {
    const answer = await send();
    const failures: string[] = [];
    for (let time = 2; time <= times; time += 1) {
      const again = await send();
      if (JSON.stringify(again) !== JSON.stringify(answer)) {
        failures.push(`jawaban ke-${time} berbeda dari yang pertama: ${JSON.stringify(again)}`);
      }
    }
    return { answer, failures };
  }

  private answered(step: Step, answer: OrderAnswer): Happened {
    return {
      outcome: answer.outcome,
      answer,
      failures: [
        ...answerFailures(step.expect, answer, this.place),
        ...eventFailures(step.expect, answer.events, this.place),
      ],
    };
  }

  private async wait(step: Step, until: LocalDateTime, mode: 'advance' | 'outage'): Promise<Happened> {
    const people = step.person === null ? [...this.registered] : [step.person];
    const entity = step.entity ?? null;
    const watched =
      entity === null ? people.map((person) => ({ person, entity: null })) : [{ person: null, entity }];
    const before: number[] = [];
    for (const stream of watched) before.push((await this.streamOf(stream)).length);
    await this.moveClock(until, mode);
    const came: RecordedEvent[] = [];
    for (const [index, stream] of watched.entries()) {
      came.push(...(await this.streamOf(stream)).slice(before[index]));
    }
    return { ...nothing('moved', came), failures: eventFailures(step.expect, came, this.place) };
  }

  /** Stage, balance and deadlines, where the step asks for them. */
  private async lookAt(step: Step): Promise<{ balance: JsonObject | null; failures: string[] }> {
    const { expect } = step;
    const failures: string[] = [];
    let balance: JsonObject | null = null;
    const alias = step.person;
    if (step.entity !== undefined) return { balance, failures: await this.lookAtEntity(step, step.entity) };
    if (alias === null || !this.registered.has(alias)) return { balance, failures };
    const caseId = this.names.caseIdOf(alias, step.caseAlias);
    const point = step.kind === 'check' ? pointOf(step, this.scenario.zone) : {};
    if (Object.keys(expect.part).length > 0) {
      const { parts } = await this.driver.view(alias, point);
      failures.push(...stateFailures(this.names.nestedOf(expect.part), parts, this.place));
    }
    if (looksAtCase(expect)) {
      const view = caseId === null ? undefined : caseIn(await this.driver.view(alias, point), caseId);
      if (view === undefined) failures.push('perkara ini tidak ada pada saat itu');
      else failures.push(...caseFailures(expect, view, this.place));
      if (view !== undefined) {
        const { stage = null, creditedMinutes = null, minutesLeft = null } = view;
        balance = { stage, creditedMinutes, minutesLeft };
      }
    }
    if (Object.keys(expect.deadlines).length > 0) {
      const armed = armedDeadlines(await this.driver.events(alias));
      failures.push(...deadlineFailures(expect, armed, caseId, this.place));
    }
    return { balance, failures };
  }

  private async lookAtEntity({ expect }: Step, entity: EntityName): Promise<string[]> {
    const address = this.names.addressOf(entity);
    const failures: string[] = [];
    if (Object.keys(expect.state).length > 0) {
      const view = await this.driver.entityView(address);
      if (view === undefined) failures.push(`${entityKey(entity)} belum ada`);
      else failures.push(...stateFailures(this.names.nestedOf(expect.state), view, this.place));
    }
    if (Object.keys(expect.deadlines).length > 0) {
      const armed = armedDeadlines(await this.driver.entityEvents(address));
      failures.push(...deadlineFailures(expect, armed, null, this.place));
    }
    return failures;
  }

  private order(step: CommandStep | EntityStep | RegisterStep): Order {
    const occurred = step.kind === 'register' ? null : step.occurredAt;
    return {
      commandId: this.nextCommandId(),
      name: step.command,
      data: step.data,
      actor: actorOf(step.actor),
      ...(step.document === null ? {} : { document: step.document }),
      ...(occurred === null ? {} : { occurredAt: momentOf(occurred, this.scenario.zone) }),
    };
  }

  private nextCommandId(): string {
    this.commands += 1;
    return `langkah-${this.commands}`;
  }

  private async moveClock(to: LocalDateTime, mode: 'advance' | 'outage'): Promise<void> {
    if (to <= this.clock) return;
    this.clock = to;
    await this.driver.moveClock(momentOf(to, this.scenario.zone).at, mode);
  }

  private result(
    step: Step,
    { outcome, answer }: Happened,
    balance: JsonObject | null,
    failures: readonly string[],
  ): StepResult {
    const { line, about } = step;
    const { events, warnings } = answer;
    const refusal = answer.refusal ?? null;
    return { line, about, at: this.clock, outcome, refusal, warnings, events, balance, failures };
  }
}

/** A case of any entrance: those beside community service stand in their parts. */
function caseIn({ cases, parts }: JourneyView, caseId: string): CaseView | undefined {
  const found = cases[caseId];
  if (found !== undefined) return found;
  for (const part of Object.values(parts)) {
    const own = isObject(part) ? part.cases : undefined;
    const inPart = Array.isArray(own)
      ? own.find((each) => isObject(each) && each.caseId === caseId)
      : isObject(own)
        ? own[caseId]
        : undefined;
    if (isObject(inPart)) return inPart;
  }
  return undefined;
}

const nothing = (outcome: StepOutcome, events: readonly RecordedEvent[]): Happened => ({
  outcome,
  answer: { outcome: 'accepted', warnings: [], events },
  failures: [],
});

function pointOf(step: Extract<Step, { kind: 'check' }>, zone: Moment['zone']) {
  return {
    ...(step.asOf === null ? {} : { asOf: step.asOf }),
    ...(step.knownAt === null ? {} : { knownAt: momentOf(step.knownAt, zone).at }),
  };
}
