/**
 * Delivers the messages that decisions left behind: at least once on the wire, once in effect, since
 * each becomes a command under an id derived from the message. In order per source and target: a
 * message that fails holds back those after it, and no others.
 */
import type { Actor, Command, JsonValue } from '../src/domain/decider.ts';
import type { CommandGateway } from '../src/gateway/contract.ts';
import { type Ledger, LIVE_WORLD, type UndeliveredMessage } from '../src/ledger/ledger.ts';

export interface RelayDependencies {
  readonly ledger: Ledger;
  /** Entities with a workflow. */
  readonly gateway: CommandGateway;
  /** Registers, which are executed directly. */
  readonly registers: CommandGateway;
  /** Streams that a broadcast target stands for, complete up to the message's own commit. */
  readonly audience: (message: UndeliveredMessage) => Promise<readonly { stream: string; world: string }[]>;
  readonly clockOffsetOf: (world: string) => Promise<number>;
  readonly onFailure?: (message: UndeliveredMessage, error: unknown) => void;
}

/** Lanes looked at in one round: more than this many stuck ones would need an operator in any case. */
const LANES_MAX = 1_000;
/** Messages under way at the same time. */
const TOGETHER_MAX = 10;
const RELAY: Actor = { id: 'relay', role: 'SYSTEM', office: 'system' };

/** Broadcast targets begin with this: `all/site/<id>` stands for every journey that works there. */
export const BROADCAST = 'all/';

/** One round: the oldest message of each source and target; answers how many were delivered. */
export async function deliverMessages(dependencies: RelayDependencies): Promise<number> {
  const heads = await dependencies.ledger.undelivered(LANES_MAX);
  let delivered = 0;
  for (let next = 0; next < heads.length; next += TOGETHER_MAX) {
    const together = heads.slice(next, next + TOGETHER_MAX);
    const done = await Promise.all(together.map((message) => deliverOne(dependencies, message)));
    delivered += done.filter(Boolean).length;
  }
  return delivered;
}

async function deliverOne(dependencies: RelayDependencies, message: UndeliveredMessage): Promise<boolean> {
  try {
    const outcome = await deliver(dependencies, message);
    await dependencies.ledger.markDelivered(message.id, outcome);
    return true;
  } catch (error) {
    dependencies.onFailure?.(message, error);
    return false;
  }
}

async function deliver(dependencies: RelayDependencies, message: UndeliveredMessage): Promise<string> {
  const isBroadcast = message.target.startsWith(BROADCAST);
  const targets = isBroadcast
    ? await dependencies.audience(message)
    : [{ stream: message.target, world: message.world }];
  const outcomes: string[] = [];
  for (const { stream, world: named } of targets) {
    // Registers are shared by all worlds and live in the real one.
    const world = stream.startsWith('register/') ? LIVE_WORLD : named;
    const command: Command = {
      // By the message, not by how many are meant today: a second try finds another audience.
      commandId: isBroadcast ? `${message.id}:${stream}` : message.id,
      name: message.name,
      data: JSON.parse(message.data) as JsonValue,
      actor: RELAY,
    };
    const door = stream.startsWith('register/') ? dependencies.registers : dependencies.gateway;
    const answer = await door.send(stream, world, {
      command,
      // A message is its own request: the ledger wrote it, nobody else can send under its id.
      requestHash: command.commandId,
      facts: [],
      clockOffsetMs: await dependencies.clockOffsetOf(world),
    });
    outcomes.push(answer.outcome);
  }
  return outcomes.includes('fault') ? 'fault' : outcomes.includes('refused') ? 'refused' : 'accepted';
}
