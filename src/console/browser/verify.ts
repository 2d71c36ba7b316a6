/** Tells how far a verification is while it runs, and shows its verdict once it has ended. */

const LOOK_EVERY_MS = 2_000;
const shown = document.querySelector<HTMLElement>('[data-verification]');

async function look(id: string): Promise<void> {
  const response = await fetch(`/audit/verify/${id}/progress`, { headers: { accept: 'application/json' } });
  // Signed out, or another server answers: the page itself says which.
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json'))
    return location.reload();
  const { state, progress } = (await response.json()) as {
    state: string;
    progress: { share: number } | null;
  };
  if (state !== 'running') return location.reload();
  const percent = Math.floor((progress?.share ?? 0) * 100);
  const bar = document.querySelector<HTMLProgressElement>('[data-progress]');
  const text = document.querySelector<HTMLElement>('[data-progress-text]');
  // A screen reader hears every ten percent, not every two seconds.
  if (text !== null && Math.floor(percent / 10) !== Math.floor((bar?.value ?? 0) / 10)) {
    text.textContent = (text.textContent ?? '').replace(/\d+/, String(percent));
  }
  if (bar !== null) bar.value = percent;
  setTimeout(() => void look(id), LOOK_EVERY_MS);
}

if (shown !== null) setTimeout(() => void look(shown.dataset.verification ?? ''), LOOK_EVERY_MS);
