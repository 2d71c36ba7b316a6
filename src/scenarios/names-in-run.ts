/** The short names of a file and the ids that a run has given them. */
import { OPENING_PART_COMMANDS } from '../api/part-reach/index.ts';
import { journeyEntry } from '../catalogue/index.ts';
import type { JsonObject, JsonValue, RecordedEvent } from '../domain/decider.ts';
import type { EntityAddress } from './driver.ts';
import type { EntityName } from './entity-name.ts';
import { PART_COMMANDS } from './part-commands.ts';
import { NameUnknown, StepEvents } from './references.ts';
import { type CommandStep, isObject, type Step } from './scenario.ts';

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

export class NamesInRun {
  private readonly cases = new Map<string, { person: string; caseId: string }>();
  private readonly sessions = new Map<string, { sessionId: string; entryVersion: number | null }>();
  private readonly versions = new Map<string, number>();
  private readonly said = new StepEvents();

  /** Ids for short names in fields that hold ids. */
  readonly resolve = (key: string, text: string): string => {
    if (/caseId$/i.test(key)) return this.cases.get(text)?.caseId ?? text;
    if (/sessionId$/i.test(key)) return this.sessions.get(text)?.sessionId ?? text;
    return this.said.textOf(text);
  };

  /** Ids in the place of references, for data and expectations alike. */
  valueOf(value: JsonObject): JsonObject {
    return this.said.valueOf(value) as JsonObject;
  }

  addressOf({ kind, id }: EntityName): EntityAddress {
    return { kind, id: this.said.textOf(id) };
  }

  /** Dotted paths written out: `training.enrolments.$las.enrolmentId.stage`, with cases by their short names. */
  nestedOf(expected: JsonObject): JsonObject {
    const nested: JsonObject = {};
    for (const [path, value] of Object.entries(this.valueOf(expected))) {
      const keys = path.split('.').map((key) => this.cases.get(key)?.caseId ?? key);
      const last = keys.pop()!;
      let place = nested;
      for (const key of keys) {
        const inner = place[key];
        const next: JsonObject = isObject(inner) ? inner : {};
        place[key] = next;
        place = next;
      }
      const below = isObject(value) ? this.nestedOf(value) : value;
      place[last] = isObject(place[last]) && isObject(below) ? { ...place[last], ...below } : below;
    }
    return nested;
  }

  /** What a step brought, for those that refer to it. */
  remember({ name }: Step, events: readonly RecordedEvent[]): void {
    this.said.keep(name, events);
  }

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
    const data: JsonObject = this.valueOf(step.data);
    if (takesCase(step.command) && data.caseId === undefined) {
      const named = !isCaseOptional(step.command) || step.caseAlias !== null;
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
    } else this.learnFurtherCase(step, events);
    if (step.sessionAlias !== null && !NAMES_SESSION.has(step.command)) this.learnSession(step, events);
    else if (step.sessionAlias !== null && step.command === 'check-out-session')
      this.learnSession(step, events);
  }

  /** A case of another entrance, and one that an event opened beside it when the step gives it a name. */
  private learnFurtherCase(
    { command, caseAlias, person }: CommandStep,
    events: readonly RecordedEvent[],
  ): void {
    const isNamed = caseAlias !== null && !this.cases.has(caseAlias);
    if (!isNamed && !OPENING_PART_COMMANDS.has(command)) return;
    const known = [...this.cases.values()].filter((found) => found.person === person);
    for (const { data } of events) {
      const { caseId } = data as { caseId?: JsonValue };
      if (typeof caseId !== 'string' || known.some((found) => found.caseId === caseId)) continue;
      this.cases.set(isNamed ? caseAlias : caseId, { person: person ?? '', caseId });
      return;
    }
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

/** Fields of a part's command by its own shape; of community service by the lists above. */
function caseField(command: string): 'none' | 'optional' | 'required' | undefined {
  if (!PART_COMMANDS.has(command)) return undefined;
  const { shape } = (journeyEntry(command)?.data ?? {}) as {
    shape?: { caseId?: { safeParse(value: unknown): { success: boolean } } };
  };
  if (shape?.caseId === undefined) return 'none';
  return shape.caseId.safeParse(undefined).success ? 'optional' : 'required';
}

const takesCase = (command: string): boolean => {
  const declared = caseField(command);
  return declared === undefined ? !WITHOUT_CASE.has(command) : declared !== 'none';
};

const isCaseOptional = (command: string): boolean =>
  caseField(command) === 'optional' || CASE_ONLY_IF_NAMED.has(command);

function field(events: readonly RecordedEvent[], type: string, key: string): string | null {
  const found = events.find((event) => event.type === type);
  const value = (found?.data as JsonObject | undefined)?.[key];
  return typeof value === 'string' ? value : null;
}
