/** The maximum number of emoji that Discord shows large. */
const emojiMax = 30;
const emoji = new RegExp(String.raw`\p{RGI_Emoji}`, 'gv');

/** Whether the text is only emoji and spaces. */
export function isOnlyEmoji(text: string): boolean {
  const count = text.match(emoji)?.length ?? 0;
  return count > 0 && count <= emojiMax && text.replace(emoji, '').trim() === '';
}
