/**
 * Answers for the attendance page where no network does: with the empty page that the page's script has kept. It keeps
 * nothing itself, and knows nobody.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const CACHE = 'titian-attendance';
const SHELL = '/attendance/offline';
/** A network that is there and carries nothing is worse than none. */
const PATIENCE_MS = 8_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(keptOr(request));
  else if (request.mode === 'navigate' && pathname === '/attendance') event.respondWith(pageOr(request));
});

/** Named by their content: what is kept is what would come. */
async function keptOr(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: CACHE })) ?? fetch(request);
}

async function pageOr(request: Request): Promise<Response> {
  const shell = () => caches.match(SHELL, { cacheName: CACHE });
  try {
    const answer = await withPatience(request);
    // In front of the server something answers that the server is not there.
    const isAway = answer.status === 502 || answer.status === 503 || answer.status === 504;
    return (isAway ? await shell() : undefined) ?? answer;
  } catch (error) {
    const kept = await shell();
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A form that is under way is never given up on: its answer says what became of it. */
const withPatience = (request: Request): Promise<Response> =>
  request.method === 'GET'
    ? Promise.race([
        fetch(request),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
        }),
      ])
    : fetch(request);

export {};
