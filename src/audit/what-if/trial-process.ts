/**
 * A process that decides lives again under drafts and does nothing else: a draft that makes a rule count for long
 * keeps nobody waiting but whoever drafted it, and is ended from outside.
 */
import type { Fact } from '../../domain/decider.ts';
import type { FactHistory } from '../fact-history.ts';
import type { FactQuestion, FromProcess, ToProcess, TrialOrder } from './trial-order.ts';
import { triedLife } from './try-draft.ts';

const waiting = new Map<number, (fact: Fact | undefined) => void>();
/** The same few facts are asked for again and again. */
const known = new Map<string, Promise<Fact | undefined>>();
let asked = 0;

const tell = (message: FromProcess): void => {
  process.send?.(message);
};

function ask(question: FactQuestion): Promise<Fact | undefined> {
  const key = JSON.stringify(question);
  const found = known.get(key);
  if (found !== undefined) return found;
  asked += 1;
  const id = asked;
  const answer = new Promise<Fact | undefined>((resolve) => waiting.set(id, resolve));
  known.set(key, answer);
  tell({ kind: 'question', id, question });
  return answer;
}

const facts: FactHistory = {
  at: (key, version) => ask({ ask: 'at', key, version }),
  before: async (key, committedAt) =>
    (await ask({ ask: 'before', key, committedAt })) ?? { key, version: 0, value: null },
};

async function tryOne({ life, draft, until }: TrialOrder): Promise<void> {
  tell({ kind: 'tried', tried: await triedLife(life, facts, draft, until) });
}

process.on('message', (message: ToProcess) => {
  if (message.kind === 'fact') {
    waiting.get(message.id)?.(message.fact);
    waiting.delete(message.id);
  } else tryOne(message.order).catch(({ name }: Error) => tell({ kind: 'failed', error: name }));
});
process.once('disconnect', () => process.exit());
tell({ kind: 'ready' });
