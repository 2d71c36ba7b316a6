/** Holds the outcome of one step against what its file expects. */
import type { JsonObject, JsonValue, RecordedEvent, WantedDeadline } from '../domain/decider.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { CaseView, OrderAnswer } from './driver.ts';
import { compact, differences, inclusionProblem, type Resolve, readable, sequenceProblem } from './match.ts';
import type { Expectation } from './scenario.ts';

interface Place {
  readonly zone: Zone;
  readonly resolve: Resolve;
}

/** Refusal and warnings of an answer. */
export function answerFailures(expect: Expectation, answer: OrderAnswer, place: Place): string[] {
  return [...refusalFailures(expect, answer, place), ...warningFailures(expect, answer, place)];
}

function refusalFailures(expect: Expectation, answer: OrderAnswer, { zone, resolve }: Place): string[] {
  const { refusal } = answer;
  if (expect.refusal === null) {
    if (refusal === undefined) return [];
    return [`diharapkan diterima, tetapi ditolak: ${refusal.code} ${JSON.stringify(refusal.parameters)}`];
  }
  if (refusal === undefined) {
    const came = answer.events.map((event) => `${event.type} ${compact(event, zone)}`).join(', ');
    return [`diharapkan ditolak dengan ${expect.refusal.code}, tetapi diterima: ${came}`];
  }
  const failures: string[] = [];
  if (refusal.code !== expect.refusal.code) {
    failures.push(`kode penolakan: diharapkan ${expect.refusal.code}, yang ada ${refusal.code}`);
  }
  if (expect.refusal.article !== null && refusal.article !== expect.refusal.article) {
    failures.push(`pasal: diharapkan ${expect.refusal.article}, yang ada ${refusal.article ?? 'tidak ada'}`);
  }
  const parameters = refusal.parameters as JsonObject;
  return [...failures, ...differences(expect.refusal.parameters, parameters, zone, resolve, 'rincian')];
}

function warningFailures(expect: Expectation, answer: OrderAnswer, { zone, resolve }: Place): string[] {
  if (expect.warnings === null) return [];
  const left = [...answer.warnings];
  const failures = expect.warnings.flatMap(({ code, parameters }) => {
    const found = left.findIndex(
      (warning) =>
        warning.code === code &&
        differences(parameters, warning.parameters as JsonObject, zone, resolve).length === 0,
    );
    if (found < 0) return [`peringatan ${code} ${JSON.stringify(parameters)} diharapkan, ${listed(answer)}`];
    left.splice(found, 1);
    return [];
  });
  if (expect.warnings.length > 0) return failures;
  return left.map((warning) => `peringatan ${warning.code} tidak diharapkan`);
}

const listed = (answer: OrderAnswer): string =>
  answer.warnings.length === 0
    ? 'tidak ada peringatan'
    : `yang ada: ${answer.warnings.map(({ code, parameters }) => `${code} ${JSON.stringify(parameters)}`).join(', ')}`;

export function eventFailures(
  expect: Expectation,
  events: readonly RecordedEvent[],
  { zone, resolve }: Place,
): string[] {
  const problems = [
    expect.events === null ? null : sequenceProblem(expect.events, events, zone, resolve),
    inclusionProblem(expect.includes, events, zone, resolve),
    ...expect.without.map((type) =>
      events.some((event) => event.type === type) ? `peristiwa ${type} tidak boleh terjadi` : null,
    ),
  ];
  return problems.filter((problem) => problem !== null);
}

export const looksAtCase = (expect: Expectation): boolean =>
  expect.stage !== null ||
  expect.creditedMinutes !== null ||
  expect.minutesLeft !== null ||
  Object.keys(expect.state).length > 0;

export function caseFailures(expect: Expectation, view: CaseView, { zone, resolve }: Place): string[] {
  const expected: JsonObject = {
    ...(expect.stage === null ? {} : { stage: expect.stage }),
    ...(expect.creditedMinutes === null ? {} : { creditedMinutes: expect.creditedMinutes }),
    ...(expect.minutesLeft === null ? {} : { minutesLeft: expect.minutesLeft }),
    ...expect.state,
  };
  return differences(expected, view as JsonValue, zone, resolve);
}

/** Fields of an entity or of a part, references in them replaced. */
export const stateFailures = (expected: JsonObject, view: JsonObject, { zone, resolve }: Place): string[] =>
  differences(expected, view, zone, resolve);

/** Armed deadlines of a journey, from its events: the same for every driver. */
export function armedDeadlines(events: readonly RecordedEvent[]): WantedDeadline[] {
  const armed = new Map<string, WantedDeadline>();
  for (const event of events) {
    const data = event.data as { deadlineId: string } & WantedDeadline;
    if (event.type === 'DeadlineArmed') armed.set(data.deadlineId, data);
    if (event.type === 'DeadlineFired' || event.type === 'DeadlineCancelled') armed.delete(data.deadlineId);
  }
  return [...armed.values()];
}

export function deadlineFailures(
  expect: Expectation,
  armed: readonly WantedDeadline[],
  caseId: string | null,
  { zone, resolve }: Place,
): string[] {
  return Object.entries(expect.deadlines).flatMap(([kind, due]) => {
    const found = armed.filter(
      (deadline) =>
        deadline.kind === kind && (!/^c\d+$/.test(deadline.subject) || deadline.subject === caseId),
    );
    const dates = found.map((deadline) => readable(deadline.dueAt as unknown as JsonValue, zone)).join(', ');
    if (due === null) return found.length === 0 ? [] : [`tenggat ${kind} tidak boleh ada, yang ada ${dates}`];
    const same = found.some(
      (deadline) => differences(due, deadline.dueAt as unknown as JsonValue, zone, resolve).length === 0,
    );
    return same ? [] : [`tenggat ${kind}: diharapkan ${due}, yang ada ${dates || 'tidak ada'}`];
  });
}
