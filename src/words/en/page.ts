/** The bank's own page, and the cards that lead to it. */
import { joined, type Markup, md } from '../text/markup.ts';

export const page = {
  /** The card with the link. */
  link: {
    sentence: 'Go on in your browser, on the bank’s own page.',
    code: (code: Markup): Markup =>
      md`The page shows the code ${code}. If it shows another, close it.`,
    once: 'The link works once, in one browser, for 10 minutes. Do not pass it on.',
    open: 'Open the page',
    onPage: 'On the bank’s page',
    confirmOpens: '*Confirm* opens the bank’s page, where you approve it.',
    inForm: 'Use a form here',
  },
  footer: 'The bank never asks for your Discord password.',
  start: {
    title: 'Open your link',
    sentence:
      'Press “Open the page” in your chat with the bank. If this page does not go on by itself, ' +
      'copy the link of that button and paste it here.',
    label: 'Link',
    button: 'Open',
    unread: 'That is not a link from the bank. Copy the whole link of the button “Open the page”.',
  },
  form: {
    code: 'Code of this link:',
    codeWhy: 'Your chat with the bank must show the same code. If it does not, close this page.',
    send: 'Send',
    approve: 'Approve',
  },
  passkeys: {
    overview:
      '**Passkeys** log you in and approve payments with your fingerprint, face or PIN, ' +
      'on the bank’s own page.',
    button: 'Passkeys',
    title: 'Your passkeys',
    none:
      'You have no passkey yet. With one, you log in and approve payments with your ' +
      'fingerprint, face or PIN.',
    add: 'Add a passkey',
    unused: 'never used',
    used: (day: Markup): Markup => md`last used ${day}`,
    made: (day: Markup): Markup => md`added ${day}`,
    remove: (name: string): string => `Remove ${name}`,
    removeIntent: 'remove a passkey',
    form: { title: 'Add a passkey' },
    added: {
      title: 'Your passkey is added',
      sentence: 'You can log in and approve payments with it from now on.',
    },
    removed: {
      title: 'The passkey is removed',
      sentence: 'It no longer works here. You can also delete it on your device.',
    },
    use: 'Use a passkey',
    approve: 'Approve with a passkey',
    create: 'Create the passkey',
    orForm: 'Or fill in the form:',
    failed: 'The passkey was not used. Nothing changed. Try again, or fill in the form.',
    offer: {
      title: 'Add a passkey now?',
      sentence:
        'With one, you log in and approve payments with your fingerprint, face or PIN, and no ' +
        'password.',
      later: 'You can add one later with /security.',
    },
    firstName: 'My first passkey',
    notMade: 'No passkey was created. Nothing changed. Try again.',
    unable:
      'This browser cannot use passkeys here. Nothing changed. Open the link in another ' +
      'browser, with JavaScript.',
  },
  ended: {
    title: 'Done',
    sentence: 'You can close this page. Your chat with the bank shows the result.',
  },
  /** In the chat, when the page has refused a link. */
  turnedAway: {
    ELSEWHERE: {
      title: 'Your link was opened in another browser',
      sentence: (code: Markup): Markup =>
        joined(
          [
            md`The link with the code ${code} was opened in a second browser, and refused there.`,
            md`
Nothing changed. If that was not you, lock your account.
            `,
          ],
          ' ',
        ),
    },
    EXPIRED: {
      title: 'Your link has expired',
      sentence: (code: Markup): Markup =>
        md`The link with the code ${code} was opened after its 10 minutes. Nothing changed.`,
    },
    newLink: 'New link',
  },
  refusals: {
    title: 'This did not work',
    UNKNOWN:
      'This link is not valid here. Nothing changed. Open it in the browser you began with, or ' +
      'ask for a new link in Discord.',
    EXPIRED: 'This link has expired. Nothing changed. Ask for a new one in Discord.',
    USED: 'This link has already been used. Your chat with the bank shows the result.',
    ELSEWHERE:
      'This link was opened in another browser. Nothing changed. If that was not you, end your ' +
      'sessions with /logout and ask for a new link in Discord.',
    ORIGIN: 'This form was not sent from the bank’s page. Nothing changed. Open your link again.',
    CLOSED: 'The bank is just starting. Nothing changed. Try again in a moment.',
    CROWDED:
      'Too many people are using this page right now. Nothing changed. Try again in a minute.',
    NO_PAGE: 'There is no such page. Open the link from your chat with the bank.',
    DEFECT:
      'Something went wrong on our side. This may not have been done: look in your chat with the ' +
      'bank before you try again.',
  },
};
