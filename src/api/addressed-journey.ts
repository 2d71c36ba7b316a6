/**
 * Commands to a journey by what it holds: a proposal, an assessment, a candidate. Whose it is stays here, also
 * while two records of one human become one: the sender never learns of it (G-03, I-8).
 */
import type { Ledger } from '../ledger/ledger.ts';
import { ownEvents } from './answers.ts';
import { clientCommandId } from './client-command-id.ts';
import type { CommandFlow, CommandResult, Sender } from './command-flow.ts';
import { type RequestRefused, requestRefused } from './problem.ts';

export interface Addressed {
  readonly world: string;
  /** `address/proposal/<id>` */
  readonly address: string;
  /** Said where nobody holds it. */
  readonly unknown: RequestRefused;
}

/** More merges in a row than this are a circle. */
const MOST_MERGES = 10;

/**
 * @throws RequestRefused `unknown`; OUTCOME_UNKNOWN between the two halves of a merge: the same key tells later.
 */
export async function sendToHolder(
  needs: {
    readonly ledger: Pick<Ledger, 'holderOf' | 'findDecision' | 'readStream'>;
    readonly flow: CommandFlow;
  },
  sender: Sender,
  { world, address, unknown }: Addressed,
  name: string,
  body: unknown,
): Promise<CommandResult> {
  const { ledger, flow } = needs;
  const earlier = await ledger.findDecision(clientCommandId(sender.actor, sender.key));
  let stream = await ledger.holderOf(world, address);
  // What was decided stays decided where it was, also after the thing went on to another record.
  const decided = earlier !== undefined && earlier.detail.refusal?.code !== 'PERSON_MERGED';
  if (decided && earlier.stream.startsWith('journey/')) stream = earlier.stream;
  if (stream === undefined) throw earlier === undefined ? unknown : requestRefused('OUTCOME_UNKNOWN', {});
  for (let merges = 0; merges < MOST_MERGES; merges += 1) {
    const personId = stream.replace(/^journey\//, '');
    const result = await flow.sendToJourney(sender, personId, name, body, { followsMerges: true });
    if (result.answer.refusal?.code !== 'PERSON_MERGED') {
      const { events } = await ownEvents(ledger, result.answer);
      return { ...result, answer: { ...result.answer, events } };
    }
    const now = await ledger.holderOf(world, address);
    if (now === undefined || now === stream) break;
    stream = now;
  }
  throw requestRefused('OUTCOME_UNKNOWN', {});
}
