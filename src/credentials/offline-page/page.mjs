// Shows what the checker found. Everything a credential says is set as text, never as markup.
import { checkCertificate } from './checker.mjs';

const known = JSON.parse(document.getElementById('known').textContent);

const WORDS = {
  VALID: ['Berlaku', 'Valid'],
  NOT_VALID: ['Tidak berlaku', 'Not valid'],
  NOT_YET: ['Belum berlaku', 'Not valid yet'],
  NOT_GENUINE: ['Bukan sertifikat yang sah', 'Not a genuine certificate'],
  UNKNOWN: [
    'Asli, tetapi statusnya belum dapat dipastikan. Sambungkan ke internet lalu muat ulang.',
    'Genuine, but its status cannot be told. Connect and load again.',
  ],
};

const at = (id) => document.getElementById(id);

async function show(text) {
  if (text === '') return;
  const { verdict, asOf, certificate } = await checkCertificate(text, known, Math.floor(Date.now() / 1_000));
  at('result').hidden = false;
  at('result').dataset.verdict = verdict;
  at('verdict').textContent = WORDS[verdict][0];
  at('verdict-en').textContent = WORDS[verdict][1];
  at('as-of').textContent =
    asOf === undefined
      ? ''
      : `Status per ${new Date(asOf * 1_000).toLocaleString('id-ID')}${navigator.onLine ? '' : ' (luring)'}`;
  at('details').hidden = certificate === undefined;
  for (const field of ['title', 'holder', 'number', 'scheme', 'issuer']) {
    at(field).textContent = certificate?.[field] ?? '';
  }
  at('units').textContent = (certificate?.units ?? []).join(', ');
  at('dates').textContent =
    certificate === undefined ? '' : `${certificate.validFrom} s.d. ${certificate.validUntil}`;
}

at('by-text').addEventListener('submit', (event) => {
  event.preventDefault();
  show(at('text').value);
});
at('file').addEventListener('change', async () => show((await at('file').files[0]?.text()) ?? ''));
addEventListener('hashchange', () => show(location.hash.slice(1)));
show(location.hash.slice(1));

// From the second visit on the page opens without a network.
navigator.serviceWorker?.register('/verify/worker.js', { scope: '/verify' }).catch(() => {});
