/** What a client sends with a command, beside its name and the command id. */
import type { z } from 'zod';
import type { JsonObject, SourceDocument } from '../domain/decider.ts';
import type { Zone } from '../domain/time/moment.ts';
import { type FieldProblem, requestRefused } from './problem.ts';

export { commandBody, occurredAt } from '../catalogue/command-body.ts';

export interface CommandBody {
  readonly data: JsonObject;
  readonly document?: SourceDocument;
  readonly occurredAt?: { readonly local: string; readonly zone: Zone };
}

/** @throws RequestRefused MALFORMED with path and reason of each field, never its value. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: false });
  if (parsed.success) return parsed.data;
  const errors = fieldProblems(parsed.error.issues);
  throw requestRefused('MALFORMED', { field: errors[0]?.path ?? '' }, { errors });
}

/** More than this helps nobody, and a hostile body could ask for thousands. */
const MOST_FIELD_PROBLEMS = 20;
/** Names of unknown fields come from the client: told back only where they look like one of ours. */
const FIELD_NAME = /^[a-z][A-Za-z]{0,30}$/;

export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.slice(0, MOST_FIELD_PROBLEMS).map((issue) => ({
    path: pathOf(issue.path),
    reason: reasonOf(issue),
  }));
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(body)';
  return path
    .map((part) => (typeof part === 'number' || FIELD_NAME.test(String(part)) ? String(part) : '?'))
    .join('.');
}

/** Our own words: zod's name the unknown keys, which a client may have filled with anything. */
function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown fields: ${
        issue.keys
          .filter((key) => FIELD_NAME.test(key))
          .slice(0, 5)
          .join(', ') || '?'
      }`;
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_union':
      return 'matches none of the allowed forms';
    default:
      return issue.message;
  }
}
