/** On every page: nothing is sent twice, and a page of errors begins at its errors. Everything works without it. */

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
