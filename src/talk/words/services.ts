/**
 * Sentences about lists and settings of the bank, as regular expressions over the folded sentence
 * (lower case, no accents). `manage` begins such a sentence, a noun says what it is about.
 */
import type { Language } from '../text/types.ts';

export type Service = 'payees' | 'orders' | 'requests' | 'inbox' | 'notices';

export interface ServiceWords {
  /** May stand before everything else. */
  readonly polite: string;
  /** Shows, changes, pauses or ends something. */
  readonly manage: string;
  /** Between the verb and the noun. */
  readonly between: string;
  readonly nouns: Readonly<Record<Service, string>>;
  /** Whole sentences without such a verb. */
  readonly others?: Readonly<Partial<Record<Service, string>>>;
  /** Groups `name` and `nickname`; over the sentence as written. */
  readonly save: RegExp;
}

export const services: Readonly<Record<Language, ServiceWords>> = {
  en: {
    polite:
      'hey|hi|please|pls|can you|could you|can i|could i|i want to|i would like to|i d like to|id like to',
    manage:
      'show|show me|list|see|view|open|check|change|edit|manage|cancel|stop|pause|resume|restart|' +
      'end|delete|remove|what|which|whats|what s|what are|where are|do i have|are there|any|give me',
    between:
      'me|my|the|all|all my|of my|are|is|any|open|saved|active|pending|new|unread|weekly|monthly|rent|payment|money',
    nouns: {
      payees: 'payees?|saved (?:people|accounts|recipients)|recipients',
      orders: 'standing orders?|(?:scheduled|recurring|regular|automatic) (?:payments?|transfers?)',
      requests: '(?:payment |money )?requests',
      inbox: 'inbox|unread (?:messages|notices)',
      notices: 'notifications?(?: settings)?|notices|message settings|quiet hours',
    },
    others: {
      inbox: 'what did i miss|any (?:new )?messages(?: for me)?|did i miss anything',
      notices:
        '(?:stop|dont|don t|do not|never) (?:sending|send|messaging|message|texting|text|pinging|ping|dming|dm|notifying|notify) me\\b(?!.*\\b(?:money|gems?|coins)\\b).*|' +
        '(?:turn|switch) (?:off|on) (?:the |all |my )?(?:notifications?|notices|messages|alerts).*|(?:mute|silence|disable|enable) (?:the |all |my )?(?:notifications?|notices|messages|alerts).*|' +
        '(?:fewer|less|no more) (?:messages|notifications|alerts).*',
    },
    save: /^(?:(?:please|can you|could you) )*(?:save|add|store|remember) (?<name>.+?) (?:as|under)(?: (?:a|my|the))?(?: payee(?: called)?)? (?<nickname>[^,.!?]+?)(?: (?:please|pls))?[.!?]*$/iu,
  },
  de: {
    polite: 'hey|hallo|bitte|mal|kannst du|konntest du|kann ich|ich will|ich mochte',
    manage:
      'zeig|zeige|zeig mir|zeig mal|liste|offne|andere|andern|verwalte|verwalten|losch|losche|loschen|stopp|stoppe|stoppen|pausiere|pausieren|beende|beenden|kundige|kundigen|storniere|' +
      'welche|was sind|wo sind|habe ich|hab ich|gibt es|gibts',
    between:
      'mir|mal|bitte|mein|meine|meinen|meiner|die|den|das|alle|sind|ist|habe ich|hab ich|offene|offenen|gespeicherte|gespeicherten|neue|ungelesene|laufende|laufenden|monatlichen|wochentlichen',
    nouns: {
      payees: 'empfanger|zahlungsempfanger|gespeicherte (?:konten|personen)|kurznamen',
      orders: 'dauerauftrage?n?|(?:regelmassige|geplante|automatische)n? zahlungen',
      requests: '(?:zahlungs|geld)?anforderungen|zahlungsanfragen|geldanfragen',
      inbox: 'posteingang|ungelesene(?:n)? nachrichten',
      notices: 'benachrichtigungen|mitteilungen|ruhezeiten?',
    },
    others: {
      inbox:
        'was hab(?:e)? ich verpasst|(?:gibts|gibt es) (?:neue )?nachrichten(?: fur mich)?|hab(?:e)? ich nachrichten',
      notices:
        '(?:schick|schreib|sende) (?:mir )?(?:bitte )?(?:nachts|abends|am wochenende|nicht mehr|keine|weniger|nicht so viele?) .*(?:nachrichten|mitteilungen|benachrichtigungen)?.*(?:nachrichten|mitteilungen|benachrichtigungen|mehr|nachts)|' +
        '(?:schalt|schalte|mach|stell|stelle) (?:die |meine |alle )?(?:benachrichtigungen|nachrichten|mitteilungen) (?:aus|ab|an|stumm)|' +
        '(?:keine|weniger) (?:benachrichtigungen|nachrichten|mitteilungen)(?: mehr)?.*',
    },
    save: /^(?:(?:bitte|kannst du) )*(?:speicher|speichere|merk dir|merke dir|sicher) (?:mir )?(?<name>.+?) (?:als|unter)(?: (?:empfänger|kurzname))? (?<nickname>[^,.!?]+?)(?: (?:bitte|ab|ein))?[.!?]*$/iu,
  },
  fr: {
    polite: 'salut|bonjour|stp|svp|tu peux|peux tu|pouvez vous|je veux|je voudrais|j aimerais',
    manage:
      'montre|montre moi|montrez|montrez moi|affiche|liste|voir|ouvre|change|changer|modifie|modifier|gere|gerer|annule|annuler|arrete|arreter|suspends|suspendre|pause|supprime|supprimer|reprends|' +
      'quels sont|quelles sont|quels|quelles|c est quoi|j ai|ai je|il y a',
    between: 'moi|mes|mon|ma|les|le|la|l|tous|toutes|en cours|des|un|ouvertes|nouveaux|nouvelles',
    nouns: {
      payees: 'beneficiaires?(?: enregistres?)?',
      orders:
        '(?:virements?|paiements?) (?:permanents?|programmes?|automatiques?|recurrents?|reguliers?)',
      requests: 'demandes(?: de paiement| d argent| en cours| ouvertes)?',
      inbox: 'boite de reception|messages non lus|boite',
      notices: 'notifications?|alertes',
    },
    others: {
      inbox:
        'qu est ce que j ai rate|j ai rate quoi|j ai des messages(?: non lus)?|des nouveaux messages',
      notices:
        '(?:arrete|arretez) de m (?:envoyer des messages|ecrire|notifier).*|ne? m (?:envoie|envoyez|ecris|ecrivez) (?:plus|pas)(?: de messages?)?.*|' +
        '(?:desactive|active|coupe|desactivez|activez|coupez) (?:les |mes )?(?:notifications|alertes|messages).*|(?:moins|plus) de (?:notifications|messages|alertes).*',
    },
    save: /^(?:(?:stp|svp|tu peux|peux-tu|pouvez-vous) )*(?:enregistre|enregistrer|enregistrez|sauvegarde|ajoute|retiens) (?<name>.+?) (?:comme|sous le nom(?: de)?|en tant que)(?: bénéficiaire)? (?<nickname>[^,.!?]+?)(?: (?:stp|svp))?[.!?\s]*$/iu,
  },
  es: {
    polite: 'hola|oye|porfa|por favor|puedes|podrias|quiero|me gustaria',
    manage:
      'muestra|muestrame|ensename|ensena|lista|ver|mira|abre|cambia|cambiar|gestiona|gestionar|cancela|cancelar|para|parar|deten|detener|pausa|pausar|elimina|eliminar|borra|borrar|reanuda|' +
      'cuales son|cuales|que|tengo|hay|donde estan',
    between: 'me|mi|mis|el|la|los|las|todos|todas|son|tengo|de|pendientes|guardados|nuevos|nuevas',
    nouns: {
      payees: 'beneficiarios?(?: guardados?)?|destinatarios?(?: guardados?)?',
      orders:
        'ordenes permanentes|orden permanente|(?:pagos?|transferencias?) (?:programad[oa]s?|recurrentes?|automatic[oa]s?|periodic[oa]s?|domiciliad[oa]s?)',
      requests: 'solicitudes(?: de pago| pendientes)?|peticiones(?: de pago)?',
      inbox: 'bandeja(?: de entrada)?|mensajes (?:sin leer|no leidos)|buzon',
      notices: 'notificaciones|avisos|alertas',
    },
    others: {
      inbox: 'que me he perdido|que me perdi|tengo mensajes(?: nuevos)?|hay mensajes(?: nuevos)?',
      notices:
        '(?:deja|dejad|para) de (?:mandarme|enviarme) mensajes.*|(?:deja|para) de escribirme.*|no me (?:mandes|envies|escribas) (?:mas )?(?:mensajes|avisos|notificaciones)?.*(?:noche|mensajes|avisos|notificaciones|mas)|' +
        '(?:desactiva|activa|silencia|quita|apaga) (?:las |mis |los )?(?:notificaciones|avisos|alertas|mensajes).*|(?:menos) (?:notificaciones|mensajes|avisos).*',
    },
    save: /^(?:(?:porfa|por favor|puedes) )*(?:guarda|guardar|añade|agrega|registra) (?:a )?(?<name>.+?) (?:como|con el (?:nombre|apodo)(?: de)?)(?: (?:mi|el|la))?(?: beneficiario)? (?<nickname>[^,.!?]+?)(?: (?:porfa|por favor))?[.!?]*$/iu,
  },
  ja: {
    polite: '',
    manage:
      '見せて|みせて|見たい|表示|確認|教えて|変更|変えて|止めて|とめて|停止|一時停止|再開|解約|' +
      'キャンセル|取り消|削除|オフ|オン|切って|ある|どれ|一覧|減らして|消して',
    between: '',
    nouns: {
      payees:
        '(?:登録(?:した|済みの?)?|保存した)?(?:送金先|振込先|受取人)(?:の)?(?:一覧|リスト|登録)?',
      orders: '(?:定期|自動|毎月の|毎週の)(?:送金|振込|支払い)(?:の)?(?:一覧|設定)?',
      requests: '請求(?:の)?(?:一覧|リスト)|(?:届いた|未払いの|送った)請求',
      inbox: '受信箱|受信ボックス|未読(?:の)?(?:メッセージ|お知らせ)?|お知らせ一覧',
      notices: '通知(?:の)?(?:設定)?',
    },
    save: /^(?<name>.+?)(?:さん|ちゃん|くん|君|様)?を(?:「)?(?<nickname>[^」を]+?)(?:」)?(?:として|という名前で|の名前で)(?:登録|保存)(?:して|しといて|してください|お願い(?:します)?|したい|する)?[。!！]*$/u,
  },
};
