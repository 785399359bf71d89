/** What a link to the page is for: the form it opens, and where its answer goes. */
import { z } from 'zod';
import type { Bank, DiscordUserId } from '../../bank/index.ts';
import { currentLanguage } from '../../words/index.ts';
import { type CustomId, decodeCustomId, encodeCustomId } from '../cards/custom-id.ts';
import type { Exchange } from '../cards/exchange.ts';
import type { RawValues } from '../forms/field.ts';

export interface LinkContent {
  /** The custom id that the form would have in Discord. */
  readonly form: CustomId;
  /** What the form opens with. */
  readonly values: RawValues;
  readonly place: Exchange['place'];
  readonly locale: string | null;
  readonly language: string;
  /** Edits the card for 15 minutes, and sends messages beside it. */
  readonly token: string;
}

const raw = z.union([z.string(), z.boolean(), z.array(z.string()).readonly()]);
const stored = z.object({
  form: z.string(),
  values: z.record(z.string(), raw),
  place: z.object({ guildId: z.string().nullable(), channelId: z.string() }),
  locale: z.string().nullable(),
  language: z.string(),
  token: z.string(),
});

/** Null when another version wrote it in another format. */
export function linkContent(text: string): LinkContent | null {
  const parsed = stored.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const decoded = decodeCustomId(parsed.data.form);
  return decoded.kind === 'ours' ? { ...parsed.data, form: decoded.id } : null;
}

export interface PageLinkMade {
  readonly url: string;
  readonly matchCode: string;
}

/** The token of a new link. */
export async function issueLink(
  bank: Pick<Bank, 'links'>,
  discordUserId: DiscordUserId,
  content: LinkContent,
): Promise<string> {
  const stored = JSON.stringify({ ...content, form: encodeCustomId(content.form) });
  return (await bank.links.issue({ discordUserId, content: stored })).token;
}

/** The token is in the fragment, which browsers send to no server. */
export async function makeLink(
  { bank, pageUrl }: { readonly bank: Pick<Bank, 'links'>; readonly pageUrl: string },
  exchange: Exchange,
  about: { readonly form: CustomId; readonly values: RawValues },
): Promise<PageLinkMade> {
  const { person, place, locale, asked } = exchange;
  if (asked === null || !('token' in asked)) throw new TypeError('A message opens no form');
  const content = {
    form: encodeCustomId(about.form),
    values: about.values,
    place: { guildId: place.guildId, channelId: place.channelId },
    locale,
    language: currentLanguage(),
    token: asked.token,
  };
  const link = { discordUserId: person, content: JSON.stringify(content) };
  const { token, matchCode } = await bank.links.issue(link);
  return { url: `${pageUrl}/#${token}`, matchCode };
}
