/** The process in which a rule pack runs: a line of JSON in, a line of JSON out, and nothing else. */
import { createInterface } from 'node:readline';
import { RulesDoNotLoad } from '../core/rule-host.ts';
import type { RuleMessage, RuleReply, RuleSession } from '../core/rule-session.ts';
import { openSession } from './rule-realm.ts';

/** Answers until nobody asks any more. */
export async function serveRules(): Promise<void> {
  let session: RuleSession | undefined;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = JSON.parse(line) as RuleMessage;
    if ('code' in message) {
      session = load(message.code);
      tell({ loaded: session !== undefined });
    } else if ('forget' in message) {
      session?.forget(message.forget);
    } else {
      // Each answer as it is found: should the next step never end, whoever asked knows which one it was.
      for (const step of message.steps) tell(session!.answer(message.stream, step));
    }
  }
}

const tell = (reply: RuleReply): void => {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
};

function load(code: string): RuleSession | undefined {
  try {
    return openSession(code);
  } catch (error) {
    if (error instanceof RulesDoNotLoad) return undefined;
    throw error;
  }
}
