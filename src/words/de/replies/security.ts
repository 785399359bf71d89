/** Lock, authenticator app and recovery codes. */
import { type Markup, md } from '../../text/markup.ts';

export const security = {
  place: {
    directMessages: 'Direktnachrichten',
    server: (channel: Markup): Markup => md`ein Server, in ${channel}`,
  },
  lock: {
    question: 'Dein Konto sperren?',
    sentence:
      'Du wirst abgemeldet, und von deinem Konto kann kein Geld mehr abgehen. Zum Entsperren ' +
      'brauchst du dein Passwort und einen Code, oder Hilfe von Mitarbeitern der Bank.',
    done: 'Dein Konto ist gesperrt',
    wasLocked: 'Dein Konto war schon gesperrt',
    effect:
      'Du kannst dich nicht anmelden, und es kann kein Geld abgehen. Geld empfangen kannst du ' +
      'weiterhin.',
    unlockByMail:
      'Zum Entsperren melde dich mit `/login` an: Wir schicken dir einen Code per E-Mail. Auch ein ' +
      'Wiederherstellungscode geht.',
    unlockByCode: 'Zum Entsperren brauchst du dein Passwort und einen Wiederherstellungscode.',
  },
  unlock: {
    done: {
      title: 'Dein Konto ist entsperrt',
      sentence:
        'Melde dich mit `/login` an. Wenn jemand anderes dein Passwort kennen könnte, ändere es ' +
        'mit `/profile password`.',
    },
    wasNotLocked: {
      title: 'Dein Konto ist nicht gesperrt',
      sentence: 'Es wurde kein Code verbraucht. Melde dich mit `/login` an.',
    },
  },
  overview: {
    title: 'Deine Sicherheit',
    appOn:
      '**Authenticator-App** an: Wenn die Bank fragt, ob du es bist, gib einen Code aus der App ' +
      'oder einen Wiederherstellungscode ein, nicht dein Passwort.',
    appOff:
      '**Authenticator-App** aus: Du bestätigst mit deinem Passwort, dass du es bist. Eine App auf ' +
      'deinem Handy ist sicherer, weil jeder ihrer Codes nur einmal gilt.',
    recoveryCodes:
      'Mit **Wiederherstellungscodes** kommst du an dein Konto, wenn du dein Passwort vergisst ' +
      'oder das Handy mit der App verlierst. Jeder gilt einmal.',
  },
  app: {
    /** These two complete "Du bist dabei, ...". */
    setUpIntent: 'eine Authenticator-App einzurichten',
    turnOffIntent: 'deine Authenticator-App auszuschalten',
    begun: {
      title: 'Richte deine App ein',
      sentence: 'Scanne das mit einer Authenticator-App, oder tipp den Schlüssel dort ein.',
      picture: 'QR-Code für deine Authenticator-App',
      key: (key: Markup): Markup => md`Schlüssel ${key}`,
      note: 'Gib danach einen Code aus der App ein. Zeig den Schlüssel niemandem.',
    },
    enabled: {
      title: 'Deine App ist eingerichtet',
      sentence:
        'Ab jetzt bestätigst du mit einem Code aus der App statt mit deinem Passwort, dass du es ' +
        'bist. Jeder Code gilt einmal. Wenn du dein Handy verlierst, verwende einen ' +
        '**Wiederherstellungscode**, zum Beispiel um die App auszuschalten.',
    },
    disabled: {
      title: 'Deine App ist ausgeschaltet',
      sentence: 'Du bestätigst wieder mit deinem Passwort, dass du es bist.',
    },
  },
};
