/** Papers made from the class, for example the list of those who sit in it: a fact, which moves nothing. */
import { accepted, type CommandHandlers, type Evolvers, onClass } from './handlers.ts';

export const paperHandlers: CommandHandlers<'note-class-paper'> = {
  'note-class-paper': onClass(['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'], (_state, { data }) =>
    accepted([{ type: 'PaperNoted', data }]),
  ),
};

export const paperEvolvers: Evolvers<'PaperNoted'> = { PaperNoted: (state) => state };
