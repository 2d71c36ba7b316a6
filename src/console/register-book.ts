/**
 * Names and zones of offices, sites and other register entries. Registers hold nobody's data, so the book keeps a
 * copy for a while, and looking in it is nobody's look at anybody.
 */
import type { RegisterName } from '../domain/registers/index.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { RegisterService } from '../registers/service.ts';

/** How old a copy may be: a name that was amended shows after this. */
const KEPT_MS = 60_000;
const PAGE = 500;
const MOST_ENTRIES = 20_000;

export interface BookEntry {
  readonly id: string;
  readonly version: number;
  readonly value: { readonly [field: string]: unknown };
}

export interface RegisterBook {
  /** All entries of one register, in order of their ids. */
  all(register: RegisterName): Promise<readonly BookEntry[]>;
  find(register: RegisterName, id: string): Promise<BookEntry | undefined>;
  /** What people call an office or a site (or a vacancy, a scheme …); the code itself where nobody knows it. */
  nameOf(code: string): Promise<string>;
  /** Many at once, for lists. */
  namesOf(codes: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
  zoneOf(code: string): Promise<Zone | undefined>;
}

/** Who looks after the whole stands in no register of offices. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['bpk', 'Badan Pemeriksa Keuangan'],
  ['bpkp', 'Badan Pengawasan Keuangan dan Pembangunan'],
  ['pusat', 'Pusat (register nasional)'],
]);

const NAMED: readonly RegisterName[] = ['office', 'site', 'employer'];

export function createRegisterBook(
  registers: Pick<RegisterService, 'list'>,
  now: () => number = Date.now,
): RegisterBook {
  const copies = new Map<RegisterName, { readonly at: number; readonly entries: Promise<Copy> }>();

  interface Copy {
    readonly list: readonly BookEntry[];
    readonly byId: ReadonlyMap<string, BookEntry>;
  }

  function copyOf(register: RegisterName): Promise<Copy> {
    const kept = copies.get(register);
    if (kept !== undefined && now() - kept.at < KEPT_MS) return kept.entries;
    const entries = read(register);
    copies.set(register, { at: now(), entries });
    // What could not be read is asked for again, not remembered.
    entries.catch(() => copies.delete(register));
    return entries;
  }

  async function read(register: RegisterName): Promise<Copy> {
    const list: BookEntry[] = [];
    for (let after: string | undefined; list.length < MOST_ENTRIES; ) {
      const page = (await registers.list(register, PAGE, after)) as unknown as readonly BookEntry[];
      list.push(...page);
      after = page.at(-1)?.id;
      if (page.length < PAGE) break;
    }
    return { list, byId: new Map(list.map((entry) => [entry.id, entry])) };
  }

  async function entryOf(code: string): Promise<BookEntry | undefined> {
    for (const register of NAMED) {
      const found = (await copyOf(register)).byId.get(code);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const nameOf = async (code: string): Promise<string> => {
    const name = (await entryOf(code))?.value.name;
    return typeof name === 'string' ? name : (BESIDE.get(code) ?? code);
  };

  return {
    all: async (register) => (await copyOf(register)).list,
    find: async (register, id) => (await copyOf(register)).byId.get(id),
    nameOf,
    async namesOf(codes) {
      const wanted = [...new Set(codes.filter((code) => typeof code === 'string'))];
      return new Map(await Promise.all(wanted.map(async (code) => [code, await nameOf(code)] as const)));
    },
    async zoneOf(code) {
      const zone = (await entryOf(code))?.value.zone;
      return zone === 'WIB' || zone === 'WITA' || zone === 'WIT' ? zone : undefined;
    },
  };
}
