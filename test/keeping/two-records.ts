/** Two records of one human in a world in memory: each with a running case. All fictitious. */
import type { Actor, Command, JsonObject } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';
import { opening, session, startingOn } from '../support/running-case.ts';

export const registrar: Actor = { id: 'a-registrar', role: 'REGISTRAR', office: 'pusat' };

export class TwoRecords {
  readonly world = new PureWorld(momentOf('2026-03-10T09:00', 'WIB').at, deciderOfStream);
  private sent = 0;

  constructor(readonly people: readonly string[] = ['ani', 'ani-2']) {
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      this.world.send(stream, { commandId, name, data, actor: registrar });
    }
    for (const person of people) for (const command of opening()) this.command(person, command);
    this.at('2026-03-30T07:00');
    for (const person of people)
      for (const command of startingOn('2026-03-30')) this.command(person, command);
    this.at('2026-04-10T17:00');
  }

  at(reading: string): this {
    this.world.advance(momentOf(reading, 'WIB').at);
    return this;
  }

  command(person: string, command: Command): void {
    const { outcome, refusal } = this.world.send(`journey/${person}`, command);
    if (outcome !== 'accepted') throw new Error(`${command.name}: ${JSON.stringify(refusal)}`);
  }

  /** Four hours on a date, 08:00 to 12:00. */
  works(person: string, date: string, hours: readonly [string, string] = ['08:00', '12:00']): void {
    this.command(person, session(date, hours));
  }

  send(person: string, name: string, data: JsonObject, actor: Actor = registrar, document = true) {
    this.sent += 1;
    const paper = { kind: 'surat', number: 'S-1', date: '2026-04-01' };
    const command = { commandId: `k${this.sent}`, name, data, actor };
    return this.world.send(`journey/${person}`, document ? { ...command, document: paper } : command);
  }

  state(person: string): JourneyState {
    return this.world.stateOf(`journey/${person}`) as JourneyState;
  }

  types(person: string): string[] {
    return this.world.eventsOf(`journey/${person}`).map(({ type }) => type);
  }

  last<Data>(person: string, type: string): Data | undefined {
    return this.world.eventsOf(`journey/${person}`).findLast((event) => event.type === type)?.data as Data;
  }

  merge(): this {
    const { outcome, refusal } = this.send('ani', 'merge-person', {
      otherPersonId: 'ani-2',
      reason: 'sealed:v1:x',
    });
    if (outcome !== 'accepted') throw new Error(JSON.stringify(refusal));
    return this;
  }
}
