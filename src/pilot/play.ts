/**
 * Plays the pilot through the API that everybody uses. Nothing is remembered outside the ledger: every
 * command has an id made of its file and its place in it, so a start that was killed half-way is finished
 * by the next one, which sends everything again and gets the first answers back. A pilot whose last command
 * is on record is left alone.
 */
import type { Instant } from '../domain/time/moment.ts';
import { momentOf } from '../domain/time/moments.ts';
import { ApiClient, type TokenFor } from '../scenarios/http/api-client.ts';
import { sandboxTokens } from '../scenarios/http/sandbox-tokens.ts';
import { ScenarioRun } from '../scenarios/run-scenario.ts';
import type { Step } from '../scenarios/scenario.ts';
import { inParallel } from './in-parallel.ts';
import { PilotDriver } from './pilot-driver.ts';
import { PilotWorld } from './pilot-world.ts';
import { isSent, readStories, type Story } from './stories.ts';
import { type Turn, timelineOf } from './timeline.ts';

export interface PlayOptions {
  /** Address of the API. */
  readonly address: string;
  /** Ends the play between two commands; the next start goes on. */
  readonly signal: AbortSignal;
  /** Called after each command. */
  readonly onStep: (done: number, total: number) => void;
  readonly stories?: readonly Story[];
}

export interface PlayedStory {
  readonly story: Story;
  readonly driver: PilotDriver;
}

export interface Play {
  /** `found`: an earlier start played it all, and nothing was sent. */
  readonly outcome: 'played' | 'found';
  readonly worldNow: Instant;
  /** Commands sent, those that were known already included. */
  readonly sent: number;
  readonly stories: readonly PlayedStory[];
}

/** A step did not go as its file says. */
export class PilotStopped extends Error {
  override readonly name = 'PilotStopped';
}

/** Stories that are at work at the same time: enough to keep two processors busy. */
const TOGETHER_MAX = 6;

/** @throws PilotStopped, ApiFailure, or the signal's reason. */
export async function playPilot(options: PlayOptions): Promise<Play> {
  const { address, signal, onStep, stories = readStories() } = options;
  const tokenFor = remembered(sandboxTokens(address));
  const client = new ApiClient(address, tokenFor);
  const turns = timelineOf(stories);
  const first = turns[0];
  const last = turns.at(-1);
  if (first === undefined || last === undefined) throw new PilotStopped('the pilot has no cases');
  const found = await PilotWorld.find(client);
  if (found !== undefined && (await isPlayed(client, found, last))) {
    return { outcome: 'found', worldNow: found.now, sent: 0, stories: [] };
  }
  const world = found ?? (await PilotWorld.make(client, startOf(stories)));
  const casts = new Map<Story, Cast>();
  for (const story of stories) {
    casts.set(story, await castOf(story, new PilotDriver({ address, tokenFor, client }, keysOf(story))));
  }
  const total = stories.reduce((sum, { scenario }) => sum + scenario.steps.filter(isSent).length, 0);
  let sent = 0;
  for (const turn of turns) {
    signal.throwIfAborted();
    await world.moveTo(turn.at);
    await inParallel(turn.chains, TOGETHER_MAX, async ({ story, steps }) => {
      for (const step of steps) {
        signal.throwIfAborted();
        await take(casts.get(story)!.run, story, step);
        sent += 1;
        onStep(sent, total);
      }
    });
  }
  const told = [...casts].map(([story, { driver }]) => ({ story, driver }));
  return { outcome: 'played', worldNow: world.now, sent, stories: told };
}

interface Cast {
  readonly driver: PilotDriver;
  readonly run: ScenarioRun;
}

async function castOf(story: Story, driver: PilotDriver): Promise<Cast> {
  await driver.open(story.scenario);
  return { driver, run: new ScenarioRun(story.scenario, driver) };
}

/** The clock has been moved for the whole turn: the run must not ask for it. */
async function take(run: ScenarioRun, story: Story, step: Step): Promise<void> {
  const { failures } = await run.step({ ...step, at: null });
  if (failures.length === 0) return;
  throw new PilotStopped(`${story.scenario.file}, line ${step.line} (${step.about}): ${failures.join('; ')}`);
}

const keysOf = (story: Story): string => `pilot:${story.name}`;

const startOf = (stories: readonly Story[]): Instant =>
  stories.map(({ scenario }) => momentOf(scenario.startsAt, scenario.zone).at).sort()[0]!;

/** Two small questions, so that a second start does not wait for the pilot. */
async function isPlayed(client: ApiClient, world: PilotWorld, last: Turn): Promise<boolean> {
  if (!world.hasReached(last.at)) return false;
  const { story, steps } = last.chains[0]!;
  const step = steps[0]!;
  if (!isSent(step)) return false;
  // A run numbers its commands from one, and the pilot's last command is the last of its own story.
  const number = story.scenario.steps.filter(isSent).length;
  const path = `/api/v1/commands/${keysOf(story)}:langkah-${number}`;
  const { status } = await client.call('GET', path, { as: step.actor, refusalsAllowed: true });
  return status === 200;
}

/** One token for each role and office in all stories. */
function remembered(tokenFor: TokenFor): TokenFor {
  const tokens = new Map<string, Promise<string>>();
  return (role, office, details = {}) => {
    const key = `${role}@${office}@${details.person ?? ''}@${details.account ?? ''}`;
    const known = tokens.get(key) ?? Promise.resolve(tokenFor(role, office, details));
    tokens.set(key, known);
    return known;
  };
}
