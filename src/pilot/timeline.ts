/**
 * All stories on one line of time. A world has one clock, so the stories are played day by day: the clock
 * moves to the day's last step, then each story takes its steps of that day, side by side with the others.
 */
import { compareInstants, instantMilliseconds } from '../domain/time/index.ts';
import type { Instant, LocalDate } from '../domain/time/moment.ts';
import { momentAt, momentOf } from '../domain/time/moments.ts';
import type { Step } from '../scenarios/scenario.ts';
import { isSent, type Story } from './stories.ts';

/** Steps of one story on one day, in order. */
export interface Chain {
  readonly story: Story;
  readonly steps: readonly Step[];
}

export interface Turn {
  readonly date: LocalDate;
  /** Where the clock stands while the turn is played. */
  readonly at: Instant;
  readonly chains: readonly Chain[];
}

interface Timed {
  readonly story: Story;
  readonly step: Step;
  readonly at: Instant;
}

/**
 * The turns in order of time. The very last step has a turn of its own: once it is on record, the whole
 * pilot is.
 */
export function timelineOf(stories: readonly Story[]): readonly Turn[] {
  const steps = stories.flatMap(timed);
  steps.sort((a, b) => compareInstants(a.at, b.at));
  const last = steps.pop();
  const days = new Map<LocalDate, Timed[]>();
  for (const step of steps) {
    const { date } = momentAt(step.at, 'WIB');
    days.set(date, [...(days.get(date) ?? []), step]);
  }
  const turns = [...days.values()].map(turnOf);
  return last === undefined ? turns : [...turns, turnOf([last])];
}

/** A step without a time of its own follows the one before it at once. */
function timed(story: Story): Timed[] {
  const { scenario } = story;
  let reading = scenario.startsAt;
  return scenario.steps.flatMap((step) => {
    reading = step.at ?? reading;
    return isSent(step) ? [{ story, step, at: momentOf(reading, scenario.zone).at }] : [];
  });
}

function turnOf(steps: readonly Timed[]): Turn {
  const byStory = new Map<Story, Step[]>();
  for (const { story, step } of steps) byStory.set(story, [...(byStory.get(story) ?? []), step]);
  const { at } = steps.reduce((latest, step) =>
    instantMilliseconds(step.at) > instantMilliseconds(latest.at) ? step : latest,
  );
  const chains = [...byStory].map(([story, ofStory]) => ({ story, steps: ofStory }));
  return { date: momentAt(at, 'WIB').date, at, chains };
}
