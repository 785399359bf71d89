/** Which language a sentence is written in, by its commonest words. */
import type { Language } from './types.ts';

/**
 * Words that are frequent in sentences to a bank. A word of two languages counts for both, so it
 * decides nothing between them.
 */
const frequent: Readonly<Record<Exclude<Language, 'ja'>, string>> = {
  en:
    'a an the i me my you your he she it we they him her them is are was were be been do does did ' +
    'have has had get got give send pay transfer move wire ask request owe owes paid sent gave to ' +
    'for from of in on at by with and or but not no if when once until every last this that these ' +
    'what how much many who which where why please thanks could can would will should just only ' +
    'money balance account deposit withdraw history week month year today yesterday tomorrow ago ' +
    'lock log out password help show all half back mean rather uh sorry next per each day days',
  de:
    'ich du er sie es wir ihr mir mich dir dich ihm ihn ihnen mein meine meinen meiner dein der die ' +
    'das den dem des ein eine einen einem einer ist sind war waren bin hat habe hab hatte gib gibt ' +
    'schick schicke schicken sende senden zahl zahle zahlen überweis überweise überweisen bezahl an ' +
    'für von zu zum zur mit bei auf aus in im am um und oder aber nicht kein keine wenn sobald falls ' +
    'jeden jede jedes letzten letzte dieser diese was wie viel wieviel wer wo warum bitte danke kann ' +
    'kannst könntest würdest will möchte mal noch geld konto stand einzahlen abheben verlauf woche ' +
    'monat jahr heute gestern morgen vor sperren passwort hilfe zeig alles hälfte zurück warte damit',
  fr:
    'je tu il elle on nous vous ils elles me moi te toi lui leur mon ma mes ton ta tes son sa ses le ' +
    'la les un une des du de d l j c qu n est sont était suis es a as ai ont avait donne donner ' +
    'envoie envoyer envoi paie paye payer verse verser vire virer transfère à au aux pour par chez ' +
    'sur dans en et ou mais ne pas plus rien si quand dès chaque tous toutes dernier cette ce ces ' +
    'que quoi combien qui où pourquoi stp svp merci peux pourrais voudrais veux argent compte solde ' +
    'déposer retirer historique semaine mois an ans année aujourd hui hier demain bloque mot passe ' +
    'aide montre tout moitié rends demande rappelle non fais déjà quelqu',
  es:
    'yo tú tu él ella nosotros ellos me mí te ti le les lo la los las un una unos unas el del de al ' +
    'mi mis su sus es son era soy está están ha he han había da dar dale manda mandar mándale envía ' +
    'enviar envíale paga pagar págale pasa transfiere transferir a para por con en y o pero no ni ' +
    'nada si cuando cuanto cada todos todas último última este esta que qué cómo cuánto cuánta quién ' +
    'dónde favor gracias puedes podrías quiero quisiera dinero cuenta saldo depositar ingresar ' +
    'retirar sacar historial semana mes año años hoy ayer mañana hace bloquea contraseña ayuda ' +
    'muestra todo mitad devuelve luego pasada llegue según vendo recuerda entradas presté transferí',
};
const words = Object.entries(frequent).map(
  ([language, list]) => [language as Language, new Set(list.split(' '))] as const,
);
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** How many words of the text are frequent in each language; only Japanese for Japanese script. */
export function languageScores(text: string): ReadonlyMap<Language, number> {
  if (japanese.test(text)) return new Map([['ja', 1]]);
  const typed =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return new Map(
    words.map(([language, list]) => [language, typed.filter((word) => list.has(word)).length]),
  );
}
