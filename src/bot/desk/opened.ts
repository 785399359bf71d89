/** A link that was opened on the page: its command, its form and the exchange for its answer. */
import type { REST } from 'discord.js';
import type { Identity, PageLink, PendingAction } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { plainText } from '../../words/text/plain-text.ts';
import { type Command, commandFor, type Context, undoneBy } from '../command/command.ts';
import { actProved } from '../cards/custom-id.ts';
import type { RawValues } from '../forms/field.ts';
import { type Form, type FormPage, formFor } from '../forms/form.ts';
import { type LinkContent, linkContent } from '../page/content.ts';
import { type PageOutcome, pageExchange } from '../page/exchange.ts';
import { type PageField, pageFields } from '../page/form.ts';
import { afterRegistration, passkeyFormFor } from '../stages/passkey.ts';
import { leadOf, proofForm } from '../stages/prove.ts';
import { admitAs, identify, type Tools, type Visit } from '../stages/visit.ts';
import { type PasskeyAsked, passkeyFor } from './passkeys.ts';

/** What the page shows for a link. */
export interface PageForm {
  readonly title: string;
  /** What is approved, as a plain sentence; may be empty. */
  readonly lead: string;
  /** What else is known about what is approved, a line each. */
  readonly details: readonly string[];
  readonly fields: readonly PageField[];
  /** Null where no passkey can answer it. */
  readonly passkey: PasskeyAsked | null;
  /** Whether a card in the chat shows the code of the link. */
  readonly hasCode: boolean;
}

export interface DeskTools extends Tools {
  readonly rest: REST;
  readonly applicationId: () => string;
}

/** Refusals after which the same form may be sent again. */
const repeated: readonly string[] = [
  'FIELDS',
  'PASSWORD_WRONG',
  'PASSWORD_WEAK',
  'PASSKEY_WRONG',
  'PASSKEY_CLONED',
  'CODE_WRONG',
  'CODE_NEEDED',
  'CREDENTIALS_WRONG',
  'LOCKED_OUT',
  'CONTACT_TAKEN',
  'MAIL_UNAVAILABLE',
  'UNDER_AGE',
  'BANK_BUSY',
  'REQUESTS_TOO_MANY',
];

export interface Opened {
  readonly link: PageLink;
  readonly content: LinkContent;
  readonly visit: Visit;
  readonly command: Command;
  readonly outcome: PageOutcome;
}

/** Whether the page itself offered the form, so that no card in the chat has its link. */
export const followsRegistration = ({ form: { step, detail } }: LinkContent): boolean =>
  step === 'passkey' && detail === afterRegistration;

export const pageOf = ({ form }: LinkContent): FormPage => (form.step === 'form-more' ? 1 : 0);

/**
 * Null where another version made the link, or the command is gone. `keepsCard`: answers are
 * messages beside the card.
 */
export function openLink(
  tools: DeskTools,
  link: PageLink,
  how: { readonly keepsCard: boolean } = { keepsCard: false },
): Opened | null {
  const content = linkContent(link.content);
  const command = content === null ? undefined : tools.registry.get(content.form.path);
  if (content === null || command === undefined) return null;
  const { path, step } = content.form;
  const outcome: PageOutcome = { shown: null, refused: null };
  const facts = { command: path, step, discordUserId: link.discordUserId };
  const exchange = pageExchange(link, content, {
    rest: tools.rest,
    applicationId: tools.applicationId(),
    undone: () => undoneBy(command),
    lost: (code, error) => tools.logger.event('bot.late', { ...facts, code }, error),
    watch: tools.expiry.watch,
    outcome,
    // The registration's card has recovery codes, which are shown only once.
    keepsCard: how.keepsCard || followsRegistration(content),
    repeats: ({ code }) => repeated.includes(code),
  });
  return { link, content, command, outcome, visit: { exchange, command, path, step } };
}

function formOf({ command, content }: Opened, identity: Identity | null): Form | null {
  const hasApp = identity?.hasApp === true;
  const own = commandFor(command, identity);
  switch (content.form.step) {
    case 'proof':
      return formFor(proofForm, hasApp);
    case 'passkey':
      return formFor(passkeyFormFor(content.form.detail), hasApp);
    case 'form2':
      return own.second?.form ?? null;
    default:
      return own.form;
  }
}

/** Why the row of the link can no longer be answered; null if it can. */
function closedSentence(action: PendingAction | null, undone: string): string | null {
  if (action?.state === 'OPEN') return null;
  const { expired, cancelled, used } = words.replies.late;
  const state = action?.state ?? 'CANCELLED';
  const late = state === 'EXPIRED' ? expired : state === 'CANCELLED' ? cancelled : used;
  return plainText(late.sentence(undone));
}

export type Looked =
  /** The form cannot be sent: why, as a plain sentence. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | {
      readonly kind: 'open';
      readonly form: Form;
      readonly identity: Identity | null;
      readonly action: PendingAction | null;
      readonly context: Context;
    };

/** Checks again that the person may send the form, and that its card is open. */
export async function lookAt(tools: DeskTools, opened: Opened): Promise<Looked> {
  const { visit, content, link } = opened;
  const identity = await identify(tools, visit);
  const admission = admitAs(tools, visit, identity);
  if (!admission.ok) return { kind: 'refused', sentence: plainText(admission.refusal.sentence) };
  const { row } = content.form;
  const action = row === null ? null : await tools.bank.pending.find(row, link.discordUserId);
  const closed = row === null ? null : closedSentence(action, visit.exchange.undone);
  if (closed !== null) return { kind: 'refused', sentence: closed };
  const form = formOf(opened, identity);
  if (form === null) return { kind: 'refused', sentence: words.page.refusals.UNKNOWN };
  return { kind: 'open', form, identity, action, context: admission.context };
}

/** Of a button; the intent of a confirm card says all itself. */
async function detailsOf({ command, content }: Opened, context: Context): Promise<string[]> {
  const carried = actProved(content.form.detail);
  const button = carried === null ? undefined : command.actions[carried.action];
  if (carried === null || button === undefined || !('details' in button)) return [];
  const token = button.token.safeParse(carried.token);
  const lines = token.success ? await button.details?.(context, token.data) : undefined;
  return (lines ?? []).map(({ markup }) => plainText(markup));
}

/** The form as plain data, filled with these values. */
export async function formShown(
  tools: DeskTools,
  opened: Opened,
  looked: Extract<Looked, { readonly kind: 'open' }>,
  values: RawValues | null,
): Promise<PageForm> {
  const { link, content, visit } = opened;
  const { form, action, identity } = looked;
  const { step, detail } = content.form;
  const lead = step === 'proof' ? plainText(leadOf(visit, detail, action)) : '';
  const details = step === 'proof' ? await detailsOf(opened, looked.context) : [];
  const fields = pageFields(form, values ?? content.values, pageOf(content));
  const session = identity?.session ?? null;
  const passkey = await passkeyFor(tools, link, { content, action, session });
  const hasCode = !followsRegistration(content);
  return { title: form.words.title, lead, details, fields, passkey, hasCode };
}
