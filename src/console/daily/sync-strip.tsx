/** On a phone: what was not sent yet, why, and what became of what was. Rendered by the page's script alone. */

import type { Instant, Zone } from '../../domain/time/moment.ts';
import { instantInWords } from '../words/amounts.ts';
import { articleWords } from '../words/articles.ts';
import type { Words } from '../words/words.ts';
import type { Act, ActResult } from './act.ts';
import { ACT_WORDS } from './attendance-words.ts';
import { useDay, useWords } from './day-context.ts';

export interface SyncStripProps {
  /** Of the account that is at work here. */
  readonly unsent: number;
  /** Kept for others, who must sign in themselves. */
  readonly ofOthers: number;
  readonly standing: 'sent' | 'sending' | 'offline' | 'signed-out' | 'other-account' | 'later' | 'untouched';
  readonly results: readonly { readonly result: ActResult; readonly act: Act; readonly name: string }[];
  readonly zone: Zone;
  readonly keptAt?: Instant;
  /** The page that the phone kept, not the server's. */
  readonly isKeptPage: boolean;
  onSend(): void;
  onDismiss(id: string): void;
}

export function SyncStrip(props: SyncStripProps) {
  const { unsent, ofOthers, standing, results } = props;
  const isQuiet = unsent === 0 && ofOthers === 0 && results.length === 0 && standing === 'untouched';
  return <div role="status">{isQuiet ? null : <Told {...props} />}</div>;
}

function Told(props: SyncStripProps) {
  const t = useWords();
  const { unsent, ofOthers, standing, results, isKeptPage, onSend } = props;
  const isWrong = standing === 'signed-out' || standing === 'other-account';
  const look = isWrong ? 'wrong' : unsent === 0 ? 'sent' : 'waiting';
  return (
    <>
      {unsent === 0 && standing !== 'sent' && standing !== 'offline' ? null : (
        <div class={`titian-sync titian-sync--${look}`}>
          <p class="govuk-body">
            <strong>
              {unsent === 0
                ? standing === 'offline'
                  ? t(OFFLINE)
                  : t({ id: 'Semua catatan sudah terkirim.', en: 'Everything was sent.' })
                : `${t({ id: 'Tersimpan di telepon ini, belum terkirim', en: 'Kept on this phone, not sent yet' })} (${unsent})`}
            </strong>
          </p>
          {isKeptPage && standing === 'sent' ? (
            <p class="govuk-body">
              <a class="govuk-link" href="/attendance">
                {t({ id: 'Buka halaman lengkap', en: 'Open the whole page' })}
              </a>
            </p>
          ) : null}
          {unsent === 0 && standing !== 'offline' ? null : <Why {...props} />}
          {unsent === 0 ? null : (
            <button type="button" class="govuk-button govuk-button--secondary" onClick={onSend}>
              {standing === 'sending'
                ? t({ id: 'Sedang mengirim…', en: 'Sending…' })
                : t({ id: 'Kirim sekarang', en: 'Send now' })}
            </button>
          )}
        </div>
      )}
      {ofOthers === 0 ? null : (
        <div class="titian-sync titian-sync--wrong">
          <p class="govuk-body">
            {t({
              id: 'Di telepon ini juga tersimpan catatan akun lain yang belum terkirim',
              en: 'This phone also keeps unsent entries of another account',
            })}{' '}
            ({ofOthers}).{' '}
            {t({
              id: 'Hanya akun itu yang dapat mengirimnya, setelah masuk lagi.',
              en: 'Only that account can send them, after signing in again.',
            })}
          </p>
        </div>
      )}
      {results.length === 0 ? null : <Results {...props} />}
    </>
  );
}

const OFFLINE: Words = { id: 'Tidak ada jaringan.', en: 'There is no network.' };

const WHY: { readonly [standing: string]: Words } = {
  offline: {
    id: 'Tidak ada jaringan. Anda tetap dapat mencatat; semuanya terkirim sendiri setelah jaringan kembali.',
    en: 'There is no network. You can go on; everything is sent by itself once the network is back.',
  },
  later: {
    id: 'Server belum dapat menerima semuanya. Dicoba lagi sebentar lagi; tidak ada yang dihitung dua kali.',
    en: 'The server cannot take all of it yet. It is tried again shortly; nothing counts twice.',
  },
  'other-account': {
    id: 'Akun lain sedang masuk di sini. Catatan ini hanya dapat dikirim oleh akun yang membuatnya.',
    en: 'Another account is signed in here. Only the account that made these entries can send them.',
  },
};

function Why({ standing, keptAt, zone }: SyncStripProps) {
  const t = useWords();
  const { language } = useDay();
  const why = WHY[standing];
  return (
    <>
      {why === undefined ? null : <p class="govuk-body">{t(why)}</p>}
      {standing !== 'signed-out' ? null : (
        <p class="govuk-body">
          {t({
            id: 'Waktu masuk Anda sudah habis. Catatan tetap tersimpan.',
            en: 'Your session has ended. The entries stay here.',
          })}{' '}
          <a class="govuk-link" href="/sign-in?next=%2Fattendance">
            {t({ id: 'Masuk lagi untuk mengirim', en: 'Sign in again to send them' })}
          </a>
        </p>
      )}
      {keptAt === undefined || standing !== 'offline' ? null : (
        <p class="govuk-body">
          {t({ id: 'Daftar ini disimpan', en: 'This list was kept' })}{' '}
          {instantInWords(language, keptAt, zone)}.
        </p>
      )}
    </>
  );
}

function Results({ results, onDismiss }: SyncStripProps) {
  const t = useWords();
  const isBad = results.some(({ result: { outcome } }) => outcome === 'conflict' || outcome === 'refused');
  return (
    <div class={`titian-sync titian-sync--${isBad ? 'wrong' : 'sent'}`}>
      <h2 class="govuk-heading-s">{t({ id: 'Yang perlu Anda ketahui', en: 'What you should know' })}</h2>
      <ul>
        {results.map(({ result, act, name }) => (
          <li key={result.id} data-outcome={result.outcome}>
            <p class="govuk-body">
              <strong>
                {name === '' ? '' : `${name} · `}
                {t(ACT_WORDS[act.kind])}: {t(OUTCOME_WORDS[result.outcome])}
              </strong>
            </p>
            {[result.sentence, result.next, result.lateness].map((words) =>
              words === undefined ? null : <p class="govuk-body">{t(words)}</p>,
            )}
            {result.article === undefined ? null : (
              <p class="govuk-body">
                {t({ id: 'Dasar', en: 'Basis' })}: {t(articleWords(result.article))}
              </p>
            )}
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={() => onDismiss(result.id)}
            >
              {t({ id: 'Mengerti', en: 'Understood' })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const OUTCOME_WORDS: { readonly [O in ActResult['outcome']]: Words } = {
  recorded: { id: 'tercatat', en: 'recorded' },
  known: { id: 'sudah tercatat sebelumnya', en: 'had been recorded before' },
  conflict: { id: 'tidak ditambahkan', en: 'not added' },
  refused: { id: 'ditolak', en: 'refused' },
  later: { id: 'belum terkirim', en: 'not sent yet' },
};
