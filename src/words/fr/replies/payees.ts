/** Saved payees, the check of a payee's name, and the entries of the context menu. */
import { type Markup, md } from '../../text/markup.ts';

export const payees = {
  closed: 'compte fermé',
  list: {
    title: 'Vos bénéficiaires',
    none: {
      title: 'Aucun bénéficiaire',
      sentence:
        'Enregistrez un compte sous un surnom et saisissez ce surnom partout à la place du numéro.',
    },
  },
  saved: (nickname: string): Markup => md`${nickname} est enregistré`,
  savedUse: 'Vous pouvez saisir ce surnom partout où un compte est demandé.',
  renamed: (nickname: string): Markup => md`Le surnom est maintenant ${nickname}`,
  removed: (nickname: string): Markup => md`${nickname} est retiré`,
  add: 'Enregistrer un bénéficiaire',
  rename: 'Renommer',
  remove: 'Retirer',
  nameNotShown: 'Nom non affiché',
  check: {
    MATCH: '✅ **Le nom correspond** au compte.',
    close: (name: Markup): Markup => md`⚠️ **Le nom est proche.** Le compte appartient à ${name}.`,
    NO_MATCH:
      '⚠️ **Le nom ne correspond pas à ce compte.** Redemandez le numéro au bénéficiaire avant de confirmer.',
    UNAVAILABLE: 'La banque ne peut pas vérifier le nom pour ce compte.',
    LIMIT: 'Le nom n’a pas été vérifié : vous pouvez en vérifier dix par heure.',
  },
  /** A button beside the one that sends money. */
  request: 'Demander',
  menus: { send: 'Envoyer de l’argent', request: 'Demander de l’argent' },
};
