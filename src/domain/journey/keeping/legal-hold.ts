/**
 * A legal hold: while it stands, nothing of the record may be anonymised, whatever its time (G-10).
 *
 * LegalHoldPlaced --> held -- LegalHoldLifted --> not held
 *
 * The clocks of retention run on; when one ends under a hold, that is told beside it.
 */
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, requireDocument } from '../handlers.ts';
import { changeKeeping } from './state.ts';

export const legalHoldHandlers: CommandHandlers<'place-legal-hold' | 'lift-legal-hold'> = {
  'place-legal-hold': (state, command) => {
    const refused = requireDocument(command, 'order to hold the record');
    if (refused !== undefined) return refused;
    return state.keeping.legalHold
      ? refuseWith('ALREADY_DONE', {})
      : accepted([{ type: 'LegalHoldPlaced', data: command.data }]);
  },
  'lift-legal-hold': (state, command) => {
    const refused = requireDocument(command, 'order to lift the hold');
    if (refused !== undefined) return refused;
    return state.keeping.legalHold
      ? accepted([{ type: 'LegalHoldLifted', data: command.data }])
      : refuseWith('NO_LEGAL_HOLD', {});
  },
};

export const legalHoldEvolvers: Evolvers<'LegalHoldPlaced' | 'LegalHoldLifted' | 'RetentionHeld'> = {
  LegalHoldPlaced: (state) => changeKeeping(state, { legalHold: true }),
  LegalHoldLifted: (state) => changeKeeping(state, { legalHold: false }),
  RetentionHeld: (state) => state,
};
