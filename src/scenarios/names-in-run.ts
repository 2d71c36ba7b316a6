/** The short names of a file and the ids that a run has given them. */
import type { JsonObject, RecordedEvent } from '../domain/decider.ts';
import type { CommandStep } from './scenario.ts';

/** Commands whose data names no case. */
const WITHOUT_CASE: ReadonlySet<string> = new Set([
  'register-ruling',
  'link-identity',
  'resolve-identity-warning',
  'check-out-session',
  'confirm-session',
  'dispute-session',
  'decide-session-credit',
  'record-death',
  'correct-entry',
]);
/** Commands that may name a case and do so only when the step does. */
const CASE_ONLY_IF_NAMED: ReadonlySet<string> = new Set(['attach-document', 'record-profiling']);
const NAMES_SESSION: ReadonlySet<string> = new Set([
  'check-out-session',
  'confirm-session',
  'dispute-session',
  'decide-session-credit',
  'report-injury',
  'flag-commercial-use',
]);
/** Events that an entry consists of, so that a correction can name its version. */
const ENTRY_EVENTS: ReadonlySet<string> = new Set([
  'SessionRecorded',
  'SessionCheckedOut',
  'TrainingHoursRecorded',
]);

/** A step names something that no earlier step has given a meaning. */
export class NameUnknown extends Error {
  override readonly name = 'NameUnknown';
}

export class NamesInRun {
  private readonly cases = new Map<string, { person: string; caseId: string }>();
  private readonly sessions = new Map<string, { sessionId: string; entryVersion: number | null }>();
  private readonly versions = new Map<string, number>();

  /** Ids for short names in fields that hold ids. */
  readonly resolve = (key: string, text: string): string => {
    if (/caseId$/i.test(key)) return this.cases.get(text)?.caseId ?? text;
    if (/sessionId$/i.test(key)) return this.sessions.get(text)?.sessionId ?? text;
    return text;
  };

  caseIdOf(person: string | null, alias: string | null): string | null {
    if (alias !== null) {
      const found = this.cases.get(alias);
      if (found === undefined)
        throw new NameUnknown(`perkara "${alias}" belum dicatat pada langkah sebelumnya`);
      return found.caseId;
    }
    const own = [...this.cases.values()].filter((found) => found.person === person);
    return own.length === 1 ? own[0]!.caseId : null;
  }

  /** The step's data with ids instead of short names. */
  dataOf(step: CommandStep): JsonObject {
    const data: JsonObject = { ...step.data };
    if (!WITHOUT_CASE.has(step.command) && data.caseId === undefined) {
      const named = !CASE_ONLY_IF_NAMED.has(step.command) || step.caseAlias !== null;
      const caseId = named ? this.caseIdOf(step.person, step.caseAlias) : null;
      if (caseId !== null) data.caseId = caseId;
    }
    if (step.sessionAlias !== null && NAMES_SESSION.has(step.command)) {
      data.sessionId = this.session(step.sessionAlias).sessionId;
    }
    if (step.sessionAlias !== null && step.command === 'correct-entry') {
      const version = this.session(step.sessionAlias).entryVersion;
      if (version !== null) data.version = version;
    }
    if (step.evidence.length > 0 || step.command === 'issue-warning-letter') {
      data.evidence = step.evidence.map((name) => this.version(name));
    }
    return data;
  }

  learn(step: CommandStep, events: readonly RecordedEvent[]): void {
    const first = events.find((event) => !event.type.startsWith('Deadline'));
    if (first === undefined) return;
    if (step.name !== null) this.versions.set(step.name, first.version);
    if (step.command === 'register-ruling') {
      const caseId = field(events, 'RulingRegistered', 'caseId');
      if (caseId !== null) this.cases.set(step.caseAlias ?? caseId, { person: step.person ?? '', caseId });
    }
    if (step.sessionAlias !== null && !NAMES_SESSION.has(step.command)) this.learnSession(step, events);
    else if (step.sessionAlias !== null && step.command === 'check-out-session')
      this.learnSession(step, events);
  }

  private learnSession(step: CommandStep, events: readonly RecordedEvent[]): void {
    const entry = events.find((event) => ENTRY_EVENTS.has(event.type));
    const opened = entry ?? events.find((event) => event.type === 'SessionCheckedIn');
    if (opened === undefined || step.sessionAlias === null) return;
    const sessionId = String((opened.data as JsonObject).sessionId);
    this.sessions.set(step.sessionAlias, { sessionId, entryVersion: entry?.version ?? null });
  }

  private session(alias: string): { sessionId: string; entryVersion: number | null } {
    const found = this.sessions.get(alias);
    if (found === undefined) throw new NameUnknown(`sesi "${alias}" belum dicatat pada langkah sebelumnya`);
    return found;
  }

  private version(name: string): number {
    const found = this.versions.get(name);
    if (found === undefined) throw new NameUnknown(`langkah bernama "${name}" belum dijalankan`);
    return found;
  }
}

function field(events: readonly RecordedEvent[], type: string, key: string): string | null {
  const found = events.find((event) => event.type === type);
  const value = (found?.data as JsonObject | undefined)?.[key];
  return typeof value === 'string' ? value : null;
}
