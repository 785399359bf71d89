/** Who asks what, and what a sentence leads to. */
import type { Bank, DiscordUserId, Identity, Place, Session } from '../../bank/index.ts';
import { instant } from '../../lib/clock.ts';
import type { Context, Person, Topic } from '../../talk/index.ts';
import type { Language } from '../../words/index.ts';
import type { Reply } from '../cards/reply.ts';
import type { RawValues } from '../forms/field.ts';
import type { MemberFinder } from './members.ts';

export type Lead =
  /** Some values may be missing. */
  | { readonly kind: 'command'; readonly path: string; readonly values: RawValues }
  /** The buttons of the reply carry the values to the command of that path. */
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      readonly path: string;
      readonly values: RawValues;
    }
  /** The topic of the help; null for its first one. */
  | { readonly kind: 'help'; readonly topic: Topic | null }
  | { readonly kind: 'login' };

export interface Asking {
  readonly bank: Bank;
  readonly person: DiscordUserId;
  readonly identity: Identity | null;
  readonly session: Session | null;
  readonly place: Place;
  readonly text: string;
  /** Null where the language of the person is not known. */
  readonly language: Language | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly members: MemberFinder;
}

export type SignedIn = Asking & { readonly session: Session };

/** What the reader has to know; a day of a sentence is a day of the history, which has UTC days. */
export const readingOf = (
  { bank, now }: Pick<Asking, 'bank' | 'now'>,
  people: readonly Person[],
): Omit<Context, 'language'> => ({
  now: instant(now),
  timeZone: 'UTC',
  currency: bank.currency,
  people,
});
