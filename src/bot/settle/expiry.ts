/**
 * Takes the buttons off cards that were not answered in time. A press that may lead to another card
 * ends the watch. After a restart, open confirm cards are watched again, and all cards that answer
 * messages, which are found by their buttons. Drafts of interactions are not, because another card
 * may have taken their place.
 */
import { DiscordAPIError, type REST } from 'discord.js';
import type { Bank, PendingAction, RequestId } from '../../bank/index.ts';
import type { Clock } from '../../lib/clock.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import type { Logger } from '../../log/logger.ts';
import { currentLanguage, inLanguage } from '../../words/index.ts';
import { laterAnswers, originalMessage } from '../cards/answers.ts';
import type { CardPlace, WatchCard } from '../cards/exchange.ts';
import { decodeCustomId, resumeIn, sumIn } from '../cards/custom-id.ts';
import { type Rendered, render } from '../cards/render.ts';
import { undoneBy } from '../command/command.ts';
import type { Registry } from '../command/registry.ts';
import { lateReply } from '../next/late.ts';
import type { Messenger } from '../outbox/messenger.ts';
import { storedIn } from './pending.ts';

const everyMs = 1_000;
const slowestMs = 10_000;
/** Cards whose buttons are taken off in one round. */
const editedMax = 20;
/** More cards than this keep their buttons; a press says that they have expired. */
const watchedMax = 20_000;
/** The database's clock may differ from this one. */
const graceMs = 1_000;
const looksMax = 10;

/** A card of an earlier process whose own id is not known: one of the messages after this one. */
interface After {
  readonly channelId: string;
  readonly after: string;
}

interface Watched {
  readonly path: string;
  readonly person: PendingAction['discordUserId'];
  readonly place: CardPlace | After;
  readonly language: string;
  readonly looks: number;
  readonly dueAt: number;
}

export interface Expiry extends Worker {
  /** For a card that was sent. */
  readonly watch: WatchCard;
  /** The card was pressed, so that it may be another one soon. */
  readonly forget: (row: RequestId) => void;
  /** Begins to edit cards, and finds those of an earlier process. */
  open(applicationId: string): void;
}

/** Whether a button carries the row: as its own, or as what goes on after a login. */
function isFor(row: RequestId, customId: string): boolean {
  const decoded = decodeCustomId(customId);
  if (decoded.kind !== 'ours') return false;
  const { row: own, detail } = decoded.id;
  const resume = sumIn(detail)?.resume ?? resumeIn(detail);
  return own === row || (resume !== null && 'row' in resume && resume.row === row);
}

/** Where the card of an earlier process is; one that has expired meanwhile is found, too. */
function earlierCard(action: PendingAction): Pick<Watched, 'place' | 'language'> | null {
  const { card = null, said = null } = storedIn(action) ?? {};
  if (said !== null) {
    const { channelId, messageId: after, language } = said;
    return { place: { channelId, after }, language };
  }
  if (card === null || action.state !== 'OPEN') return null;
  return { place: { token: card.token, messageId: originalMessage }, language: card.language };
}

/** Replaces a card; one that cannot be found any more is left as it is. */
async function replaceCard(
  { messenger, rest }: { readonly messenger: Messenger; readonly rest: REST },
  card: {
    readonly row: RequestId;
    readonly place: CardPlace | After;
    readonly applicationId: string;
  },
  rendered: Rendered,
): Promise<void> {
  const { row, place, applicationId } = card;
  if ('after' in place) {
    const { channelId } = place;
    const messageId = await messenger.find(place, (customId) => isFor(row, customId));
    if (messageId !== null) await messenger.edit({ channelId, messageId }, rendered);
  } else if ('channelId' in place) {
    await messenger.edit(place, rendered);
  } else {
    await laterAnswers(rest, { applicationId, ...place }).edit(rendered);
  }
}

export function startExpiry(tools: {
  readonly bank: Pick<Bank, 'pending'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly messenger: Messenger;
  readonly rest: REST;
}): Expiry {
  const { bank, clock, logger, registry } = tools;
  const watched = new Map<RequestId, Watched>();
  let applicationId: string | null = null;
  let isFound = false;

  const add = (row: RequestId, card: Watched): void => {
    if (watched.size < watchedMax || watched.has(row)) watched.set(row, card);
  };
  const expire = async (row: RequestId, card: Watched): Promise<void> => {
    const { path, person, place, language, looks } = card;
    const action = await bank.pending.find(row, person);
    if (watched.get(row) !== card) return;
    if (action?.state === 'OPEN' && looks < looksMax) {
      return add(row, { ...card, looks: looks + 1, dueAt: clock.now() + graceMs });
    }
    watched.delete(row);
    if (action?.state !== 'EXPIRED') return;
    const late = { path, row };
    const rendered = inLanguage(language, () =>
      render(lateReply('expired', undoneBy(registry.get(path)), late), late),
    );
    try {
      await replaceCard(tools, { row, place, applicationId: applicationId ?? '' }, rendered);
    } catch (error) {
      // It stays as it is: a press says that it has expired.
      const code = error instanceof DiscordAPIError ? `DISCORD_${error.code}` : 'NOT_SENT';
      logger.event('bot.notice', { discordUserId: person, code });
    }
  };
  const find = async (): Promise<void> => {
    for (const action of await bank.pending.unanswered(watchedMax)) {
      const { requestId: row, discordUserId: person, command: path, expiresAt } = action;
      const found = earlierCard(action);
      if (found === null || watched.has(row)) continue;
      const dueAt = expiresAt.getTime() + graceMs;
      add(row, { path, person, ...found, looks: 0, dueAt });
    }
  };
  const work = async (): Promise<boolean> => {
    if (applicationId === null) return false;
    if (!isFound) await find();
    isFound = true;
    const due = [...watched].filter(([, { dueAt }]) => dueAt <= clock.now()).slice(0, editedMax);
    await Promise.all(due.map(async ([row, card]) => expire(row, card)));
    return due.length === editedMax;
  };
  const failed = toldTo(logger, { command: 'expiry', step: 'edit' });
  const worker = startWorker({ everyMs, slowestMs, work, failed });
  return {
    watch: ({ path, action }, place) => {
      const { requestId: row, discordUserId: person, expiresAt } = action;
      const dueAt = expiresAt.getTime() + graceMs;
      add(row, { path, person, place, language: currentLanguage(), looks: 0, dueAt });
    },
    forget: (row) => void watched.delete(row),
    open: (id) => {
      applicationId = id;
    },
    close: async () => worker.close(),
  };
}
