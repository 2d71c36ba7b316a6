/** Every event of every scenario, and the names of all events there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/domain/decider.ts';
import { parseScenario } from '../../../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../../../src/scenarios/pure/pure-driver.ts';
import { runScenario } from '../../../src/scenarios/run-scenario.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SCENARIOS = join(ROOT, 'test/scenarios');

export interface HappenedEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly file: string;
}

export async function eventsOfAllScenarios(): Promise<readonly HappenedEvent[]> {
  const happened: HappenedEvent[] = [];
  for (const file of readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'))) {
    const driver = new PureDriver(({ stream, round }) => {
      if (round.outcome !== 'accepted') return;
      const kind = stream.slice(0, stream.indexOf('/'));
      for (const { type, data } of round.events) {
        happened.push({ stream: kind, type, data: data as JsonObject, file });
      }
    });
    await runScenario(parseScenario(file, readFileSync(join(SCENARIOS, file), 'utf8')), driver);
  }
  return happened;
}

/** By kind of stream, the files in which its events are written down. */
const EVENT_FILES: { readonly [stream: string]: readonly string[] } = {
  journey: ['', 'prison/', 'referral/', 'training/', 'assessment/', 'employment/', 'keeping/'].map(
    (part) => `journey/${part}events.ts`,
  ),
  class: ['training-class/events.ts'],
  certificate: ['certificate/events.ts'],
  permit: ['permit/events.ts'],
  finding: ['finding/events.ts'],
};

const source = (path: string): string => readFileSync(join(ROOT, 'src/domain', path), 'utf8');

/** Members of the interfaces called `…Events`, as they stand in the source. */
const membersOf = (text: string): readonly string[] =>
  [...text.matchAll(/export interface \w+Events\b[^{]*\{\n([\s\S]*?)\n\}/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/^ {2}([A-Z]\w+):/gm)].map(([, name = '']) => name),
  );

/** Registers write their events where they decide: `type: 'SiteRegistered'`, `event.type === 'SiteAmended'`. */
const registerTypes = (): readonly string[] => {
  const files = readdirSync(join(ROOT, 'src/domain/registers')).filter((name) => name.endsWith('.ts'));
  const all = files.flatMap((file) =>
    [...source(`registers/${file}`).matchAll(/(?:type: |type [!=]== |case |: )'([A-Z][a-z]+[A-Z]\w+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(all)];
};

export const ALL_EVENT_TYPES: readonly { readonly stream: string; readonly type: string }[] = [
  ...Object.entries(EVENT_FILES).flatMap(([stream, files]) =>
    files.flatMap((file) => membersOf(source(file)).map((type) => ({ stream, type }))),
  ),
  ...registerTypes().map((type) => ({ stream: 'register', type })),
  ...['DeadlineArmed', 'DeadlineFired', 'DeadlineCancelled'].map((type) => ({ stream: 'journey', type })),
];
