/** A realm behind a line of messages: asks, waits for each answer in turn, and gives up after a limit. */
import {
  type RuleAnswer,
  type RuleRealm,
  type RuleStep,
  RulesDoNotLoad,
  STEP_SECONDS_MAX,
} from './rule-host.ts';
import { type RuleMessage, type RuleReply, replyOf } from './rule-session.ts';

export interface RuleLine {
  send(message: RuleMessage): void;
  /** Ends whatever runs there, at once. */
  stop(): void;
}

/** What the other end of the line tells. */
export interface RuleEar {
  /** Looked at before it is believed. */
  reply(told: unknown): void;
  gone(): void;
}

type Heard = RuleReply | 'gone' | 'silent';

/** @param open begins the other end. Rejects with {@link RulesDoNotLoad}. */
export async function realmOverLine(
  code: string,
  open: (ear: RuleEar) => RuleLine,
  limitSeconds: number = STEP_SECONDS_MAX,
): Promise<RuleRealm> {
  const waiting: Heard[] = [];
  let wake: ((heard: Heard) => void) | undefined;
  /** Answers that were asked for and have not come. Nobody listens to more. */
  let owed = 1;
  const hear = (heard: Heard): void => {
    if (wake === undefined) waiting.push(heard);
    else wake(heard);
  };
  const line = open({
    reply: (told) => {
      const reply = replyOf(told);
      owed -= 1;
      if (reply !== undefined && owed >= 0) return hear(reply);
      line.stop();
      if (owed >= -1) hear('gone');
    },
    gone: () => hear('gone'),
  });
  const next = (): Promise<Heard> =>
    new Promise((resolve) => {
      const early = waiting.shift();
      if (early !== undefined) return resolve(early);
      const timer = setTimeout(() => wake?.('silent'), limitSeconds * 1_000);
      wake = (heard) => {
        wake = undefined;
        clearTimeout(timer);
        resolve(heard);
      };
    });

  line.send({ code });
  const loaded = await next();
  if (typeof loaded === 'string' || !('loaded' in loaded) || !loaded.loaded) {
    line.stop();
    throw new RulesDoNotLoad();
  }
  return {
    async run(stream: string, steps: readonly RuleStep[]): Promise<readonly RuleAnswer[]> {
      owed += steps.length;
      line.send({ stream, steps });
      const answers: RuleAnswer[] = [];
      while (answers.length < steps.length) {
        const heard = await next();
        if (typeof heard === 'string' || 'loaded' in heard) {
          line.stop();
          answers.push({ failure: { kind: heard === 'silent' ? 'silent' : 'gone', name: '' } });
          break;
        }
        answers.push(heard);
      }
      return answers;
    },
    forget: (stream) => line.send({ forget: stream }),
    close: () => line.stop(),
  };
}
