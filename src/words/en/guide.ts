/** The steps of the guide in the sandbox page. */
export const guide = {
  register: {
    title: 'Open an account',
    text: 'Type `/register`, press Enter twice and fill in the form. Any details will do.',
  },
  deposit: {
    title: 'Add money',
    text: 'Type `/deposit amount:100`, press Enter and confirm.',
  },
  payee: {
    title: 'Open one for Ben',
    text: 'You need a person to pay. Become Ben and type `/register`.',
  },
  transfer: {
    title: 'Pay Ben',
    text:
      'As Anna, type `/transfer member:Ben amount:5`, press Enter and confirm. ' +
      'Or write to the bank in direct messages: `send Ben 5`.',
  },
  read: {
    title: 'Read it as Ben',
    text: 'Become Ben and open the message from the bank.',
  },
  end: 'That is the bank. Type `/help` to see what else it can do.',
};
