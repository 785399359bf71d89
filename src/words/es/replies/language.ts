/** The answer to a choice of language. */
export const language = {
  title: 'Idioma cambiado',
  chosen: 'A partir de ahora, el banco te escribe en español.',
  asDiscord: 'El banco te escribe en el idioma de tu Discord, o en inglés si no lo habla.',
  /** The bank cannot change the language of Discord's own list. */
  commands: 'Discord muestra los comandos en el idioma de tu Discord.',
};
