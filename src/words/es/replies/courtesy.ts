/** Answers to a greeting, thanks and a goodbye. */
export const courtesy = {
  greeting: { title: 'Hola', sentence: 'Me alegra verte.' },
  thanks: { title: 'De nada', sentence: 'Escríbeme cuando necesites algo.' },
  goodbye: { title: 'Hasta pronto', sentence: 'Puedes volver a escribirme cuando quieras.' },
  logOut: 'Cerrar sesión',
};
