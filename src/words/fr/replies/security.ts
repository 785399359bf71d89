/** Lock, authenticator app and recovery codes. */
import { type Markup, md } from '../../text/markup.ts';

export const security = {
  place: {
    directMessages: 'vos messages privés',
    server: (channel: Markup): Markup => md`un serveur, dans ${channel}`,
  },
  lock: {
    question: 'Verrouiller votre compte ?',
    sentence:
      'Vous serez déconnecté et aucun argent ne pourra sortir de votre compte. Pour le ' +
      'déverrouiller, il faudra votre mot de passe et un code, ou l’aide d’un conseiller.',
    done: 'Votre compte est verrouillé',
    wasLocked: 'Votre compte était déjà verrouillé',
    effect:
      'Vous ne pouvez pas vous connecter et aucun argent ne peut sortir de votre compte. Vous ' +
      'pouvez toujours recevoir de l’argent.',
    unlockByMail:
      'Pour le déverrouiller, connectez-vous avec `/login` : nous vous enverrons un code par ' +
      'e-mail. Un code de secours convient aussi.',
    unlockByCode: 'Pour le déverrouiller, il faut votre mot de passe et un code de secours.',
  },
  unlock: {
    done: {
      title: 'Votre compte est déverrouillé',
      sentence:
        'Connectez-vous avec `/login`. Si quelqu’un peut connaître votre mot de passe, changez-le ' +
        'avec `/profile password`.',
    },
    wasNotLocked: {
      title: 'Votre compte n’est pas verrouillé',
      sentence: 'Aucun code n’a été utilisé. Connectez-vous avec `/login`.',
    },
  },
  overview: {
    title: 'Votre sécurité',
    appOn:
      '**Application d’authentification** activée : quand la banque vérifie votre identité, ' +
      'saisissez un code de l’application ou un code de secours, pas votre mot de passe.',
    appOff:
      '**Application d’authentification** désactivée : votre mot de passe confirme votre identité. ' +
      'Une application sur votre téléphone est plus sûre : chaque code ne sert qu’une fois.',
    recoveryCodes:
      'Les **codes de secours** vous donnent accès si vous oubliez votre mot de passe, et confirment ' +
      'votre identité si vous perdez le téléphone avec l’application. Chacun sert une seule fois.',
  },
  app: {
    /** These two complete "Vous allez ...". */
    setUpIntent: 'configurer une application d’authentification',
    turnOffIntent: 'désactiver votre application d’authentification',
    begun: {
      title: 'Configurez votre application',
      sentence: 'Scannez ce code avec une application d’authentification, ou tapez-y la clé.',
      picture: 'Code QR pour votre application d’authentification',
      key: (key: Markup): Markup => md`Clé ${key}`,
      note: 'Saisissez ensuite un code de l’application pour terminer. Ne partagez pas cette clé.',
    },
    enabled: {
      title: 'Votre application est configurée',
      sentence:
        'Désormais, confirmez votre identité avec un code de l’application, plus avec votre mot de ' +
        'passe. Chaque code sert une seule fois. Si vous perdez votre téléphone, utilisez un ' +
        '**code de secours**, par exemple pour désactiver l’application.',
    },
    disabled: {
      title: 'Votre application est désactivée',
      sentence: 'Votre mot de passe confirme de nouveau votre identité.',
    },
  },
};
