// Keeps the newest page for the time without a network. Only the page: it asks for nothing else.
const KEPT = 'titian-verify';
const PAGE = '/verify';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.add(PAGE)));
  self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname !== PAGE || event.request.method !== 'GET') return;
  event.respondWith(newest());
});

async function newest() {
  const cache = await caches.open(KEPT);
  try {
    const fresh = await fetch(PAGE);
    if (fresh.ok) await cache.put(PAGE, fresh.clone());
    return fresh.ok ? fresh : ((await cache.match(PAGE)) ?? fresh);
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}
