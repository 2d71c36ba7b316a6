/**
 * Runs a scenario against a driver, step by step, and holds each outcome against what the file expects.
 * The first step that is not as expected ends the run: what follows would only repeat its mistake.
 */
import type { JsonObject, RecordedEvent } from '../domain/decider.ts';
import type { LocalDateTime, Moment } from '../domain/time/moment.ts';
import { momentOf } from '../domain/time/moments.ts';
import type { Order, OrderAnswer, ScenarioDriver } from './driver.ts';
import {
  answerFailures,
  armedDeadlines,
  caseFailures,
  deadlineFailures,
  eventFailures,
  looksAtCase,
} from './expectations.ts';
import { NamesInRun, NameUnknown } from './names-in-run.ts';
import type { ScenarioResult, StepOutcome, StepResult } from './result.ts';
import { actorOf, type CommandStep, type RegisterStep, type Scenario, type Step } from './scenario.ts';

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

  constructor(
    private readonly scenario: Scenario,
    private readonly driver: ScenarioDriver,
  ) {
    this.clock = scenario.startsAt;
  }

  async journeys(): Promise<{ [alias: string]: readonly RecordedEvent[] }> {
    const journeys: { [alias: string]: readonly RecordedEvent[] } = {};
    for (const alias of this.registered) journeys[alias] = await this.driver.events(alias);
    return journeys;
  }

  async step(step: Step): Promise<StepResult> {
    try {
      if (step.at !== null) await this.moveClock(step.at, 'advance');
      const happened = await this.happen(step);
      const looked = await this.lookAt(step);
      return this.result(step, happened, looked.balance, [...happened.failures, ...looked.failures]);
    } catch (error) {
      if (!(error instanceof NameUnknown)) throw error;
      return this.result(step, nothing('checked', []), null, [error.message]);
    }
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
        return this.answered(step, await this.driver.sendToRegister(step.register, this.order(step)));
      case 'register-person':
        return this.registerPerson(step);
      case 'command':
        return this.command(step);
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
    const watched = step.person === null ? [...this.registered] : [step.person];
    const before = new Map<string, number>();
    for (const alias of watched) before.set(alias, (await this.driver.events(alias)).length);
    await this.moveClock(until, mode);
    const came: RecordedEvent[] = [];
    for (const alias of watched) came.push(...(await this.driver.events(alias)).slice(before.get(alias)));
    return { ...nothing('moved', came), failures: eventFailures(step.expect, came, this.place) };
  }

  /** Stage, balance and deadlines, where the step asks for them. */
  private async lookAt(step: Step): Promise<{ balance: JsonObject | null; failures: string[] }> {
    const { expect } = step;
    const failures: string[] = [];
    let balance: JsonObject | null = null;
    const alias = step.person;
    if (alias === null || !this.registered.has(alias)) return { balance, failures };
    const caseId = this.names.caseIdOf(alias, step.caseAlias);
    if (looksAtCase(expect)) {
      const point = step.kind === 'check' ? pointOf(step, this.scenario.zone) : {};
      const view = caseId === null ? undefined : (await this.driver.view(alias, point)).cases[caseId];
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

  private order(step: CommandStep | RegisterStep): Order {
    const occurred = step.kind === 'command' ? step.occurredAt : null;
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
