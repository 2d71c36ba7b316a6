/**
 * Attendance on a phone: whatever is pressed is kept on the phone first and sent then, so that a network that comes and
 * goes loses nothing. Without this script the same forms are sent by the browser.
 */
import { h, render } from 'preact';
import type { AttendanceDay } from '../../api/attendance-view.ts';
import { localDateTimeOf, momentAt } from '../../domain/time/index.ts';
import { actOfForm } from '../daily/act-of-form.ts';
import { type AttendanceFacts, DATA_ID } from '../daily/attendance-data.tsx';
import { DayContext } from '../daily/day-context.ts';
import { DayList } from '../daily/day-list.tsx';
import { withActs } from '../daily/day-rows.ts';
import { cardId } from '../daily/person-card.tsx';
import { SyncStrip, type SyncStripProps } from '../daily/sync-strip.tsx';
import { isLanguage, type Words } from '../words/words.ts';
import { sendActs } from './attendance/sending.ts';
import { keepShell } from './attendance/shell.ts';
import { type KeptDay, openStore, type PhoneStore } from './attendance/store.ts';

/** How often it is tried again by itself, where something waits. */
const AGAIN_MS = 30_000;
/** Read by browser/page.ts before somebody signs out. */
const UNSENT_FLAG = 'titian-unsent';

const NAMES_FORGOTTEN: Words = {
  id: 'Nama-nama sudah dihapus dari telepon ini. Setelah Anda masuk lagi, daftarnya muncul kembali.',
  en: 'The names were removed from this phone. The list comes back once you have signed in again.',
};

const list = document.getElementById('attendance-list');
const strip = document.getElementById('attendance-sync');
const { lang } = document.documentElement;
const language = isLanguage(lang) ? lang : 'id';

const factsOnPage = (): AttendanceFacts | undefined => {
  const text = document.getElementById(DATA_ID)?.textContent;
  return text === undefined || text === null ? undefined : (JSON.parse(text) as AttendanceFacts);
};

interface Shown {
  day: KeptDay | undefined;
  formToken: string;
  standing: SyncStripProps['standing'];
  /** The list as the server made it still stands there. */
  asServed: boolean;
}

async function start(store: PhoneStore): Promise<void> {
  const facts = factsOnPage();
  const shown: Shown = {
    day: facts === undefined ? await keptDay(store) : await liveDay(store, facts),
    formToken: facts?.formToken ?? '',
    standing: facts === undefined ? 'offline' : 'untouched',
    asServed: facts !== undefined,
  };
  let isSending = false;
  let isPainted = false;

  async function paint(): Promise<void> {
    const { day } = shown;
    const acts = await store.acts();
    const own = acts.filter(({ account }) => account === day?.account);
    const results = day === undefined ? [] : await store.results(day.account);
    noteUnsent(acts.length);
    const nameOf = (personId: string): string =>
      [...(day?.day.people ?? []), ...(day?.day.toConfirm ?? []), ...(day?.day.missing ?? [])].find(
        (row) => row.personId === personId,
      )?.name ?? '';
    const told: SyncStripProps = {
      unsent: day === undefined ? acts.length : own.length,
      ofOthers: day === undefined ? 0 : acts.length - own.length,
      standing: shown.standing,
      results: results.map((one) => ({ ...one, name: nameOf(one.act.personId) })),
      zone: day?.day.zone ?? 'WIB',
      ...(day === undefined || shown.asServed ? {} : { keptAt: day.keptAt }),
      isKeptPage: facts === undefined,
      onSend: () => void send(),
      onDismiss: (id) => void store.dismiss(id).then(paint),
    };
    const knows = { language, formToken: shown.formToken } as const;
    if (strip !== null) render(h(DayContext.Provider, { value: knows, children: h(SyncStrip, told) }), strip);
    if (list === null || (shown.asServed && own.length === 0)) return;
    shown.asServed = false;
    if (day === undefined) return;
    if (!isPainted) list.replaceChildren();
    isPainted = true;
    if (shown.standing === 'signed-out' || shown.standing === 'other-account') {
      render(null, list);
      render(h('p', { class: 'govuk-body titian-empty' }, NAMES_FORGOTTEN[language]), list);
      return;
    }
    const now = siteTime(day);
    const children = h(DayList, {
      // The kept page itself says neither where nor when: it is nobody's.
      ...(facts === undefined ? { siteName: day.siteName } : {}),
      ...{ day: withActs(day.day, own), now, isToday: day.day.date === now.slice(0, 10) },
      ...{ unsent: new Set(own.map(({ personId }) => personId)), offline: shown.standing === 'offline' },
    });
    // Forms of a list that has changed begin closed and with command ids of their own.
    render(null, list);
    render(h(DayContext.Provider, { value: knows, children }), list);
  }

  async function send(): Promise<void> {
    const { day } = shown;
    if (day === undefined || isSending) return;
    isSending = true;
    try {
      shown.standing = 'sending';
      await paint();
      const standing = await sendActs(store, day.account, day.day.date);
      shown.standing = standing.kind;
      if (standing.kind === 'signed-out' || standing.kind === 'other-account') await forgetNames(day);
      if ('day' in standing && standing.day !== undefined) await refreshDay(standing.day, standing.now);
    } finally {
      isSending = false;
      await paint();
    }
  }

  /** Whoever holds the phone now may not be whom the names were given to. */
  async function forgetNames(day: KeptDay): Promise<void> {
    if ((await store.day())?.account === day.account) await store.forgetDay();
    shown.day = withoutPeople(day);
    shown.asServed = false;
  }

  async function refreshDay(day: AttendanceDay, now: string | undefined): Promise<void> {
    const before = shown.day;
    if (before === undefined) return;
    const offsetMs = now === undefined ? before.offsetMs : Date.parse(now) - Date.now();
    const keptAt = now ?? new Date(Date.now() + offsetMs).toISOString();
    shown.day = { ...before, day, offsetMs, keptAt };
    shown.asServed = false;
    if (day.date === siteTime(shown.day).slice(0, 10)) await store.keepDay(shown.day);
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || shown.day === undefined) return;
    const { act: kind } = form.dataset;
    // A reason is not kept on a phone.
    if (kind === undefined || kind === 'dispute') return;
    event.preventDefault();
    // A second tap on the same button is the same tap.
    if (form.dataset.noted !== undefined) return;
    form.dataset.noted = 'yes';
    void note(form, shown.day);
  });

  async function note(form: HTMLFormElement, day: KeptDay): Promise<void> {
    const fields = new FormData(form);
    const now = new Date(Date.now() + day.offsetMs).toISOString();
    const read = actOfForm((name) => String(fields.get(name) ?? ''), now, day.day.zone);
    if (!read.ok) {
      delete form.dataset.noted;
      return tellIn(form, read.error[language]);
    }
    const { id: _itsOwn, ...act } = read.act;
    await store.add({
      ...{ ...act, account: day.account, deviceAt: new Date().toISOString(), offsetMs: day.offsetMs },
    });
    if (shown.standing === 'untouched') shown.standing = 'sending';
    await paint();
    document.getElementById(cardId(act.personId, act.caseId))?.querySelector('h3')?.focus();
    await send();
  }

  addEventListener('online', () => void send());
  setInterval(() => {
    void store.acts().then((acts) => {
      const waits = acts.some(({ account }) => account === shown.day?.account);
      return waits && document.visibilityState === 'visible' ? send() : undefined;
    });
  }, AGAIN_MS);

  await paint();
  const waiting = (await store.acts()).some(({ account }) => account === shown.day?.account);
  if (waiting || facts === undefined) await send();
  if (facts !== undefined) await keepShell();
}

/** The list that was kept, where it is today's: yesterday's names are forgotten. */
async function keptDay(store: PhoneStore): Promise<KeptDay | undefined> {
  const kept = await store.day();
  if (kept === undefined || kept.day.date >= siteTime(kept).slice(0, 10)) return kept;
  await store.forgetDay();
  return withoutPeople(kept);
}

const withoutPeople = (kept: KeptDay): KeptDay => ({
  ...kept,
  day: { ...kept.day, people: [], toConfirm: [], missing: [] },
});

async function liveDay(store: PhoneStore, facts: AttendanceFacts): Promise<KeptDay> {
  const { day, account, siteName } = facts;
  const offsetMs = Date.parse(facts.now) - Date.now();
  const live = { day, account, siteName, offsetMs, keptAt: facts.now };
  const isToday = day.date === siteTime(live).slice(0, 10);
  if (isToday) await store.keepDay(live);
  else if ((await store.day())?.account !== account) await store.forgetDay();
  return live;
}

const siteTime = ({ offsetMs, day }: Pick<KeptDay, 'offsetMs' | 'day'>): string =>
  localDateTimeOf(momentAt(new Date(Date.now() + offsetMs).toISOString(), day.zone)).slice(0, 16);

function tellIn(form: HTMLFormElement, text: string): void {
  const before = form.querySelector('.govuk-error-message');
  const message =
    before ?? form.querySelector('.titian-day__field')?.appendChild(document.createElement('p'));
  if (message === null || message === undefined) return;
  message.className = 'govuk-error-message';
  message.setAttribute('role', 'alert');
  message.textContent = text;
  form.querySelector<HTMLInputElement>('input[type="time"]')?.focus();
}

function noteUnsent(count: number): void {
  if (count === 0) localStorage.removeItem(UNSENT_FLAG);
  else localStorage.setItem(UNSENT_FLAG, String(count));
}

// Where a browser keeps nothing (a private window), the forms of the page are sent as they stand.
openStore().then(start, () => undefined);
