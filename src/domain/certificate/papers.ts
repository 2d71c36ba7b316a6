/** The sheet of a certificate in force was made: a fact, which moves nothing. */
import { accepted, type CommandHandlers, type Evolvers, onCertificate } from './handlers.ts';
import { IN_FORCE } from './status-moves.ts';

export const paperHandlers: CommandHandlers<'note-certificate-paper'> = {
  'note-certificate-paper': onCertificate(IN_FORCE, (_state, { data }) =>
    accepted([{ type: 'PaperNoted', data }]),
  ),
};

export const paperEvolvers: Evolvers<'PaperNoted'> = { PaperNoted: (state) => state };
