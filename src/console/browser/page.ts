/** On every page: nothing is sent twice, and a page of errors begins at its errors. Everything works without it. */
import { forgetDayOfOthers } from './attendance/forget.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    else form.dataset.sent = 'yes';
  });
}

// A page that the browser kept and shows again may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
});

document.querySelector<HTMLElement>('[data-focus]')?.focus();

// The page of attendance looks after what it keeps by itself, also where a phone shows it without a network.
const { account } = document.documentElement.dataset;
if (account !== undefined && document.getElementById('attendance-list') === null) forgetDayOfOthers(account);

// Whoever signs out loses what this phone has not sent yet (browser/attendance.ts): that is asked first.
const UNSENT_QUESTION: { readonly [language: string]: string } = {
  id: 'Ada catatan kehadiran yang belum terkirim di telepon ini. Keluar akan menghapusnya. Tetap keluar?',
  en: 'This phone keeps attendance entries that were not sent yet. Signing out deletes them. Sign out all the same?',
};
document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.addEventListener('submit', (event) => {
  if (localStorage.getItem('titian-unsent') === null) return;
  const question = UNSENT_QUESTION[document.documentElement.lang] ?? UNSENT_QUESTION.id;
  if (confirm(question)) return;
  event.preventDefault();
  delete (event.target as HTMLFormElement).dataset.sent;
});
