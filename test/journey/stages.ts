/** A case at each stage of I.2, reached by the usual way: ordered 40 hours, 8 of them worked once it runs. */
import type { Stage } from '../../src/domain/journey/state.ts';
import type { Story } from './story.ts';
import { planned, registered, running, sited, works } from './way.ts';

const c1 = { caseId: 'c1' } as const;
const text = 'sealed:v1:text';
const way = { ruling: { orderedHours: 40, hoursPerDay: 8 } } as const;

function atWork(hours = 40): Story {
  const story = running({ ruling: { orderedHours: hours } });
  works(story, ['2026-03-30'], 8);
  return story.at('2026-04-01T09:00');
}

function reviewed(): Story {
  const story = atWork();
  story.accepts('open-breach-review', { ...c1, note: text });
  return story;
}

function repeating(): Story {
  const story = reviewed();
  story.accepts('record-breach-decision', { ...c1, outcome: 'REPEAT', repeatHours: 16 });
  return story;
}

/** Converted to a fine that is not paid yet. */
function converted(): Story {
  const story = reviewed();
  const fine = { ...c1, outcome: 'REPLACED_FINE', rupiah: 100_000, payBy: '2026-05-01' } as const;
  story.accepts('record-breach-decision', fine);
  return story;
}

function closed(): Story {
  const story = atWork(8);
  story.accepts('sign-completion', c1);
  story.accepts('close-case', { ...c1, reason: 'COMPLETED' });
  return story;
}

const later = (story: Story): Story => story.at('2026-04-01T09:00');

const WAY_TO: { readonly [At in Stage]: () => Story } = {
  REGISTERED: () => later(registered(way)),
  PROFILED: () => {
    const story = registered(way);
    story.accepts('record-profiling', { ...c1, fit: true, workTypes: ['cleaning'] });
    return later(story);
  },
  FINAL: () => {
    const story = registered(way).at('2026-03-18T10:00');
    story.accepts('record-ruling-final', { ...c1, finalOn: '2026-03-18' });
    return later(story);
  },
  ORDERED: () => later(sited(way)),
  PLANNED: () => later(planned(way)),
  RUNNING: () => atWork(),
  HELD: () => {
    const story = atWork();
    story.accepts('suspend-execution', { ...c1, reason: text, resumeOn: '2026-05-01' });
    return story;
  },
  REVIEW: reviewed,
  REPEAT: repeating,
  CONVERTED: converted,
  COMPLETED: () => atWork(8),
  CLOSED: closed,
  VOID: () => {
    const story = later(registered(way));
    story.accepts('void-case', { ...c1, reason: text });
    return story;
  },
};

const reached = new Map<Stage, Story>();

/** A case that stands there, and goes on by itself: the way to each stage is walked once. */
const at = (stage: Stage) => (): Story => {
  const story = reached.get(stage) ?? WAY_TO[stage]();
  reached.set(stage, story);
  return story.fork();
};

export const STAGES = Object.keys(WAY_TO) as readonly Stage[];

export const AT_STAGE = Object.fromEntries(STAGES.map((stage) => [stage, at(stage)])) as {
  readonly [At in Stage]: () => Story;
};
