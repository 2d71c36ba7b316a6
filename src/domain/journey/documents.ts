/** Papers added to a case or to the person: a fact of the record, which moves nothing. */
import { refuseWith } from '../law/refusals.ts';
import { withEntry } from './entries.ts';
import { accepted, type CommandHandlers, caseOf, type Evolvers, requireOffice } from './handlers.ts';

export const documentHandlers: CommandHandlers<'attach-document'> = {
  'attach-document': (state, { data, actor }, context) => {
    if (data.caseId !== undefined) {
      const found = caseOf(state, data.caseId);
      if (found === undefined) return refuseWith('CASE_UNKNOWN', { caseId: data.caseId });
      const refused = requireOffice(found, actor, context);
      if (refused !== undefined) return refused;
    }
    return accepted([{ type: 'DocumentAttached', data }]);
  },
};

export const documentEvolvers: Evolvers<'DocumentAttached'> = {
  DocumentAttached: (state, { data, version }) =>
    withEntry(state, version, 'DocumentAttached', data.caseId ?? null, ''),
};
