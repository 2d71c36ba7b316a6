/** The one way a command reaches an entity, for HTTP, the relay, sheets and the command line. */
import type { CommandAnswer, CommandEnvelope } from '../domain/envelope.ts';

export interface CommandGateway {
  /**
   * Sends a command to `stream` and waits for its recorded outcome.
   *
   * Retries inside, with the same command id, while the server is unavailable or the run is closing.
   * @throws OutcomeUnknown when no answer came within the deadline: the caller asks again with the same id.
   * @throws CommandIdReused when the command id was used before for another request.
   */
  send(stream: string, world: string, envelope: CommandEnvelope): Promise<CommandAnswer>;
}

/** The command may or may not have been recorded: asking again with the same id tells, and does no harm. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
}

/** The ledger is behind the entity: a backup was restored. Nothing was written; an operator must look. */
export class LedgerBehind extends Error {
  override readonly name = 'LedgerBehind';
}
