import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import type { MessageRow } from '../../world/rows.ts';
import { rowOf } from './channels.ts';
import type { Context } from '../../http/context.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import type { Routes } from '../core/routes.ts';

const differentMax = 20;
/** Exactly one Unicode emoji; the sandbox has no custom emoji. */
const emojiPattern = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Reactions by the bot; people in the sandbox cannot react. */
export function reactionRoutes(app: Routes, deps: RestDeps): void {
  const all = '/channels/:channel/messages/:message/reactions';
  const one = `${all}/:emoji`;
  const removesWhere = (path: string, isGone: (name: string | null, context: Context) => boolean) =>
    app.delete(path, (context) => {
      const row = rowOf(context, deps);
      const kept = reactionsOf(row).filter(({ emoji }) => !isGone(emoji.name, context));
      keep(deps, row, kept);
      return context.empty();
    });

  app.put(`${one}/@me`, (context) => {
    const row = rowOf(context, deps);
    const name = emojiIn(context);
    const reactions = reactionsOf(row);
    if (reactions.some(({ emoji }) => emoji.name === name)) return context.empty();
    if (reactions.length >= differentMax) throw new ApiError('ReactionsMax');
    keep(deps, row, [...reactions, ownReaction(name)]);
    return context.empty();
  });
  app.get(one, (context) => {
    const name = emojiIn(context);
    const isThere = reactionsOf(rowOf(context, deps)).some(({ emoji }) => emoji.name === name);
    return context.json(isThere ? [deps.composer.botUser] : []);
  });
  removesWhere(`${one}/@me`, (name, context) => name === emojiIn(context));
  removesWhere(
    `${one}/:user`,
    (name, context) =>
      name === emojiIn(context) && segment(context, 'user') === deps.application.id,
  );
  removesWhere(one, (name, context) => name === emojiIn(context));
  removesWhere(all, () => true);
}

const reactionsOf = ({ body }: MessageRow): APIReaction[] => body.reactions ?? [];

function emojiIn(context: Context): string {
  const name = segment(context, 'emoji');
  const isOne = [...graphemes.segment(name)].length === 1 && emojiPattern.test(name);
  if (!isOne) throw new ApiError('InvalidEmoji');
  return name;
}

const ownReaction = (name: string): APIReaction => ({
  emoji: { id: null, name },
  count: 1,
  count_details: { burst: 0, normal: 1 },
  burst_colors: [],
  me_burst: false,
  me: true,
});

function keep({ world }: RestDeps, row: MessageRow, reactions: APIReaction[]): void {
  const { reactions: _, ...rest } = row.body;
  const body: APIMessage = { ...rest, ...(reactions.length > 0 && { reactions }) };
  world.messages.put({ ...row, body });
}
