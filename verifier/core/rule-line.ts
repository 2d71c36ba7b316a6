/** A realm behind a line of messages: asks, waits for each answer in turn, and gives up after a limit. */
import {
  type RuleAnswer,
  type RuleRealm,
  type RuleStep,
  RulesDoNotLoad,
  STEP_SECONDS_MAX,
} from './rule-host.ts';
import type { RuleMessage, RuleReply } from './rule-session.ts';

export interface RuleLine {
  send(message: RuleMessage): void;
  /** Ends whatever runs there, at once. */
  stop(): void;
}

/** What the other end of the line tells. */
export interface RuleEar {
  reply(reply: RuleReply): void;
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
  const hear = (heard: Heard): void => {
    if (wake === undefined) waiting.push(heard);
    else wake(heard);
  };
  const line = open({ reply: hear, gone: () => hear('gone') });
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
