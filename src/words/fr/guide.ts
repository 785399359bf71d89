/** The steps of the guide in the sandbox page. */
export const guide = {
  register: {
    title: 'Ouvrir un compte',
    text:
      'Tapez `/register`, appuyez deux fois sur Entrée et remplissez le formulaire. ' +
      'Vous pouvez inventer les données.',
  },
  deposit: {
    title: 'Déposer de l’argent',
    text: 'Tapez `/deposit montant:100`, appuyez sur Entrée et confirmez.',
  },
  payee: {
    title: 'Un compte pour Ben',
    text: 'Il vous faut une personne à payer. Devenez Ben et tapez `/register`.',
  },
  transfer: {
    title: 'Payer Ben',
    text:
      'En tant qu’Anna, tapez `/transfer membre:Ben montant:5`, appuyez sur Entrée et confirmez. ' +
      'Ou écrivez à la banque en message privé : `envoie 5 à Ben`.',
  },
  read: {
    title: 'Lire en tant que Ben',
    text: 'Devenez Ben et ouvrez le message de la banque.',
  },
  end: 'Voilà la banque. Tapez `/help` pour voir ce qu’elle sait faire d’autre.',
};
