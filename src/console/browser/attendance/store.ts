/** What a phone keeps of attendance: the list of one day, what was noted and not sent, and what came of it. */

import type { Act, ActResult, KeptAct } from '../../daily/act.ts';
import type { AttendanceFacts } from '../../daily/attendance-data.tsx';

export type KeptDay = Pick<AttendanceFacts, 'day' | 'account' | 'siteName'> & {
  /** How far the site's clock was ahead of this device's. */
  readonly offsetMs: number;
  /** When the server gave it. */
  readonly keptAt: string;
};

/** Something to be read by whoever noted it, until they say so. */
export interface KeptResult {
  readonly result: ActResult;
  readonly act: Act;
  readonly account: string;
}

const NAME = 'titian-attendance';

export interface PhoneStore {
  acts(): Promise<readonly KeptAct[]>;
  /** Keeps one act, and with it the command id that it has for good. */
  add(act: Omit<KeptAct, 'id' | 'sequence' | 'tried'>): Promise<KeptAct>;
  markTried(acts: readonly KeptAct[]): Promise<void>;
  /** It was decided: what is left to say is kept instead, where there is anything. */
  settle(act: KeptAct, left: KeptResult | undefined): Promise<void>;
  results(account: string): Promise<readonly KeptResult[]>;
  dismiss(id: string): Promise<void>;
  /** One day of one account: whoever signs in next finds none of the names. */
  keepDay(day: KeptDay): Promise<void>;
  day(): Promise<KeptDay | undefined>;
  forgetDay(): Promise<void>;
}

export async function openStore(): Promise<PhoneStore> {
  const database = await open();
  const run: Run = (stores, mode, work) =>
    new Promise((resolve, reject) => {
      // Only once it is on the disk is it kept.
      const transaction = database.transaction([...stores], mode, { durability: 'strict' });
      const request = work((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  const all = async <Item>(name: string): Promise<Item[]> =>
    ((await run([name], 'readonly', (get) => get(name).getAll())) ?? []) as Item[];

  return {
    acts: () => all<KeptAct>('acts'),
    async add(act) {
      const device = await deviceId(run);
      let kept: KeptAct | undefined;
      await run(['acts'], 'readwrite', (get) => {
        const acts = get('acts');
        const numbered = acts.add({ ...act, tried: false, id: '' });
        // The running number is the store's own: it never comes twice, also after what it numbered is gone.
        numbered.onsuccess = () => {
          const sequence = Number(numbered.result);
          kept = { ...act, tried: false, sequence, id: `att.${device}.${sequence}.${random(4)}` };
          acts.put(kept);
        };
        return undefined;
      });
      if (kept === undefined) throw new Error('nothing was kept');
      return kept;
    },
    async markTried(acts) {
      await run(['acts'], 'readwrite', (get) => {
        for (const act of acts) get('acts').put({ ...act, tried: true });
        return undefined;
      });
    },
    async settle(act, left) {
      await run(['acts', 'results'], 'readwrite', (get) => {
        if (left !== undefined) get('results').put({ ...left, id: act.id });
        get('acts').delete(act.sequence);
        return undefined;
      });
    },
    async results(account) {
      return (await all<KeptResult>('results')).filter((one) => one.account === account);
    },
    async dismiss(id) {
      await run(['results'], 'readwrite', (get) => get('results').delete(id));
    },
    async keepDay(day) {
      await run(['days'], 'readwrite', (get) => get('days').put({ ...day, key: 'day' }));
    },
    day: async () => (await all<KeptDay>('days'))[0],
    async forgetDay() {
      await run(['days'], 'readwrite', (get) => get('days').clear());
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      database.createObjectStore('acts', { keyPath: 'sequence', autoIncrement: true });
      database.createObjectStore('results', { keyPath: 'id' });
      database.createObjectStore('days', { keyPath: 'key' });
      database.createObjectStore('device', { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

type Run = (
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (get: (name: string) => IDBObjectStore) => IDBRequest | undefined,
) => Promise<unknown>;

/** Says nothing of whose phone it is: made here, and forgotten with everything else at sign-out. */
async function deviceId(run: Run): Promise<string> {
  const found = (await run(['device'], 'readonly', (get) => get('device').get('device'))) as
    | { readonly id: string }
    | undefined;
  if (found !== undefined) return found.id;
  const id = random(6);
  await run(['device'], 'readwrite', (get) => get('device').add({ key: 'device', id }));
  return id;
}

const random = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
