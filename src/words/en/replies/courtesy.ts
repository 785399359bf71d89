/** Answers to a greeting, thanks and a goodbye. */
export const courtesy = {
  greeting: { title: 'Hello', sentence: 'Good to see you.' },
  thanks: { title: 'You’re welcome', sentence: 'Write to me whenever you need something.' },
  goodbye: { title: 'Goodbye', sentence: 'Write to me again at any time.' },
  logOut: 'Log out',
};
