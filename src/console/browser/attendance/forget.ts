/** Names that a phone keeps for attendance (store.ts) leave it with the account that they were given to. */

const NAME = 'titian-attendance';

/** What was noted and not sent stays: it holds no names, and only its own account can send it. */
export function forgetDayOfOthers(account: string): void {
  const opening = indexedDB.open(NAME);
  // Nothing is kept here, and nothing is begun.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  opening.onsuccess = () => {
    const database = opening.result;
    if (!database.objectStoreNames.contains('days')) return database.close();
    const transaction = database.transaction(['days'], 'readwrite');
    const days = transaction.objectStore('days');
    const reading = days.getAll() as IDBRequest<{ readonly account: string }[]>;
    reading.onsuccess = () => {
      if (reading.result.some((day) => day.account !== account)) days.clear();
    };
    transaction.oncomplete = () => database.close();
    transaction.onabort = () => database.close();
  };
}
