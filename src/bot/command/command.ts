/**
 * The shape of a command file. A command declares who may use it, what it asks and what it answers;
 * the router does everything between. It never sees Discord, never defers and never catches.
 */
import type { z } from 'zod';
import type { Bank, DiscordUserId, Identity, Place, RequestId, Session } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import type { Markup } from '../../words/text/markup.ts';
import type { Reply } from '../cards/reply.ts';
import type { Fields, InputOf, RawValues } from '../forms/field.ts';
import { type Form, formFor } from '../forms/form.ts';
import type { Access } from './access.ts';

/** What `/help` and the documents tell of a command. */
export interface CommandSummary {
  readonly path: string;
  readonly description: string;
  readonly access: Access;
}

export interface Context<A extends Access = Access> {
  readonly bank: Bank;
  readonly bankName: string;
  readonly person: DiscordUserId;
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Null only where anyone may come, when the person could not be looked up. */
  readonly identity: Identity | null;
  /** The person proved themselves for this very act. */
  readonly isProved: boolean;
  readonly session: A extends 'anyone' ? Session | null : Session;
  readonly commands: readonly CommandSummary[];
}

/** A context of something confirmed: the request id makes it happen at most once. */
export type ConfirmedContext<A extends Access = Access> = Context<A> & {
  readonly requestId: RequestId;
};

/** A confirm card, and the values that are settled with it and can no longer change. */
export interface Question {
  readonly card: Reply;
  readonly settled?: RawValues;
  /** *Confirm* asks for a proof that it is really them. */
  readonly needsProof?: boolean;
  /** What they confirm, as the form for the proof says it; without a full stop. */
  readonly confirms?: Markup;
}

/** A button of a reply that does something at once. */
export interface Action<A extends Access, Given, Token> {
  /** Whether the answer replaces the card or stands beside it. */
  readonly answer: 'replace' | 'beside';
  /** Reads the button's own text, which comes from whoever pressed. */
  readonly token: z.ZodType<Token>;
  /** What is confirmed, as the form for the proof says it; for buttons that need one. */
  readonly confirms?: (token: Token) => Markup;
  /** What an earlier press of the same person has done already: no second proof is needed. */
  readonly done?: (context: Context<A>, token: Token) => Promise<Reply | null>;
  run(context: Context<A>, input: Given, token: Token): Promise<Reply>;
}

/** A second form, opened by a button on the first one's answer; both inputs arrive together. */
export interface Second<A extends Access, Given, G extends Fields> {
  readonly button: string;
  readonly form: Form<G>;
  /** It needs nothing of the first form, whose values are neither read nor asked for again. */
  readonly alone?: boolean;
  run(context: Context<A>, input: Given & InputOf<G>): Promise<Reply>;
}

interface Base<A extends Access, F extends Fields, G extends Fields, T> {
  /** Equal to the file's name. */
  readonly name: string;
  readonly description: string;
  readonly access: A;
  /** It, or a button of its cards, is meant to move money: what refuses it says that none did. */
  readonly movesMoney?: boolean;
  readonly form?: Form<F>;
  /** Values the form opens with: what is known by then, and at most one indexed read more. */
  prefill?(identity: Identity, bank: Bank): RawValues | Promise<RawValues>;
  readonly second?: Second<A, InputOf<F>, G>;
  readonly actions?: { readonly [Name in keyof T]: Action<A, InputOf<F>, T[Name]> };
}

interface Plain<A extends Access, F extends Fields, G extends Fields, T> extends Base<A, F, G, T> {
  run(context: Context<A>, input: InputOf<F>): Promise<Reply>;
}

interface Confirmed<A extends Access, F extends Fields, G extends Fields, T> extends Base<
  A,
  F,
  G,
  T
> {
  /** Says what will happen; nothing has yet. */
  confirm(context: Context<A>, input: InputOf<F>): Promise<Question>;
  run(context: ConfirmedContext<A>, input: InputOf<F>): Promise<Reply>;
}

/** A command as the router handles it: what the types promised has been checked by its forms. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly access: Access;
  readonly movesMoney: boolean;
  readonly form: Form | null;
  prefill(identity: Identity, bank: Bank): RawValues | Promise<RawValues>;
  readonly second: Second<Access, unknown, Fields> | null;
  readonly actions: Readonly<Record<string, Action<Access, unknown, unknown>>>;
  readonly confirm: ((context: Context, input: unknown) => Promise<Question>) | null;
  run(context: Context, input: unknown): Promise<Reply>;
}

/** The command with its forms as they read to this person. */
export function commandFor(command: Command, identity: Identity | null): Command {
  if (identity?.hasApp !== true) return command;
  const { form, second } = command;
  return {
    ...command,
    form: form && formFor(form, true),
    second: second && { ...second, form: formFor(second.form, true) },
  };
}

/**
 * The assurance of a refusal: money is mentioned only for a command that moves money. An unknown
 * command might have been one.
 */
export const undoneBy = (command: Pick<Command, 'movesMoney'> | undefined): string =>
  command?.movesMoney === false ? words.errors.nothing.changed : words.errors.nothing.moved;

const made = new WeakSet<object>();

/** Whether a value was made by `defineCommand`, and so has the right shape. */
export const isCommand = (value: unknown): value is Command =>
  typeof value === 'object' && value !== null && made.has(value);

export function defineCommand<
  const A extends Access,
  F extends Fields = Fields,
  G extends Fields = Fields,
  T = object,
>(spec: Confirmed<A, F, G, T>): Command;
export function defineCommand<
  const A extends Access,
  F extends Fields = Fields,
  G extends Fields = Fields,
  T = object,
>(spec: Plain<A, F, G, T>): Command;
export function defineCommand(spec: object): Command {
  const given = spec as Partial<Command>;
  const command = {
    movesMoney: false,
    form: null,
    second: null,
    actions: {},
    confirm: null,
    prefill: () => ({}),
    ...given,
  } as Command;
  made.add(command);
  return command;
}
