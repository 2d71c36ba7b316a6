/**
 * RFC 9457 problems: every "no" of the API has a stable code, a sentence in Indonesian and in English,
 * the article it rests on and what can be done next. Nothing of the request is repeated in it.
 */
import type { Refusal } from '../domain/decider.ts';
import { type RefusalCode, type RefusalParameters, renderRefusal } from '../domain/law/refusals.ts';
import type { SheetProblem } from '../sheets/words.ts';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** A field that was not understood: where it stands and why. Its value is never echoed. */
export interface FieldProblem {
  readonly path: string;
  readonly reason: string;
}

/** The receipt of a refusal that the ledger recorded. */
export interface ProblemReceipt {
  /** The client's own key. */
  readonly commandId: string;
  readonly ledgerCommandId: string;
  readonly stream: string;
  /** Hash of the decision in the ledger, hex. */
  readonly decisionHash: string | null;
}

export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly article: string | null;
  readonly sentence: { readonly id: string; readonly en: string };
  readonly next: { readonly id: string; readonly en: string };
  readonly parameters: Refusal['parameters'];
  /** Id of the request, as it stands in the log. */
  readonly instance: string;
  readonly errors?: readonly FieldProblem[];
  /** What is wrong with the lines of a sheet. */
  readonly lines?: readonly SheetProblem[];
  readonly receipt?: ProblemReceipt;
}

export interface ProblemExtras {
  /** Where HTTP has a finer word than the catalogue, for example 415. */
  readonly status?: number;
  readonly errors?: readonly FieldProblem[];
  readonly lines?: readonly SheetProblem[];
  readonly receipt?: ProblemReceipt;
}

/** Thrown inside the API, answered as a problem. It is an answer to the caller, never a fault. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly refusal: Refusal,
    readonly extras: ProblemExtras = {},
  ) {
    super(refusal.code);
  }
}

export const requestRefused = <Code extends RefusalCode>(
  code: Code,
  parameters: RefusalParameters<Code> & Refusal['parameters'],
  extras: ProblemExtras = {},
): RequestRefused => new RequestRefused({ code, parameters }, extras);

export function problemOf(refusal: Refusal, requestId: string, extras: ProblemExtras = {}): Problem {
  const words = renderRefusal(refusal);
  return {
    type: `urn:titian:problem:${refusal.code.toLowerCase().replaceAll('_', '-')}`,
    status: words.status,
    code: refusal.code,
    title: words.id,
    detail: words.en,
    article: words.article,
    sentence: { id: words.id, en: words.en },
    next: { id: words.nextId, en: words.nextEn },
    parameters: refusal.parameters,
    instance: `urn:titian:request:${requestId}`,
    ...extras,
  };
}
