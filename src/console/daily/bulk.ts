/**
 * Many of the same kind at once: one outcome, a command for each line that was ticked, a result for each. The ids of the
 * commands derive from the form's own id, so that the whole may be sent again and nothing counts twice.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../api.ts';
import type { SignedIn } from '../page.ts';
import type { TokenRole } from '../session/session.ts';
import { isUndecided } from '../undecided.ts';
import type { Words } from '../words/words.ts';
import { fewAtATime } from './few-at-a-time.ts';

export interface BulkRow {
  /** All that the command needs to know of the line: ids, joined by `/`. */
  readonly key: string;
  readonly label: string;
  readonly facts: string;
}

export interface BulkOutcome {
  readonly value: string;
  readonly words: Words;
  /** What comes of it, before it is done. */
  readonly consequence?: Words;
}

export interface BulkList {
  readonly rows: readonly BulkRow[];
  /** What stands besides, the same for all lines. */
  readonly fields: readonly BulkField[];
  readonly back: string;
  /** Where further lines are, if this is not all. */
  readonly next?: string;
}

export interface BulkField {
  readonly name: string;
  readonly words: Words;
  readonly value: string;
  readonly type: 'month' | 'hidden';
}

export interface BulkCommand {
  readonly path: string;
  readonly data: object;
}

export interface BulkKind {
  /** In the address. */
  readonly name: string;
  readonly roles: readonly TokenRole[];
  /** Where in the menu it belongs. */
  readonly within: string;
  readonly title: Words;
  readonly lead: Words;
  readonly empty: Words;
  readonly outcomes: readonly BulkOutcome[];
  list(asked: SignedIn): Promise<BulkList>;
  /** Undefined where the line or the outcome is none of this kind. */
  commandOf(
    parts: readonly string[],
    outcome: string,
    field: (name: string) => string,
  ): BulkCommand | undefined;
  /** What is said of a refusal here, where that is more than the law's own sentence. */
  refused?(asked: SignedIn, parts: readonly string[], problem: Problem): Promise<Told | undefined>;
}

export interface Told {
  readonly sentence: Words;
  readonly next: Words;
}

export interface BulkResult {
  readonly row: BulkRow;
  readonly outcome: 'recorded' | 'refused' | 'later';
  readonly told?: Told & Partial<Pick<Problem, 'article'>>;
}

/** Two cores serve everybody: one desk's long list leaves room for the others. */
const AT_ONCE = 4;

/** One sending takes no more lines: a browser waits for all of them. */
const MOST_LINES = 200;

const PART = /^[A-Za-z0-9._:-]{1,90}$/;

/** Of the form and the line: as long as the API takes, whatever the line's own ids are. */
export const commandIdOf = (formId: string, { key }: Pick<BulkRow, 'key'>): string =>
  `${formId}.${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;

interface Sending {
  /** Of the form. */
  readonly id: string;
  readonly outcome: string;
  readonly field: (name: string) => string;
}

/** What becomes of each line; those beyond what is taken at once stand there to be sent again. */
export async function sendAll(
  asked: SignedIn,
  kind: BulkKind,
  rows: readonly BulkRow[],
  sending: Sending,
): Promise<readonly BulkResult[]> {
  const sent = await fewAtATime(rows.slice(0, MOST_LINES), AT_ONCE, (row) =>
    sendOne(asked, kind, row, sending),
  );
  return [...sent, ...rows.slice(MOST_LINES).map((row): BulkResult => ({ row, outcome: 'later' }))];
}

async function sendOne(
  asked: SignedIn,
  kind: BulkKind,
  row: BulkRow,
  { id, outcome, field }: Sending,
): Promise<BulkResult> {
  const parts = row.key.split('/');
  const command = parts.every((part) => PART.test(part)) ? kind.commandOf(parts, outcome, field) : undefined;
  if (command === undefined) return { row, outcome: 'refused' };
  const answer = await asked.api.send(command.path, { data: command.data }, commandIdOf(id, row));
  if (answer.ok) return { row, outcome: 'recorded' };
  const { problem } = answer;
  if (isUndecided(problem)) return { row, outcome: 'later' };
  if (problem.code === 'COMMAND_ID_REUSED') return { row, outcome: 'refused', told: SENT_OTHERWISE };
  const told = (await kind.refused?.(asked, parts, problem)) ?? problem;
  return { row, outcome: 'refused', told };
}

/** A browser's "Back", another outcome, and sent again. */
const SENT_OTHERWISE: Told = {
  sentence: {
    id: 'Baris ini sudah dikirim sebelumnya dengan isi lain. Yang pertama berlaku.',
    en: 'This line was sent before with another content. The first one stands.',
  },
  next: {
    id: 'Buka daftar lagi untuk melihat yang tercatat dan, bila perlu, mengubahnya.',
    en: 'Open the list again to see what is recorded and, if need be, change it.',
  },
};
