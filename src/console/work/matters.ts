/** Matters as the API tells them, with the names that this desk may read. */
import { mayRead } from '../../access/roles.ts';
import { viewOf } from '../../access/views.ts';
import type { RegisterName } from '../../domain/registers/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { SignedIn } from '../page.ts';
import type { TokenRole } from '../session/session.ts';
import type { Pending } from './next-action.ts';

export interface Matter extends Omit<Pending, 'deadline'> {
  readonly about: string | null;
  readonly since: LocalDate | null;
  readonly deadline: {
    readonly kind: string | null;
    readonly on: LocalDate;
    readonly daysOver: number;
  } | null;
  readonly hours: readonly string[] | null;
}

export interface MatterPage {
  readonly today: LocalDate;
  readonly list: string;
  readonly count: number;
  readonly items: readonly Matter[];
  readonly nextCursor: string | null;
}

export interface NamedRows {
  /** Names of people, by their ids; empty for desks that call nobody by name. */
  readonly people: ReadonlyMap<string, string>;
  /** Offices, sites, classes, schemes and vacancies, by code. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Whether asking for names makes sense: a desk that may not does not even try. */
export const callsByName = (role: TokenRole): boolean =>
  viewOf(role).identity !== 'NONE' && mayRead({ id: '', role, office: '' }, 'read-identity').allowed;

const REGISTERS: readonly RegisterName[] = ['programme', 'scheme', 'vacancy', 'site', 'assessor'];

export async function namesOf(
  asked: Pick<SignedIn, 'api' | 'book' | 'session'>,
  matters: readonly Pick<Matter, 'personId' | 'about' | 'waitsFor' | 'entityKind' | 'entityId'>[],
): Promise<NamedRows> {
  const { book } = asked;
  // A permit often has the code of its employer.
  const permits = matters.map(({ entityKind, entityId }) => (entityKind === 'permit' ? entityId : null));
  const codes = new Map(await book.namesOf([...matters.map(({ waitsFor }) => waitsFor), ...permits]));
  for (const { about } of matters) {
    if (about === null || codes.has(about)) continue;
    for (const register of REGISTERS) {
      const value = (await book.find(register, about))?.value;
      const name = value?.title ?? value?.name ?? value?.occupation;
      if (typeof name === 'string') codes.set(about, name);
    }
  }
  return {
    people: await peopleNames(
      asked,
      matters.map(({ personId }) => personId),
    ),
    codes,
  };
}

/** Each name is a look that the API writes down; without an answer the rows keep their neutral labels. */
export async function peopleNames(
  { api, session }: Pick<SignedIn, 'api' | 'session'>,
  personIds: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds.filter((id) => typeof id === 'string'))];
  if (ids.length === 0 || !callsByName(session.actor.role)) return new Map();
  const answer = await api.post<{ names: readonly { personId: string; name: string }[] }>(
    '/api/v1/people/names',
    { ids, world: session.world },
  );
  return answer.ok ? new Map(answer.body.names.map(({ personId, name }) => [personId, name])) : new Map();
}
