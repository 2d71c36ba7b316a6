/** Keeps the empty page of attendance with its style and scripts, so that it opens without a network. */

const CACHE = 'titian-attendance';
const SHELL = '/attendance/offline';

/** Brings the worker to life, and what it serves up to date. Without a secure page browsers offer neither. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  await navigator.serviceWorker.register('/attendance-worker.js', { scope: '/attendance' });
  const cache = await caches.open(CACHE);
  const kept = await (await cache.match(SHELL))?.text();
  const wanted = addressesIn(document.documentElement.outerHTML);
  const isCurrent =
    kept?.includes(`lang="${document.documentElement.lang}"`) &&
    wanted.every((address) => kept?.includes(address));
  if (isCurrent === true) return;
  const shell = await fetch(SHELL, { redirect: 'manual', cache: 'no-store' });
  if (!shell.ok) return;
  const html = await shell.clone().text();
  for (const request of await cache.keys()) await cache.delete(request);
  await cache.addAll(addressesIn(html));
  // Last: a shell that is there is whole.
  await cache.put(SHELL, shell);
}

/** Style, scripts and pictures of a page: `/assets/<hash>/<name>`. */
const addressesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/assets\/[0-9a-f]+\/[\w.-]+/g)].map(([address]) => address)),
];
