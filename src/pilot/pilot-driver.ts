/**
 * The scenario files' way through HTTP, in the pilot's world, able to send everything again. Who may send a
 * command is asked before whether it is known: the staff of an office that has handed a case over are
 * refused their own old command. Then its outcome is looked up by its id, as any sender can.
 */

import type { Order, OrderAnswer } from '../scenarios/driver.ts';
import type { ApiClient, TokenFor } from '../scenarios/http/api-client.ts';
import { HttpDriver } from '../scenarios/http/http-driver.ts';
import { PILOT_WORLD } from './pilot-world.ts';

interface Connection {
  readonly address: string;
  readonly tokenFor: TokenFor;
  readonly client: ApiClient;
}

export class PilotDriver extends HttpDriver {
  readonly #client: ApiClient;
  readonly #keys: string;

  /** @param keys begins the idempotency key of every command. */
  constructor({ address, tokenFor, client }: Connection, keys: string) {
    super(address, tokenFor, { id: PILOT_WORLD, keys });
    this.#client = client;
    this.#keys = keys;
  }

  override async sendToJourney(personAlias: string, order: Order): Promise<OrderAnswer> {
    const answer = await super.sendToJourney(personAlias, order);
    if (answer.refusal?.code !== 'NOT_PERMITTED') return answer;
    return (await this.#firstAnswer(personAlias, order)) ?? answer;
  }

  async #firstAnswer(personAlias: string, { commandId, actor }: Order): Promise<OrderAnswer | undefined> {
    const path = `/api/v1/commands/${this.#keys}:${commandId}`;
    const { status, answer } = await this.#client.call('GET', path, { as: actor, refusalsAllowed: true });
    if (status !== 200 || answer.outcome !== 'accepted') return undefined;
    const [first, last] = [Number(answer.firstVersion), Number(answer.lastVersion)];
    const events = (await this.events(personAlias)).filter(
      ({ version }) => version >= first && version <= last,
    );
    return { outcome: 'accepted', warnings: [], events };
  }
}
