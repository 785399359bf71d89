/**
 * The shape of a command file. A command declares its access, its fields and its answer; the router
 * does the rest. A command never uses Discord, never defers and never catches errors.
 */
import type { z } from 'zod';
import type { Bank, DiscordUserId, Identity, Place, RequestId, Session } from '../../bank/index.ts';
import type { Examine } from '../../lib/finding.ts';
import type { Storable } from '../../lib/storable.ts';
import { type CommandText, words } from '../../words/index.ts';
import type { Markup } from '../../words/text/markup.ts';
import type { Asked } from '../cards/exchange.ts';
import type { Reply } from '../cards/reply.ts';
import type { Fields, InputOf, RawValues } from '../forms/field.ts';
import { type Form, formFor } from '../forms/form.ts';
import type { RoleMembers } from '../members/role.ts';
import type { SetupTools } from '../installation/tools.ts';
import type { Access } from './access.ts';

/** A command as `/help` and docs/commands.md list it. */
export interface CommandSummary {
  readonly path: string;
  readonly words: CommandText;
  readonly access: Access;
  /** The one server that has it; null where it is everywhere. */
  readonly serverId: string | null;
  /** Discord's id of the command of its first word; null until it is registered. */
  readonly id: string | null;
}

export interface Context<A extends Access = Access> {
  readonly bank: Bank;
  readonly bankName: string;
  readonly person: DiscordUserId;
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Null only for commands open to anyone, when the person could not be looked up. */
  readonly identity: Identity | null;
  /** The person gave a proof of identity for this action. */
  readonly isProved: boolean;
  readonly session: A extends 'anyone' ? Session | null : Session;
  readonly commands: readonly CommandSummary[];
  readonly roleMembers: RoleMembers;
  readonly examine: Examine;
  readonly setup: SetupTools;
  /** Where the answer will be; null where it is not known. */
  readonly asked: Asked | null;
}

/** The context of a confirmed request; its id makes the request run at most once. */
export type ConfirmedContext<A extends Access = Access> = Context<A> & {
  readonly requestId: RequestId;
};

/** A confirm card, and the order that *Confirm* runs. */
export interface Question<Order extends Storable = Storable> {
  readonly card: Reply;
  /** Stored with the card and given to `run` unchanged: all that decides what is done. */
  readonly order: Order;
  /** The amount on the card, as text, where it depends on the balance. */
  readonly sum?: string;
  /** *Confirm* asks for a proof of identity. */
  readonly needsProof?: boolean;
  /** The intent shown in the proof form, without a full stop. */
  readonly confirms?: Markup;
  /** Replaces *Confirm* by a red button with this label, and leaves out *Edit*. */
  readonly irreversible?: string;
}

/** A button of a reply that runs without a form. */
export interface Action<A extends Access, Given, Token> {
  /** Whether the answer replaces the card or is a message of its own. */
  readonly answer: 'replace' | 'beside';
  /** Needs none of the form's values, which are not read. */
  readonly alone?: boolean;
  /** Reads the button's token, which may be forged. */
  readonly token: z.ZodType<Token>;
  /** The intent shown in the proof form; for buttons that need a proof. */
  readonly confirms?: (token: Token) => Markup;
  /** What the bank's page shows below the intent, a line each. */
  readonly details?: (context: Context<A>, token: Token) => Promise<readonly Markup[]>;
  /** The reply if an earlier press has already done it; then no second proof is needed. */
  readonly done?: (context: Context<A>, token: Token) => Promise<Reply | null>;
  run(context: Context<A>, input: Given, token: Token): Promise<Reply>;
}

/** A button that begins the command with these values, as if they had been typed. */
export interface Beginning<A extends Access, Token> {
  /** The new card replaces the one with the button, which is cancelled. Default: beside it. */
  readonly answer?: 'replace';
  readonly token: z.ZodType<Token>;
  /** Values that need no look at the bank: without a row, the form opens at once. */
  readonly opens?: (token: Token) => RawValues;
  /** `given`: the values that the card with the button was made of. */
  values(context: Context<A>, token: Token, given: RawValues): Promise<RawValues>;
}

/** A second form, opened by a button on the answer to the first; `run` gets both inputs. */
export interface Second<A extends Access, Given, G extends Fields> {
  readonly form: Form<G> & { readonly words: { readonly button: string } };
  /** Independent of the first form, whose values are not read. */
  readonly alone?: boolean;
  run(context: Context<A>, input: Given & InputOf<G>): Promise<Reply>;
}

interface Base<A extends Access, F extends Fields, G extends Fields, T> {
  /** Equal to the file's name. */
  readonly name: string;
  /** Its row in `words.commands`. */
  readonly words: CommandText;
  readonly access: A;
  /** It, or a button of its cards, moves money: its refusals say that no money moved. */
  readonly movesMoney?: boolean;
  readonly form?: Form<F>;
  /** Without options it answers at once; a button of its answer opens the form. */
  readonly formByButton?: boolean;
  /** Discord asks for its required fields as options, so that no form opens. */
  readonly optionsRequired?: boolean;
  /** Values the form opens with; makes at most one indexed read. */
  prefill?(identity: Identity, bank: Bank): RawValues | Promise<RawValues>;
  readonly second?: Second<A, InputOf<F>, G>;
  readonly actions?: {
    readonly [Name in keyof T]: Action<A, InputOf<F>, T[Name]> | Beginning<A, T[Name]>;
  };
}

interface Plain<A extends Access, F extends Fields, G extends Fields, T> extends Base<A, F, G, T> {
  run(context: Context<A>, input: InputOf<F>): Promise<Reply>;
}

interface Confirmed<
  A extends Access,
  F extends Fields,
  G extends Fields,
  T,
  Order extends Storable,
> extends Base<A, F, G, T> {
  /** Makes the confirm card and the order; changes nothing. */
  confirm(context: Context<A>, input: InputOf<F>): Promise<Question<Order>>;
  /** Gets the order of the card, which may be older than this version of the command. */
  run(context: ConfirmedContext<A>, order: Order): Promise<Reply>;
}

/** A command whose form has a sentence, which is read and leads to another command. */
interface Spoken<A extends Access, F extends Fields, G extends Fields, T> extends Base<A, F, G, T> {
  sentence(input: InputOf<F>): string;
}

/** A command as the router handles it, without the types of its input and order. */
export interface Command {
  readonly name: string;
  /** Its row in `words.commands`. */
  readonly words: CommandText;
  readonly access: Access;
  readonly movesMoney: boolean;
  readonly form: Form | null;
  readonly formByButton: boolean;
  readonly optionsRequired: boolean;
  prefill(identity: Identity, bank: Bank): RawValues | Promise<RawValues>;
  readonly second: Second<Access, unknown, Fields> | null;
  readonly actions: Readonly<
    Record<string, Action<Access, unknown, unknown> | Beginning<Access, unknown>>
  >;
  readonly confirm: ((context: Context, input: unknown) => Promise<Question>) | null;
  /** Set where the input is a sentence; then there is no `run`. */
  readonly sentence: ((input: unknown) => string) | null;
  run(context: Context, input: unknown): Promise<Reply>;
}

/** The command with its forms as this person sees them. */
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

/** Whether the value was made by `defineCommand`. */
export const isCommand = (value: unknown): value is Command =>
  typeof value === 'object' && value !== null && made.has(value);

export function defineCommand<
  const A extends Access,
  F extends Fields = Fields,
  G extends Fields = Fields,
  T = object,
  Order extends Storable = Storable,
>(spec: Confirmed<A, F, G, T, Order>): Command;
export function defineCommand<
  const A extends Access,
  F extends Fields = Fields,
  G extends Fields = Fields,
  T = object,
>(spec: Plain<A, F, G, T>): Command;
export function defineCommand<
  const A extends Access,
  F extends Fields = Fields,
  G extends Fields = Fields,
  T = object,
>(spec: Spoken<A, F, G, T>): Command;
export function defineCommand(spec: object): Command {
  const given = spec as Partial<Command>;
  const command = {
    movesMoney: false,
    formByButton: false,
    optionsRequired: false,
    form: null,
    second: null,
    actions: {},
    confirm: null,
    sentence: null,
    prefill: () => ({}),
    ...given,
  } as Command;
  made.add(command);
  return command;
}
