/** The short form of `de` before a vowel. */
import { type Markup, md } from '../../text/markup.ts';

/** A vowel or an `h`, after marks of formatting. The `h` of most first names is mute. */
const vowel = /^[*_`\s]*[aeiouhàâäéèêëîïôöùûüœæ]/i;

/** `de Ben`, `d’Anna`. */
export const from = (party: Markup): Markup =>
  vowel.test(party.markup) ? md`d’${party}` : md`de ${party}`;
