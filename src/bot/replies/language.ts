/** The answer to a choice of language, in that language. */
import { type Language, words } from '../../words/index.ts';
import { done, type Reply, small, text } from '../cards/reply.ts';

const say = words.replies.language;

/** Null: as Discord. */
export const languageChosenReply = (choice: Language | null): Reply =>
  done(
    say.title,
    text(choice === null ? say.asDiscord : say.chosen),
    ...(choice === null ? [] : [small(say.commands)]),
  );
