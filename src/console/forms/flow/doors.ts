/** Which command may be given to what, and through which door of the API it goes. */
import { createHash } from 'node:crypto';
import { COMMAND_RULES, type CommandName } from '../../../access/roles.ts';
import { ASSESSMENT_COMMANDS, PROPOSAL_COMMANDS } from '../../../catalogue/addressed.ts';
import {
  ALL_COMMANDS,
  type CatalogueEntry,
  type EntityKind,
  entityEntry,
  journeyEntry,
  type RegisterEntry,
  registerEntry,
} from '../../../catalogue/index.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { TokenRole } from '../../session/session.ts';
import type { CommandBodyJson } from '../schema/index.ts';

const RESOURCES: { readonly [K in EntityKind]: string } = {
  class: 'classes',
  certificate: 'certificates',
  permit: 'permits',
  finding: 'findings',
};

/** Commands by which something begins, with the first part of the id that it is given. */
const OPENING: { readonly [C in CommandName]?: { readonly prefix: string } } = {
  'open-class': { prefix: 'kelas' },
  'apply-for-permit': { prefix: 'rptka' },
  'open-finding': { prefix: 'temuan' },
  'report-vacancy': { prefix: 'lowongan' },
};

/** New entries of registers are called by a code that people choose and write on paper. */
const NAMED_BY_HAND: ReadonlySet<string> = new Set<CommandName>([
  ...(['register-office', 'register-site', 'register-calendar', 'register-employer'] as const),
  ...(['register-programme', 'register-scheme', 'register-assessor'] as const),
]);

/** Name of the box for that code. */
export const ENTRY_ID = '~id';

const within = (list: readonly string[], name: string): CatalogueEntry | undefined =>
  list.includes(name) ? journeyEntry(name) : undefined;

/** undefined where there is no such command for this. */
export function entryFor(target: CommandTarget, command: string): CatalogueEntry | undefined {
  const entry = found(target, command);
  return entry === undefined || entry.door === 'internal' ? undefined : entry;
}

function found(target: CommandTarget, command: string): CatalogueEntry | undefined {
  switch (target.kind) {
    case 'person': {
      const entry = journeyEntry(command);
      return entry?.door === 'commands' ? entry : undefined;
    }
    case 'register':
      return registerEntry(target.register, command);
    case 'assessment':
      return within(ASSESSMENT_COMMANDS, command);
    case 'proposal':
      return within(PROPOSAL_COMMANDS, command);
    case 'candidate':
      return within(['propose-candidate'], command);
    case 'new':
      return beginsSomething(command) ? ALL_COMMANDS.find(({ name }) => name === command) : undefined;
    default:
      return entityEntry(target.kind, command);
  }
}

export const beginsSomething = (command: string): boolean =>
  command === 'register-person' || Object.hasOwn(OPENING, command) || NAMED_BY_HAND.has(command);

export const isNamedByHand = (target: CommandTarget, command: string): boolean =>
  target.kind === 'new' && NAMED_BY_HAND.has(command);

export const maySend = (role: TokenRole, command: string): boolean =>
  Object.hasOwn(COMMAND_RULES, command) && COMMAND_RULES[command as CommandName][role] !== undefined;

/** Fields whose value stands in the address. */
export function addressField(target: CommandTarget): string | undefined {
  if (target.kind === 'assessment') return 'assessmentId';
  return target.kind === 'proposal' ? 'proposalId' : undefined;
}

export interface Door {
  /** Of the command; `/preview` behind it asks what it would do. */
  readonly path: string;
  /** Of that question, where it is not simply behind the path. */
  readonly preview: string;
  /** @param body as the form gave it. */
  body(body: CommandBodyJson): unknown;
}

/**
 * @param formId the command's id: what it begins is called by it, so that sending twice begins one.
 * @param entryId the code that somebody chose for a new entry of a register.
 */
export function doorOf(
  target: CommandTarget,
  entry: CatalogueEntry,
  { world, formId, entryId }: { readonly world: string; readonly formId: string; readonly entryId: string },
): Door {
  const { name } = entry;
  const at = (base: string, query = '', body: Door['body'] = (given) => given): Door => ({
    path: `/api/v1/${base}/commands/${name}${query}`,
    preview: `/api/v1/${base}/commands/${name}/preview${query}`,
    body,
  });
  const inWorld = `?${new URLSearchParams({ world })}`;
  switch (target.kind) {
    case 'person':
      return at(`journeys/${encodeURIComponent(target.id)}`);
    case 'register':
      return at(`registers/${target.register}/${encodeURIComponent(target.id)}`);
    case 'assessment':
    case 'proposal':
    case 'candidate': {
      const field = addressField(target);
      return at(`${target.kind}s/${encodeURIComponent(target.id)}`, inWorld, (body) => without(body, field));
    }
    case 'new':
      return doorToNew(entry, at, { world, formId, entryId });
    default:
      return at(`${RESOURCES[target.kind]}/${encodeURIComponent(target.id)}`);
  }
}

function doorToNew(
  entry: CatalogueEntry,
  at: (base: string, query?: string, body?: Door['body']) => Door,
  { world, formId, entryId }: { readonly world: string; readonly formId: string; readonly entryId: string },
): Door {
  if (entry.target === 'journey') {
    const path = '/api/v1/people';
    return { path, preview: `${path}/preview`, body: ({ data }) => ({ ...data, world }) };
  }
  const id = newId(entry.name, formId) ?? (entryId === '' ? 'tanpa-kode' : entryId);
  if (entry.target === 'register') {
    return at(`registers/${(entry as RegisterEntry).register}/${encodeURIComponent(id)}`);
  }
  return at(`${RESOURCES[entry.target]}/${id}`, '', (body) => ({ ...body, world }));
}

/** The id of what a form begins; undefined where people choose it. */
export function newId(command: string, formId: string): string | undefined {
  const prefix = Object.hasOwn(OPENING, command) ? OPENING[command as CommandName]?.prefix : undefined;
  if (prefix === undefined) return undefined;
  return `${prefix}-${createHash('sha256').update(`titian:new:${formId}`).digest('hex').slice(0, 16)}`;
}

function without({ data, ...rest }: CommandBodyJson, field: string | undefined): CommandBodyJson {
  if (field === undefined) return { data, ...rest };
  const { [field]: _inAddress, ...open } = data;
  return { data: open, ...rest };
}
