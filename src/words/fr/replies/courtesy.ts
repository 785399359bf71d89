/** Answers to a greeting, thanks and a goodbye. */
export const courtesy = {
  greeting: { title: 'Bonjour', sentence: 'Ravi de vous voir.' },
  thanks: {
    title: 'Avec plaisir',
    sentence: 'Écrivez-moi dès que vous avez besoin de quelque chose.',
  },
  goodbye: { title: 'Au revoir', sentence: 'Écrivez-moi quand vous voulez.' },
  logOut: 'Se déconnecter',
};
