import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of minutes, longest first: begun last, one of them would leave the other processor idle until it ends. */
const LONG = [
  'test/scenarios.api.test.ts',
  // It waits for a product that plays its pilot: what must not be slow begins after that.
  'test/console/stories/every-page.browser.test.ts',
  'test/chaos.crash.test.ts',
  'test/pilot/pilot.api.test.ts',
  'test/docs/tour.api.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? LONG.length : place;
};

/** As Vitest would, but for the few files whose length it cannot guess in a fresh clone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
