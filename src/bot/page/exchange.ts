/** An answer given on the page, as the stages see it: the card with the link shows the result. */
import { DiscordAPIError, MessageFlags, type REST, Routes } from 'discord.js';
import type { DiscordUserId, PageLink } from '../../bank/index.ts';
import {
  type Exchange,
  type Expiring,
  type LostAnswer,
  originalMessage,
  type Refused,
  type WatchCard,
} from '../cards/exchange.ts';
import { answersWithNews } from '../cards/news.ts';
import type { Rendered } from '../cards/render.ts';
import type { LinkContent } from './content.ts';

/** What happened to the answer. */
export interface PageOutcome {
  /** The card that Discord shows last; null before the first. */
  shown: Rendered | null;
  /** The refusal after which the same form can be sent again. */
  refused: Refused | null;
}

const files = ({ attachments }: Rendered) =>
  attachments.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));

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
    const route = Routes.webhookMessage(applicationId, token, originalMessage);
    const flags = MessageFlags.IsComponentsV2;
    const body = { components: [rendered.container], flags, attachments: [] };
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
  const quiet = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
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
    // Refusals that would be noted on the card are shown on the page.
    note: async () => false,
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
