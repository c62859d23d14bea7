// The service worker of the served page: keeps the page's own files, so that it works offline after the first visit, and
// answers from them alone. build.mjs fills in the version, a hash of these files.

const CACHE = 'lupe-%VERSION%';
const FILES = ['./', 'manifest.webmanifest', 'icon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith('lupe-') && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return await cache.match(event.request, { ignoreSearch: true }) ?? fetch(event.request);
  };
  if (new URL(event.request.url).origin === self.location.origin) event.respondWith(answer());
});
