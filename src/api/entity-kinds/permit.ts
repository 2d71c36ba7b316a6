/** Permits as the API names, reaches and shows them: to the employer who asked and the office that decides. */

import { permitDecider } from '../../domain/permit/decider.ts';
import type { PermitState } from '../../domain/permit/state.ts';
import { isRegisterId } from '../../domain/registers/register-decider.ts';
import type { EntityKindEntry } from './entity-kind.ts';
import { attestLocalGraduates } from './local-graduates.ts';

/** Commands in which local graduates are shown or picked. */
const ATTESTED: ReadonlySet<string> = new Set(['apply-for-permit', 'apply-for-extension', 'name-companion']);

export const permitKind: EntityKindEntry<PermitState> = {
  kind: 'permit',
  resource: 'permits',
  title: { id: 'RPTKA', en: 'foreign-worker permit' },
  read: 'read-permit',
  decider: permitDecider,
  opening: ['apply-for-permit'],
  isId: isRegisterId,
  // Whoever applies owns what the application begins.
  touched: (state, _data, actor) => ({
    owners: state === undefined ? [actor.office] : [state.employer, state.permitOffice],
  }),
  attests: async (needs, name, data) => (ATTESTED.has(name) ? attestLocalGraduates(needs, data) : data),
  view: (_actor, state) => (state.status === 'NONE' ? undefined : state),
};
