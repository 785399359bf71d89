/** Answers to a greeting, thanks and a goodbye. */
export const courtesy = {
  greeting: { title: 'Hallo', sentence: 'Schön, dass du da bist.' },
  thanks: { title: 'Gern geschehen', sentence: 'Schreib mir, wenn du etwas brauchst.' },
  goodbye: { title: 'Bis bald', sentence: 'Du kannst mir jederzeit wieder schreiben.' },
  logOut: 'Abmelden',
};
