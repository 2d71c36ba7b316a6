/** Who may call a person by name: some roles always, some only as far as the person agreed (G-08). */

import { viewOf } from '../access/views.ts';
import type { Role } from '../domain/decider.ts';
import { consentsTo } from '../domain/journey/referral/state.ts';
import type { JourneyState } from '../domain/journey/state.ts';

/** Whoever agreed to be matched with work, or to be asked about it afterwards, agreed to be spoken to. */
export const isNamedTo = (role: Role, state: JourneyState): boolean => {
  const { identity } = viewOf(role);
  if (identity !== 'NAME_IF_AGREED') return identity !== 'NONE';
  return consentsTo(state, 'MATCHING') || consentsTo(state, 'FOLLOW_UP');
};
