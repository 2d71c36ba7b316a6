/** The process in which a rule pack runs: a line of JSON in, a line of JSON out, and nothing else. */
import { createInterface } from 'node:readline';
import { RulesDoNotLoad } from '../core/rule-host.ts';
import type { RuleMessage, RuleReply } from '../core/rule-session.ts';
import { disarm } from './disarm.ts';
import { openRealm, type Realm } from './rule-realm.ts';

/** Answers until nobody asks any more. */
export async function serveRules(): Promise<void> {
  const { stdin, stdout } = process;
  const tell = (reply: RuleReply): void => void stdout.write(`${JSON.stringify(reply)}\n`);
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  disarm();
  let realm: Realm | undefined;
  for await (const line of lines) {
    const message = JSON.parse(line) as RuleMessage;
    if ('code' in message) {
      realm = load(message.code);
      tell({ loaded: realm !== undefined });
    } else if ('forget' in message) {
      realm?.forget(message.forget);
    } else {
      // Each answer as it is found: should the next step never end, whoever asked knows which one it was.
      for (const step of message.steps) tell(realm!.answer(message.stream, step));
    }
  }
}

function load(code: string): Realm | undefined {
  try {
    return openRealm(code);
  } catch (error) {
    if (error instanceof RulesDoNotLoad) return undefined;
    throw error;
  }
}
