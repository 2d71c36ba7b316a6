/** A permit in a world in memory, with the registers' starting data. */
import type { Actor, JsonObject } from '../../src/domain/decider.ts';
import { DECIDERS, deciderOfStream } from '../../src/domain/deciders.ts';
import { initialPermit, type PermitState } from '../../src/domain/permit/state.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';

export const employer: Actor = { id: 'a-employer', role: 'EMPLOYER', office: 'pt-contoh-las' };
export const rival: Actor = { id: 'a-rival', role: 'EMPLOYER', office: 'pt-contoh-lain' };
export const office: Actor = { id: 'a-office', role: 'PERMIT_OFFICER', office: 'dit-pptka' };
const registrar: Actor = { id: 'registrar', role: 'REGISTRAR', office: 'pusat' };

export const graduates = (shown = 0) => ({
  ...{ occupation: 'Welder', regency: 'Kota Medan', units: ['C.24LAS01.001.1'], shown },
});
export const companion = { kind: 'OWN_EMPLOYEE', reference: 'SDM-17' };

export const application = (changes: JsonObject = {}): JsonObject => ({
  ...{ permitOffice: 'dit-pptka', position: 'Welding engineer', occupation: 'Welder', workers: 2 },
  ...{ regency: 'Kota Medan', periodFrom: '2026-04-01', periodTo: '2027-03-31' },
  ...{ specialEconomicZone: false, companion, localGraduates: graduates() },
  ...changes,
});

export class PermitWorld {
  private readonly world: PureWorld;
  private sent = 0;

  constructor(startsAt: string, withoutHolidays = true) {
    if (!DECIDERS.has('permit')) throw new Error('permits are not in the house');
    this.world = new PureWorld(momentOf(startsAt, 'WIB').at, deciderOfStream);
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      if (withoutHolidays && name === 'set-holidays') continue;
      this.world.send(stream, { commandId, name, data, actor: registrar });
    }
    for (const { office: id } of [employer, rival]) {
      const data = { name: id, ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'MANUFACTURING' };
      this.registers(`register/employer/${id}`, 'register-employer', data);
    }
  }

  send(name: string, data: JsonObject, actor: Actor) {
    this.sent += 1;
    return this.world.send('permit/p-1', { commandId: `c${this.sent}`, name, data, actor });
  }

  /** Sends and tells the events, without the framework's own. @throws when it is refused. */
  accepts(name: string, data: JsonObject, actor: Actor): string[] {
    const { outcome, refusal, events } = this.send(name, data, actor);
    if (outcome !== 'accepted') throw new Error(`${name}: ${JSON.stringify(refusal)}`);
    return events.map(({ type }) => type).filter((type) => !type.startsWith('Deadline'));
  }

  refuses(name: string, data: JsonObject, actor: Actor): string | undefined {
    return this.send(name, data, actor).refusal?.code;
  }

  /** As of the last command; of a permit nobody has asked for, the initial state. */
  get state(): PermitState {
    return this.world.eventsOf('permit/p-1').length === 0
      ? initialPermit('p-1')
      : (this.world.stateOf('permit/p-1') as PermitState);
  }

  until(reading: string): string[] {
    const before = this.world.eventsOf('permit/p-1').length;
    this.world.advance(momentOf(reading, 'WIB').at);
    return this.world
      .eventsOf('permit/p-1')
      .slice(before)
      .map(({ type }) => type)
      .filter((type) => !type.startsWith('Deadline'));
  }

  registers(stream: string, name: string, data: JsonObject): void {
    this.sent += 1;
    this.world.send(stream, { commandId: `c${this.sent}`, name, data, actor: registrar });
  }
}

/** A permit that ends on 31 March 2027. */
export function approved(withoutHolidays = true, changes: JsonObject = {}): PermitWorld {
  const world = new PermitWorld('2026-03-02T09:00', withoutHolidays);
  world.accepts('apply-for-permit', application(changes), employer);
  world.accepts('assess-feasibility', { feasible: true }, office);
  world.accepts('submit-candidates', { workers: 2, reference: 'CALON-1' }, employer);
  world.accepts('record-payment-reference', { reference: 'NTPN-1' }, employer);
  const approval = { number: 'RPTKA-1', validFrom: '2026-04-01', validTo: '2027-03-31' };
  world.accepts('approve-permit', approval, office);
  return world;
}
