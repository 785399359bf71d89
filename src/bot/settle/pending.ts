/** The content of a pending row: the form, its values without secrets, and the card's order. */
import { z } from 'zod';
import type { Bank, DiscordUserId, PendingAction, PendingKind } from '../../bank/index.ts';
import { fromJson, type Storable, toJson } from '../../lib/storable.ts';
import { currentLanguage } from '../../words/index.ts';
import type { Markup } from '../../words/text/markup.ts';
import type { Asked } from '../cards/exchange.ts';
import type { Command } from '../command/command.ts';
import type { Fields, RawValues } from '../forms/field.ts';
import { type Form, withoutSecrets } from '../forms/form.ts';

export interface Stored {
  /** Which of the command's forms *Edit* opens again. */
  readonly form: 0 | 1;
  readonly values: RawValues;
  /** What *Confirm* runs; null for drafts, and for cards of versions that stored only values. */
  readonly order: { readonly input: unknown } | null;
  /** Values that a card of such a version fixed; they replace what was typed. */
  readonly settled: RawValues;
  /** The intent of a confirm card, in Discord's markup; empty for drafts. */
  readonly confirms: string;
  /** Edits the card for 15 min, in its language; null where it cannot be edited so. */
  readonly card: { readonly token: string; readonly language: string } | null;
  /** The person's message that the card answers, in its channel; null for other cards. */
  readonly said: {
    readonly channelId: string;
    readonly messageId: string;
    readonly language: string;
  } | null;
}

const raw = z.union([z.string(), z.boolean(), z.array(z.string()).readonly()]);
const values = z.record(z.string(), raw);
/**
 * Raise it when the order of any command changes its shape: `run` must not get an order of another
 * version. Open cards of the other version are then asked again.
 */
const orderVersion = 1;
const payload = z.object({
  form: z.literal([0, 1]),
  values,
  order: z.object({ v: z.number(), input: z.unknown() }).nullable().default(null),
  settled: values.default({}),
  confirms: z.string().default(''),
  card: z.object({ token: z.string(), language: z.string() }).nullable().default(null),
  said: z
    .object({ channelId: z.string(), messageId: z.string(), language: z.string() })
    .nullable()
    .default(null),
});

/** Null when another version wrote it in another format. */
export function storedIn(action: PendingAction): Stored | null {
  try {
    const parsed = payload.safeParse(JSON.parse(action.payload));
    if (!parsed.success) return null;
    const { order, ...rest } = parsed.data;
    if (order?.v !== orderVersion) return { ...rest, order: null };
    return { ...rest, order: { input: fromJson(order.input) } };
  } catch {
    return null;
  }
}

/** Both forms as one: a draft carries values from the first to the second. */
export function wholeForm({ form, second }: Command): Form | null {
  if (form === null) return second?.form ?? null;
  if (second === null) return form;
  const fields: Fields = { ...form.fields, ...second.form.fields };
  return { words: form.words, fields };
}

export async function savePending(
  bank: Bank,
  what: {
    readonly person: DiscordUserId;
    readonly kind: PendingKind;
    readonly path: string;
    readonly command: Command;
    readonly form: 0 | 1;
    readonly values: RawValues;
    readonly order?: Storable;
    readonly confirms?: Markup;
    readonly needsProof?: boolean;
    /** What the card answers, if it loses its buttons when it expires. */
    readonly asked?: Asked | null;
  },
): Promise<PendingAction> {
  const whole = wholeForm(what.command);
  const { order, kind, asked = null } = what;
  const language = currentLanguage();
  const stored: z.input<typeof payload> = {
    form: what.form,
    values: whole === null ? {} : withoutSecrets(whole, what.values),
    ...(order === undefined ? {} : { order: { v: orderVersion, input: toJson(order) } }),
    confirms: what.confirms?.markup ?? '',
    // The answer to an interaction may be another card by the time a draft expires.
    card: kind === 'CONFIRM' && asked !== null && 'token' in asked ? { ...asked, language } : null,
    said: asked !== null && 'messageId' in asked ? { ...asked, language } : null,
  };
  return bank.pending.open({
    discordUserId: what.person,
    kind: what.kind,
    command: what.path,
    payload: JSON.stringify(stored),
    needsProof: what.needsProof ?? false,
  });
}
