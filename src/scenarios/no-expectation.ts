/** Nothing more is looked at than that the step is accepted. */
import type { Expectation } from './scenario.ts';

export const NO_EXPECTATION: Expectation = {
  refusal: null,
  warnings: null,
  events: null,
  includes: [],
  without: [],
  stage: null,
  creditedMinutes: null,
  minutesLeft: null,
  deadlines: {},
  state: {},
  part: {},
  later: [],
};
