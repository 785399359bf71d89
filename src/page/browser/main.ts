/** Sends the token of a link, which is in the fragment, as a form; the page works without it. */

const tokenForm = /^#([\w-]{43})$/;

function openLink(): void {
  const token = tokenForm.exec(location.hash)?.[1];
  const form = document.querySelector<HTMLFormElement>('#open');
  const field = form?.querySelector<HTMLInputElement>('[name=link]');
  if (token === undefined || !form || !field) return;
  // So that the token stays neither in the address bar nor in the history.
  history.replaceState(null, '', location.pathname);
  field.value = token;
  form.submit();
}

/** A second press of the button would be refused as sent twice. */
function sendOnce(): void {
  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset['sent'] === 'yes') event.preventDefault();
      form.dataset['sent'] = 'yes';
    });
  }
  // Shown again from the browser's memory.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form')) delete form.dataset['sent'];
  });
}

openLink();
addEventListener('hashchange', openLink);
sendOnce();
