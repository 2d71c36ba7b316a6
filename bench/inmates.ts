/** Fictitious inmates by the thousand, written through the bulk door: their release dates are what a sheet moves. */
import { journeyEntry } from '../src/catalogue/index.ts';
import type { Actor, Command, Decider, Fact, JsonObject, SourceDocument } from '../src/domain/decider.ts';
import { journeyDecider } from '../src/domain/journey/decider.ts';
import { addDays, momentAt } from '../src/domain/time/index.ts';
import type { LocalDate } from '../src/domain/time/moment.ts';
import { type BulkCommand, createBulkDoor } from '../src/ledger/bulk/bulk-door.ts';
import { createPool } from '../src/ledger/pool.ts';
import { requestHashOf } from './fixture.ts';
import { type LoadResult, runAll } from './load.ts';
import type { Stage } from './stage.ts';

export const PRISON: Actor = { id: 'bench-prison', role: 'PRISON_OFFICER', office: 'lapas-medan' };

export interface Inmate {
  readonly stream: string;
  readonly personId: string;
  /** As far as the sheets sent so far have moved it. */
  releaseOn: LocalDate;
  moves: number;
}

const today = (): LocalDate => momentAt(new Date().toISOString(), 'WIB').date;

const paper: SourceDocument = { kind: 'SK', number: 'CONTOH/1', date: '2026-01-05' };

export function newInmates(run: string, count: number): Inmate[] {
  return Array.from({ length: count }, (_, ordinal) => {
    const personId = `p${requestHashOf(`${run}/inmate/${ordinal}`).slice(0, 32)}`;
    return { stream: `journey/${personId}`, personId, releaseOn: addDays(today(), 700), moves: 0 };
  });
}

/** What the prison database says of each. */
function admission({ personId, releaseOn }: Inmate): Command[] {
  const expiry = releaseOn;
  const command = (name: string, data: JsonObject): Command => ({
    ...{ commandId: `${personId}:${name}`, name, data, actor: PRISON },
  });
  return [
    command('register-person', { provisional: false, nikIndex: personId, identityWarnings: [] }),
    command('import-inmate', {
      registerNumber: `BI.${personId.slice(1, 12)}`,
      sentence: { kind: 'TERM', startedOn: addDays(today(), -100), months: 26, days: 0 },
      stageDates: {
        oneThird: addDays(expiry, -500),
        half: addDays(expiry, -350),
        twoThirds: addDays(expiry, -200),
        expiry,
      },
      probationOffice: 'bapas-medan',
      generalRemissions: 0,
    }),
  ];
}

export function nextMove(inmate: Inmate): Command {
  const { personId, releaseOn: from } = inmate;
  const to = addDays(from, -1);
  inmate.releaseOn = to;
  inmate.moves += 1;
  return {
    ...{ commandId: `${personId}:move:${inmate.moves}`, name: 'change-release-date', actor: PRISON },
    ...{ data: { caseId: 'c1', from, to, reason: 'REMISSION' }, document: paper },
  };
}

export const factKeysOf = ({ name, data }: Command): readonly string[] => [
  ...new Set(journeyEntry(name)?.facts(data as JsonObject, { office: PRISON.office, siteIds: [] })),
];

/** The door in this process, fed with one chunk at a time from each lane. */
export function openDoor(stage: Stage, lanes: number) {
  const pool = createPool(stage.servers.appUrl, { connections: lanes });
  const deciders = new Map([['journey', journeyDecider as Decider<unknown>]]);
  const door = createBulkDoor({ pool, deciders, buildId: 'bench' });
  const facts = new Map<string, Fact>();

  async function lineOf({ stream }: Inmate, command: Command): Promise<BulkCommand> {
    const keys = factKeysOf(command);
    const missing = keys.filter((key) => !facts.has(key));
    if (missing.length > 0) for (const fact of await stage.ledger.facts(missing)) facts.set(fact.key, fact);
    const requestHash = requestHashOf(`${stream}${JSON.stringify(command.data)}`);
    const attached = keys.flatMap((key) => facts.get(key) ?? []);
    return { stream, world: 'live', envelope: { command, requestHash, facts: attached, clockOffsetMs: 0 } };
  }

  async function run(lines: readonly BulkCommand[], chunk: number): Promise<LoadResult> {
    const chunks = Array.from({ length: Math.ceil(lines.length / chunk) }, (_, place) =>
      lines.slice(place * chunk, (place + 1) * chunk),
    );
    const result = await runAll(chunks, lanes, async (some) => {
      const { outcomes } = await door.run(some);
      const bad = outcomes.find(
        (outcome) => outcome.kind !== 'settled' || outcome.answer.outcome !== 'accepted',
      );
      if (bad !== undefined) throw new Error(`a line of the bench was not taken: ${JSON.stringify(bad)}`);
    });
    return { ...result, perSecond: (result.perSecond * lines.length) / chunks.length, count: lines.length };
  }

  return {
    async admit(inmates: readonly Inmate[], chunk: number): Promise<void> {
      const lines: BulkCommand[] = [];
      for (const inmate of inmates)
        for (const command of admission(inmate)) lines.push(await lineOf(inmate, command));
      await run(lines, chunk * 2);
    },
    async move(inmates: readonly Inmate[], chunk: number): Promise<LoadResult> {
      const lines: BulkCommand[] = [];
      for (const inmate of inmates) lines.push(await lineOf(inmate, nextMove(inmate)));
      return run(lines, chunk);
    },
    close: () => pool.end(),
  };
}
