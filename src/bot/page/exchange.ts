/** An answer given on the page, as the stages see it: the card with the link shows the result. */
import { type APIMessage, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { PageLink } from '../../bank/index.ts';
import { type LaterAnswers, laterAnswers, originalMessage } from '../cards/answers.ts';
import {
  type Exchange,
  type Expiring,
  type LostAnswer,
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

/** Adds the line to the card, as Discord has it. */
async function noteOn(
  rest: REST,
  card: { readonly route: `/${string}`; readonly answers: LaterAnswers },
  line: Markup,
): Promise<void> {
  const { components = [] } = (await rest.get(card.route, { auth: false })) as APIMessage;
  const container = withNote(components, line);
  if (container !== null) await card.answers.editCard(container);
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
  const answers = laterAnswers(rest, { applicationId, token });
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
    if (tools.keepsCard) return follow(rendered);
    const isSent = await reached(answers.edit(rendered));
    if (isSent && expiring !== undefined)
      tools.watch(expiring, { token, messageId: originalMessage });
    return isSent;
  };
  const follow = async (rendered: Rendered): Promise<boolean> => reached(answers.follow(rendered));
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
      return reached(noteOn(rest, { route, answers }, line));
    },
    post: async (rendered, mention) => reached(answers.post(rendered, mention)),
    aside: async (rendered) => {
      // The card with the used link is of no use any more: the message takes its place.
      return outcome.shown === null ? edit(rendered) : follow(rendered);
    },
  };
}
