/**
 * Greetings, thanks and goodbyes, each as a whole message. Rows are alternatives, divided by `|`;
 * accents, case, marks and repeated letters do not matter.
 */
import type { Language } from '../text/types.ts';

export type Courtesy = 'greeting' | 'thanks' | 'goodbye';

export const courtesies: Readonly<Record<Language, Readonly<Record<Courtesy, string>>>> = {
  en: {
    greeting:
      'hi|hello|hey|hiya|heya|yo|sup|howdy|greetings|good day|good morning|good afternoon|' +
      'good evening|morning|evening|hi there|hello there|hey there|whats up|how are you|' +
      'how are you doing|how is it going|hows it going|nice to meet you|hi again|hello again',
    thanks:
      'thanks|thank you|thx|ty|tysm|thanks a lot|thank you very much|thank you so much|many thanks|' +
      'thanks so much|cheers|much appreciated|great thanks|perfect thanks|ok thanks|' +
      'thats all thanks|no thanks|nice one|well done|good bot',
    goodbye:
      'bye|bye bye|goodbye|good bye|good night|night|see you|see ya|see you later|cya|later|' +
      'take care|have a nice day|have a good day|have a nice evening|until next time',
  },
  de: {
    greeting:
      'hallo|hi|hey|moin|moin moin|servus|grüß gott|grüezi|grüß dich|guten tag|guten morgen|' +
      'guten abend|morgen|abend|tach|na|hallöchen|huhu|wie gehts|wie geht es dir|wie geht es ihnen|' +
      'hallo wie gehts|schönen guten tag|mahlzeit',
    thanks:
      'danke|danke dir|danke schön|dankeschön|vielen dank|tausend dank|danke sehr|besten dank|' +
      'herzlichen dank|ok danke|super danke|alles klar danke|nein danke|merci|prima|gut gemacht|' +
      'das war alles danke|danke das war alles',
    goodbye:
      'tschüss|tschüs|tschüssi|tschau|ciao|auf wiedersehen|wiedersehen|bis bald|bis später|' +
      'bis dann|bis morgen|gute nacht|schönen tag|schönen tag noch|schönen abend|' +
      'schönen abend noch|mach es gut|machs gut|ade',
  },
  fr: {
    greeting:
      'bonjour|salut|coucou|bonsoir|hello|allô|bonjour à tous|ça va|comment ça va|' +
      'comment allez vous|comment vas tu|salut ça va|bonjour comment ça va|enchanté|enchantée',
    thanks:
      'merci|merci beaucoup|merci bien|mille mercis|un grand merci|ok merci|super merci|' +
      'parfait merci|non merci|je vous remercie|je te remercie|bravo|cest tout merci',
    goodbye:
      'au revoir|à bientôt|à plus|à plus tard|à demain|bonne nuit|bonne journée|bonne soirée|' +
      'adieu|ciao|tchao|bye|à la prochaine|bon après midi',
  },
  es: {
    greeting:
      'hola|buenas|buenos días|buenas tardes|buenas noches|qué tal|hola qué tal|cómo estás|' +
      'cómo está|qué hay|holi|saludos|hola buenas|hola buenos días|mucho gusto|encantado|encantada',
    thanks:
      'gracias|muchas gracias|mil gracias|muchísimas gracias|ok gracias|vale gracias|' +
      'perfecto gracias|no gracias|te lo agradezco|genial gracias|eso es todo gracias|bien hecho',
    goodbye:
      'adiós|hasta luego|hasta pronto|hasta mañana|chao|chau|nos vemos|que tengas un buen día|' +
      'buen día|cuídate|hasta la próxima|hasta la vista',
  },
  ja: {
    greeting:
      'こんにちは|こんにちわ|こんばんは|こんばんわ|おはよう|おはようございます|やあ|どうも|もしもし|' +
      'はじめまして|初めまして|よろしく|よろしくお願いします|よろしくおねがいします|お疲れ様です|' +
      'おつかれさまです|お世話になります|ハロー|元気|元気ですか|お元気ですか',
    thanks:
      'ありがとう|ありがとうございます|ありがとうございました|どうもありがとう|' +
      'どうもありがとうございます|どうもありがとうございました|有難う|有難うございます|サンキュー|' +
      '助かりました|助かる|感謝します|了解です|わかりました',
    goodbye:
      'さようなら|さよなら|またね|じゃあね|じゃまた|またあとで|また明日|おやすみ|おやすみなさい|' +
      'バイバイ|ばいばい|失礼します|それでは|ではまた',
  },
};

/** May stand beside any of them: whom the message is addressed to, and assent. */
export const besides =
  'ok|okay|yes|no|great|perfect|super|ja|nein|alles klar|alles gut|oui|non|daccord|parfait|sí|vale|' +
  'perfecto|genial|はい|いいえ|passbook|bank|bot|dear bank|you|all|everyone|everybody|there|team|liebe bank|alle|zusammen|' +
  'leute|ihr|chère banque|la banque|banque|tous|tout le monde|à tous|querido banco|banco|a todos|' +
  'todos|銀行|銀行さん|ボット|みなさん|皆さん|さん';
