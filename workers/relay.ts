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

/** More merges in a row than this are a circle. */
const MOST_MERGES = 10;

/** What a merged record refuses is for the surviving one. */
async function sendAfterMerges(
  dependencies: RelayDependencies,
  stream: string,
  world: string,
  command: Command,
): Promise<string> {
  const door = stream.startsWith('register/') ? dependencies.registers : dependencies.gateway;
  const clockOffsetMs = await dependencies.clockOffsetOf(world);
  let target = stream;
  for (let merges = 0; ; merges += 1) {
    const commandId = merges === 0 ? command.commandId : `${command.commandId}:${target}`;
    // A message is its own request: the ledger wrote it, nobody else can send under its id.
    const envelope = { command: { ...command, commandId }, requestHash: commandId, facts: [], clockOffsetMs };
    const answer = await door.send(target, world, envelope);
    const survivor =
      answer.refusal?.code === 'PERSON_MERGED' ? answer.refusal.parameters.personId : undefined;
    if (survivor === undefined || merges === MOST_MERGES) return answer.outcome;
    target = `journey/${survivor}`;
  }
}

/** A thing without a stream of its own, `address/enrolment/<id>`: whoever claimed it takes its messages. */
const ADDRESS = 'address/';

/** @throws while nobody holds the address: between a merge's two halves the message waits. */
async function addressed(
  { ledger }: RelayDependencies,
  { target, world }: UndeliveredMessage,
): Promise<{ stream: string; world: string }> {
  if (!target.startsWith(ADDRESS)) return { stream: target, world };
  const stream = await ledger.holderOf(world, target);
  if (stream === undefined) throw new Error('nobody holds this address');
  return { stream, world };
}

async function deliver(dependencies: RelayDependencies, message: UndeliveredMessage): Promise<string> {
  const isBroadcast = message.target.startsWith(BROADCAST);
  const targets = isBroadcast
    ? await dependencies.audience(message)
    : [await addressed(dependencies, message)];
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
    outcomes.push(await sendAfterMerges(dependencies, stream, world, command));
  }
  return outcomes.includes('fault') ? 'fault' : outcomes.includes('refused') ? 'refused' : 'accepted';
}
