/** Cards of receipts and of their verification. */
export const receipts = {
  title: 'Reçu',
  picture: 'Le reçu et son code sous forme de code QR',
  code: 'Code',
  asText: 'Texte',
  note:
    'Chacun peut vérifier le code avec `/verify`. Les tiers ne voient pas le montant, sauf ' +
    'si le payeur l’autorise.',
  shown: 'Toute personne qui a un code voit le montant et le jour de vos paiements.',
  hidden:
    'Le code apprend seulement aux tiers que le reçu est authentique, pas le montant ni le jour.',
  show: 'Montrer le montant à tous',
  hide: 'Masquer le montant',
  textNote: 'Donnez ce fichier, ou son texte, à `/verify` : chaque caractère est vérifié.',
  another: 'Vérifier un autre',
  genuine: 'Authentique',
  day: 'Jour',
  whole: 'Chaque caractère du texte est tel que la banque l’a émis.',
  codeOnly:
    'Le code est celui d’un reçu de cette banque. Le payeur n’a pas autorisé à en voir ' +
    'plus. Pour vérifier ce que dit un reçu, demandez-le sous forme de texte.',
  compare: 'Comparez avec ce que dit le reçu.',
  noCode: 'Ce texte ne contient aucun reçu. Copiez le code ou le texte entier du reçu.',
  menu: 'Vérifier le reçu',
  reversed: (day: string) => `Annulé le ${day}`,
  unknown: {
    title: 'Inconnu',
    sentence:
      'Cette banque n’a pas émis un tel reçu, ou son code ou son texte a été modifié. ' +
      'Copiez-le à nouveau, ou demandez le reçu sous forme de texte.',
  },
};
