/** An answer given on the page, as the stages see it: the card with the link shows the result. */
import { type APIMessage, DiscordAPIError, MessageFlags, type REST, Routes } from 'discord.js';
import type { DiscordUserId, PageLink } from '../../bank/index.ts';
import {
  type Exchange,
  type Expiring,
  type LostAnswer,
  originalMessage,
  type Refused,
  type WatchCard,
} from '../cards/exchange.ts';
import type { Markup } from '../../words/text/markup.ts';
import { answersWithNews } from '../cards/news.ts';
import { withNote } from '../cards/note.ts';
import type { Rendered } from '../cards/render.ts';
import type { LinkContent } from './content.ts';

/** What happened to the answer. */
export interface PageOutcome {
  /** The card that Discord shows last; null before the first. */
  shown: Rendered | null;
  /** The refusal after which the same form can be sent again. */
  refused: Refused | null;
}

const quiet = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

/** Names the new files; earlier ones, which it does not name, go. */
const named = ({ attachments }: Rendered) =>
  attachments.map(({ name }, id) => ({ id, filename: name }));

const files = ({ attachments }: Rendered) =>
  attachments.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));

/** Adds the line to the card, as Discord has it. */
async function noteOn(rest: REST, route: `/${string}`, line: Markup): Promise<void> {
  const { components = [] } = (await rest.get(route, { auth: false })) as APIMessage;
  const container = withNote(components, line);
  if (container === null) return;
  const body = { components: [container], flags: MessageFlags.IsComponentsV2 };
  await rest.patch(route, { body, auth: false });
}

export function pageExchange(
  link: PageLink,
  content: LinkContent,
  tools: {
    readonly rest: REST;
    readonly applicationId: string;
    readonly undone: () => string;
    readonly lost: LostAnswer;
    readonly watch: WatchCard;
    readonly outcome: PageOutcome;
    /** Whether the card stays as it is, so that every answer is a message of its own. */
    readonly keepsCard: boolean;
    /** Whether the same form may be sent again after this refusal. */
    readonly repeats: (refused: Refused) => boolean;
  },
): Exchange {
  const { rest, applicationId, outcome } = tools;
  const { token } = content;
  const reached = async (attempt: Promise<unknown>): Promise<boolean> => {
    try {
      await attempt;
      return true;
    } catch (error) {
      tools.lost(error instanceof DiscordAPIError ? error.code : null, error);
      return false;
    }
  };
  const edit = async (rendered: Rendered, expiring?: Expiring): Promise<boolean> => {
    outcome.shown = rendered;
    if (tools.keepsCard) return follow(rendered, { flags: quiet });
    const route = Routes.webhookMessage(applicationId, token, originalMessage);
    const flags = MessageFlags.IsComponentsV2;
    const body = { components: [rendered.container], flags, attachments: named(rendered) };
    const isSent = await reached(rest.patch(route, { body, files: files(rendered), auth: false }));
    if (isSent && expiring !== undefined)
      tools.watch(expiring, { token, messageId: originalMessage });
    return isSent;
  };
  const follow = async (
    rendered: Rendered,
    more: { readonly flags: number; readonly users?: readonly DiscordUserId[] },
  ): Promise<boolean> => {
    const { flags, users } = more;
    const allowed = users === undefined ? { parse: [] } : { users };
    const body = { components: [rendered.container], flags, allowed_mentions: allowed };
    const route = Routes.webhook(applicationId, token);
    return reached(rest.post(route, { body, files: files(rendered), auth: false }));
  };
  return {
    get undone() {
      return tools.undone();
    },
    person: link.discordUserId,
    place: content.place,
    locale: content.locale,
    asked: { token },
    hasCard: true,
    cardOwner: link.discordUserId,
    acknowledge: async () => true,
    openForm: async () => {
      throw new TypeError('The page cannot open a form in Discord');
    },
    refuses: (refused) => {
      if (!tools.repeats(refused)) return false;
      outcome.refused = refused;
      return true;
    },
    ...answersWithNews(edit),
    note: async (line) => {
      if (tools.keepsCard || outcome.shown !== null) return false;
      const route = Routes.webhookMessage(applicationId, token, originalMessage);
      return reached(noteOn(rest, route, line));
    },
    post: async (rendered, mention) =>
      follow(rendered, {
        flags: MessageFlags.IsComponentsV2,
        ...(mention === undefined ? {} : { users: [mention] }),
      }),
    aside: async (rendered) => {
      // The card with the used link is of no use any more: the message takes its place.
      return outcome.shown === null ? edit(rendered) : follow(rendered, { flags: quiet });
    },
  };
}
