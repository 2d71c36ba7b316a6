// Shows what the checker found. Everything a credential says is set as text, never as markup.
import { checkCertificate } from './checker.mjs';

const known = JSON.parse(document.getElementById('known').textContent);

const WORDS = {
  VALID: ['Berlaku', 'Valid'],
  NOT_VALID: ['Tidak berlaku', 'Not valid'],
  NOT_YET: ['Belum berlaku', 'Not valid yet'],
  NOT_GENUINE: ['Bukan sertifikat yang sah', 'Not a genuine certificate'],
  // Its last day stands on the certificate itself; why another is not valid is told nobody.
  ENDED: ['Tidak berlaku: masa berlakunya sudah berakhir', 'Not valid: it has ended'],
  UNKNOWN: [
    'Asli, tetapi statusnya belum dapat dipastikan. Sambungkan ke internet lalu muat ulang.',
    'Genuine, but its status cannot be told. Connect and load again.',
  ],
};

/** The server sets it as everywhere else; the button changes it here, also without a network. */
const isEnglish = () => document.documentElement.lang === 'en';
const say = (id, en) => (isEnglish() ? en : id);
const locale = () => say('id-ID', 'en-GB');

/** `22 November 2026 pukul 14.05`, on the clock of this device. */
const moment = (seconds) =>
  new Date(seconds * 1_000).toLocaleString(locale(), { dateStyle: 'long', timeStyle: 'short' });
const day = (date) => new Date(`${date}T12:00:00`).toLocaleDateString(locale(), { dateStyle: 'long' });

const at = (id) => document.getElementById(id);

let shown = '';

async function show(text) {
  if (text === '') return;
  shown = text;
  const { verdict, asOf, certificate } = await checkCertificate(text, known, Math.floor(Date.now() / 1_000));
  at('result').hidden = false;
  at('result').dataset.verdict = verdict;
  const today = new Date().toISOString().slice(0, 10);
  const ended = verdict === 'NOT_VALID' && certificate !== undefined && certificate.validUntil < today;
  at('verdict').textContent = say(...WORDS[ended ? 'ENDED' : verdict]);
  at('as-of').textContent =
    asOf === undefined
      ? ''
      : `${say('Status yang diketahui per', 'Status known as of')} ${moment(asOf)}${
          navigator.onLine ? '' : say(', tanpa internet', ', without a network')
        }`;
  at('details').hidden = certificate === undefined;
  for (const field of ['title', 'holder', 'number', 'scheme', 'issuer']) {
    at(field).textContent = certificate?.[field] ?? '';
  }
  at('units').textContent = (certificate?.units ?? []).join(', ');
  at('dates').textContent =
    certificate === undefined
      ? ''
      : `${day(certificate.validFrom)} ${say('sampai', 'to')} ${day(certificate.validUntil)}`;
}

function turnTo(language) {
  document.documentElement.lang = language;
  document.title = say('Periksa sertifikat', 'Check a certificate');
  show(shown);
}
turnTo(document.documentElement.lang);
at('language').addEventListener('click', () => turnTo(isEnglish() ? 'id' : 'en'));

at('by-text').addEventListener('submit', (event) => {
  event.preventDefault();
  show(at('text').value);
});
at('file').addEventListener('change', async () => show((await at('file').files[0]?.text()) ?? ''));
addEventListener('hashchange', () => show(location.hash.slice(1)));
show(location.hash.slice(1));

// From the second visit on the page opens without a network.
navigator.serviceWorker?.register('/verify/worker.js', { scope: '/verify' }).catch(() => {});
