/** La page de la banque, et les cartes qui y mènent. */
import { joined, type Markup, md } from '../text/markup.ts';

export const page = {
  link: {
    sentence: 'Continuez dans votre navigateur, sur la page de la banque.',
    code: (code: Markup): Markup =>
      md`La page affiche le code ${code}. Si elle en affiche un autre, fermez-la.`,
    once:
      'Le lien est valable une fois, dans un seul navigateur, pendant 10 minutes. Ne le ' +
      'transmettez pas.',
    open: 'Ouvrir la page',
    onPage: 'Sur la page de la banque',
    confirmOpens: '*Confirmer* ouvre la page de la banque, où vous l’approuvez.',
    inForm: 'Remplir ici',
  },
  footer: 'La banque ne demande jamais votre mot de passe Discord.',
  start: {
    title: 'Ouvrir votre lien',
    sentence:
      'Appuyez sur « Ouvrir la page » dans votre conversation avec la banque. Si cette page ne ' +
      'continue pas d’elle-même, copiez le lien de ce bouton et collez-le ici.',
    label: 'Lien',
    button: 'Ouvrir',
    unread:
      'Ce n’est pas un lien de la banque. Copiez le lien complet du bouton « Ouvrir la page ».',
  },
  form: {
    code: 'Code de ce lien :',
    codeWhy:
      'Votre conversation avec la banque doit afficher le même code. Sinon, fermez cette page.',
    send: 'Envoyer',
    approve: 'Approuver',
  },
  passkeys: {
    overview:
      'Les **clés d’accès** permettent de vous connecter et d’approuver des paiements ' +
      'par empreinte, visage ou code PIN, sur la page de la banque.',
    button: 'Clés d’accès',
    title: 'Vos clés d’accès',
    none:
      'Vous n’avez pas encore de clé d’accès. Elle permet de vous connecter et d’approuver ' +
      'des paiements par empreinte, visage ou code PIN.',
    add: 'Ajouter une clé d’accès',
    unused: 'jamais utilisée',
    used: (day: Markup): Markup => md`dernière utilisation ${day}`,
    made: (day: Markup): Markup => md`ajoutée ${day}`,
    remove: (name: string): string => `Supprimer : ${name}`,
    removeIntent: 'supprimer une clé d’accès',
    form: { title: 'Ajouter une clé d’accès' },
    added: {
      title: 'Votre clé d’accès est ajoutée',
      sentence: 'Vous pouvez désormais vous connecter et approuver des paiements avec elle.',
    },
    removed: {
      title: 'La clé d’accès est supprimée',
      sentence: 'Elle ne fonctionne plus ici. Vous pouvez aussi l’effacer de votre appareil.',
    },
    use: 'Utiliser une clé d’accès',
    approve: 'Approuver avec une clé d’accès',
    create: 'Créer la clé d’accès',
    orForm: 'Ou remplissez le formulaire :',
    failed:
      'La clé d’accès n’a pas été utilisée. Rien n’a changé. Réessayez, ou remplissez le ' +
      'formulaire.',
    offer: {
      title: 'Ajouter une clé d’accès maintenant ?',
      sentence:
        'Elle permet de vous connecter et d’approuver des paiements par empreinte, visage ou ' +
        'code PIN, sans mot de passe.',
      later: 'Vous pouvez aussi en ajouter une plus tard avec /security.',
    },
    firstName: 'Ma première clé d’accès',
    notMade: 'Aucune clé d’accès n’a été créée. Rien n’a changé. Réessayez.',
    unable:
      'Ce navigateur ne peut pas utiliser de clé d’accès ici. Rien n’a changé. Ouvrez le ' +
      'lien dans un autre navigateur, avec JavaScript.',
  },
  ended: {
    title: 'Terminé',
    sentence:
      'Vous pouvez fermer cette page. Le résultat est dans votre conversation avec la banque.',
  },
  turnedAway: {
    ELSEWHERE: {
      title: 'Votre lien a été ouvert dans un autre navigateur',
      sentence: (code: Markup): Markup =>
        joined(
          [
            md`Le lien portant le code ${code} a été ouvert dans un second navigateur, où il a été refusé.`,
            md`
Rien n’a changé. Si ce n’était pas vous, bloquez votre compte.
            `,
          ],
          ' ',
        ),
    },
    EXPIRED: {
      title: 'Votre lien a expiré',
      sentence: (code: Markup): Markup =>
        md`Le lien portant le code ${code} a été ouvert après ses 10 minutes. Rien n’a changé.`,
    },
    newLink: 'Nouveau lien',
  },
  refusals: {
    title: 'Cela n’a pas marché',
    UNKNOWN:
      'Ce lien n’est pas valable ici. Rien n’a changé. Ouvrez-le dans le navigateur où vous avez ' +
      'commencé, ou demandez un nouveau lien dans Discord.',
    EXPIRED: 'Ce lien a expiré. Rien n’a changé. Demandez-en un nouveau dans Discord.',
    USED: 'Ce lien a déjà été utilisé. Le résultat est dans votre conversation avec la banque.',
    ELSEWHERE:
      'Ce lien a été ouvert dans un autre navigateur. Rien n’a changé. Si ce n’était pas vous, ' +
      'fermez vos sessions avec /logout et demandez un nouveau lien dans Discord.',
    ORIGIN:
      'Ce formulaire ne vient pas de la page de la banque. Rien n’a changé. Ouvrez votre lien à ' +
      'nouveau.',
    CLOSED: 'La banque est en train d’ouvrir. Rien n’a changé. Réessayez dans un instant.',
    CROWDED: 'Trop de personnes utilisent cette page. Rien n’a changé. Réessayez dans une minute.',
    NO_PAGE: 'Cette page n’existe pas. Ouvrez le lien de votre conversation avec la banque.',
    DEFECT:
      'Une erreur s’est produite chez nous. L’opération n’a peut-être pas été faite : regardez ' +
      'dans votre conversation avec la banque avant de réessayer.',
  },
};
