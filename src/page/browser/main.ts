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
    if (form.querySelector('[data-kind=make]')) continue;
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

/** Asks the authenticator, and sends its answer in place of the form's fields, or with them. */
function offerPasskey(): void {
  const area = document.querySelector<HTMLElement>('#passkey');
  const form = area?.closest('form');
  const button = area?.querySelector('button');
  const answer = area?.querySelector<HTMLInputElement>('[name=passkey]');
  const failed = area?.querySelector<HTMLElement>('[role=alert]');
  if (!area || !form || !button || !answer || !failed) return;
  if (!('PublicKeyCredential' in window)) return;
  if (!('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
  document.querySelector('#unable')?.remove();
  document.querySelector('#offer')?.removeAttribute('hidden');
  area.hidden = false;
  const options = JSON.parse(area.dataset['options'] ?? '{}') as never;
  const isMade = area.dataset['kind'] === 'make';
  const ask = async (): Promise<Credential | null> =>
    isMade
      ? navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  const send = async (): Promise<void> => {
    failed.hidden = true;
    button.disabled = true;
    try {
      const credential = (await ask()) as PublicKeyCredential | null;
      if (credential === null) throw new TypeError('No passkey');
      answer.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  };
  if (!isMade) button.addEventListener('click', () => void send());
  // The browser has checked that the fields are filled in.
  else {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send();
    });
  }
}

openLink();
offerPasskey();
addEventListener('hashchange', openLink);
sendOnce();
