/** `titian register`, `send`, `show`, `events`, `cases`, `command`: what offices do, from a terminal. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CommandFailed } from '../client.ts';
import { hours, print, table } from '../output.ts';
import { type SharedOptions, signedIn } from '../session.ts';

interface CommandReply {
  readonly outcome: string;
  readonly personId?: string;
  readonly version: number | null;
  readonly receipt: string;
  readonly warnings: readonly { readonly code: string; readonly sentence?: { readonly id: string } }[];
  readonly events: readonly EventRow[];
}

interface EventRow {
  readonly version: number;
  readonly type: string;
  /** Absent where the role may not look into events. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly occurredAt: { readonly at: string; readonly date: string; readonly zone: string };
  readonly recordedAt: string;
}

export function addPeopleCommands(program: Command): void {
  program
    .command('register')
    .description('register a person: the identity goes to the vault, the journey begins')
    .requiredOption('--identity <json>', 'JSON or @file: name, nik, birthDate, sex, address, phone')
    .option('--provisional', 'without a NIK (G-03)', false)
    .option('--world <id>', 'sandbox world')
    .option('--id <key>', 'idempotency key; the same key is the same person')
    .action(
      async (
        own: { identity: string; provisional: boolean; world?: string; id?: string },
        command: Command,
      ) => {
        const options = command.optsWithGlobals<SharedOptions>();
        const api = await signedIn(options);
        const body = {
          identity: jsonFrom(own.identity),
          provisional: own.provisional,
          ...(own.world === undefined ? {} : { world: own.world }),
        };
        const reply = await api.post<CommandReply>('/api/v1/people', body, {
          'idempotency-key': own.id ?? randomUUID(),
        });
        print(
          reply,
          options.json ?? false,
          () => `person ${reply.personId}\n${eventTable(reply.events)}${warningLines(reply)}`,
        );
      },
    );

  program
    .command('send <person> <command>')
    .description('send one command to a journey')
    .option('--data <json>', 'JSON or @file', '{}')
    .option('--document <json>', 'kind, number, date, hash')
    .option('--at <localDateTime>', 'when it happened, at --zone')
    .option('--zone <zone>', 'WIB, WITA or WIT', 'WIB')
    .option('--id <key>', 'idempotency key; repeat a command with the same key')
    .action(
      async (
        person: string,
        name: string,
        own: { data: string; document?: string; at?: string; zone: string; id?: string },
        command: Command,
      ) => {
        const options = command.optsWithGlobals<SharedOptions>();
        const api = await signedIn(options);
        const body = {
          data: jsonFrom(own.data),
          ...(own.document === undefined ? {} : { document: jsonFrom(own.document) }),
          ...(own.at === undefined ? {} : { occurredAt: { local: own.at, zone: own.zone } }),
        };
        const path = `/api/v1/journeys/${encodeURIComponent(person)}/commands/${encodeURIComponent(name)}`;
        const reply = await api.post<CommandReply>(path, body, { 'idempotency-key': own.id ?? randomUUID() });
        print(reply, options.json ?? false, () => {
          const version = reply.version === null ? '' : `version ${reply.version}, `;
          const receipt = `${version}receipt ${reply.receipt.slice(0, 16)}…`;
          const events = reply.events.filter(({ type }) => !ARMING.has(type));
          return `${reply.outcome}: ${receipt}\n${eventTable(events)}${warningLines(reply)}`;
        });
      },
    );

  program
    .command('show <person>')
    .description('a journey: now, as of a date, or as it was known on a date')
    .option('--as-of <date>', 'by when it happened')
    .option('--known-at <date>', 'by when it was recorded')
    .action(async (person: string, own: { asOf?: string; knownAt?: string }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const query = new URLSearchParams({
        ...(own.asOf === undefined ? {} : { asOf: own.asOf }),
        ...(own.knownAt === undefined ? {} : { knownAt: own.knownAt }),
      });
      const api = await signedIn(options);
      const journey = await api.get<JourneyView>(`/api/v1/journeys/${encodeURIComponent(person)}?${query}`);
      print(journey, options.json ?? false, () => journeyText(journey));
    });

  program
    .command('events <person>')
    .description('the events of a journey, oldest first')
    .option('--all', 'also what the system arms and cancels', false)
    .action(async (person: string, own: { all: boolean }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const events: EventRow[] = [];
      let after: number | null = 0;
      while (after !== null) {
        const path: string = `/api/v1/journeys/${encodeURIComponent(person)}/events?after=${after}`;
        const page: { events: EventRow[]; nextAfter: number | null } = await api.get(path);
        events.push(...page.events);
        after = page.nextAfter;
      }
      const shown = own.all ? events : events.filter(({ type }) => !ARMING.has(type));
      print(shown, options.json ?? false, () => eventTable(shown));
    });

  program
    .command('cases')
    .description('the list of cases')
    .option('--office <id>')
    .option('--stage <stage>')
    .option('--behind-pace', 'only those behind pace')
    .option('--due-before <date>')
    .option('--world <id>', 'sandbox world')
    .action(async (own: Record<string, string | boolean>, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const query = new URLSearchParams();
      for (const name of ['office', 'stage', 'behindPace', 'dueBefore', 'world']) {
        if (own[name] !== undefined) query.set(name, String(own[name]));
      }
      const cases: CaseRow[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        if (cursor !== '') query.set('cursor', cursor);
        const page: { cases: CaseRow[]; nextCursor: string | null } = await api.get(`/api/v1/cases?${query}`);
        cases.push(...page.cases);
        cursor = page.nextCursor;
      }
      print(cases, options.json ?? false, () =>
        table(
          ['person', 'case', 'office', 'stage', 'ordered', 'credited', 'window ends'],
          cases.map((row) => [
            row.personId,
            row.caseId,
            row.office,
            row.stage,
            hours(row.orderedMinutes),
            hours(row.creditedMinutes),
            row.windowEndsOn,
          ]),
        ),
      );
    });

  program
    .command('command <id>')
    .description('what became of a command that you sent')
    .action(async (id: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const reply = await (await signedIn(options)).get(`/api/v1/commands/${encodeURIComponent(id)}`);
      print(reply, true, () => '');
    });
}

interface CaseRow {
  readonly personId: string;
  readonly caseId: string;
  readonly office: string;
  readonly stage: string;
  readonly orderedMinutes: number | null;
  readonly creditedMinutes: number;
  readonly windowEndsOn: string | null;
}

interface JourneyView {
  readonly personId: string;
  readonly version: number | null;
  readonly cases: readonly Record<string, unknown>[];
}

function journeyText(journey: JourneyView): string {
  const rows = Object.values(journey.cases ?? {}).map((entry) => {
    const one = entry as { caseId: string; stage: string; orderedMinutes?: number; creditedMinutes?: number };
    const left =
      one.orderedMinutes === undefined || one.orderedMinutes === null
        ? undefined
        : one.orderedMinutes - (one.creditedMinutes ?? 0);
    return [one.caseId, one.stage, hours(one.orderedMinutes), hours(one.creditedMinutes), hours(left)];
  });
  const version = journey.version === null ? '' : `, version ${journey.version}`;
  return `${journey.personId}${version}\n${table(['case', 'stage', 'ordered', 'credited', 'left'], rows)}`;
}

/** The book-keeping of deadlines: complete in the ledger, in the way on a screen. */
const ARMING: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled', 'DeadlineFired']);

function eventTable(events: readonly EventRow[]): string {
  return table(
    ['#', 'happened', 'recorded', 'event', 'data'],
    events.map((event) => [
      event.version,
      event.occurredAt.date,
      event.recordedAt.slice(0, 19),
      event.type,
      shortened(event.data),
    ]),
  );
}

/** Wide enough for a balance, narrow enough for a terminal; `--json` has it all. */
const DATA_WIDTH = 90;

function shortened(data: Readonly<Record<string, unknown>> = {}): string {
  const text = Object.entries(data)
    .map(([name, value]) => `${name}=${wordFor(value)}`)
    .join(' ');
  return text.length > DATA_WIDTH ? `${text.slice(0, DATA_WIDTH - 1)}…` : text;
}

/** A moment as its local date; a sealed text as what it is. */
function wordFor(value: unknown): string {
  if (typeof value === 'string') return value.startsWith('sealed:') ? '(sealed)' : value;
  const moment = value as { at?: unknown; date?: unknown; zone?: unknown } | null;
  if (typeof moment?.at === 'string' && typeof moment.date === 'string')
    return `${moment.date} ${moment.zone}`;
  return JSON.stringify(value);
}

function warningLines(reply: CommandReply): string {
  return reply.warnings
    .map(({ code, sentence }) => `\n! ${code}${sentence === undefined ? '' : `: ${sentence.id}`}`)
    .join('');
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text);
  } catch {
    throw new CommandFailed(`Not JSON: ${text.startsWith('@') ? text.slice(1) : 'the value given'}.`);
  }
}
