import type { Page, RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { type Markup, md, written } from '../../words/text/markup.ts';

const { buttons } = words.replies;

/** Sets the accent colour of the card. */
export type Mood = 'done' | 'ask' | 'refuse' | 'show';

export type Part =
  | { readonly kind: 'text'; readonly text: Markup }
  | { readonly kind: 'small'; readonly text: Markup }
  | { readonly kind: 'rule' }
  | { readonly kind: 'image'; readonly name: string; readonly description: string };

export type ButtonStyle = 'primary' | 'secondary' | 'success' | 'danger';

/** Steps that the router handles itself; every other button names an action of a command. */
export type RouterStep =
  | 'confirm'
  | 'prove'
  | 'cancel'
  | 'edit'
  | 'more'
  | 'next'
  | 'go'
  | 'pick'
  | 'start'
  | 'invite'
  /** Makes a passkey on the bank's page. */
  | 'passkey'
  /** With a secret typed on the bank's page, or into a form in Discord. */
  | `${'prove' | 'edit' | 'next'}-${'page' | 'here'}`;

/** Where a step leads, if not to the replying command with the reply's row. */
export interface StepTarget {
  readonly command?: string;
  readonly row?: RequestId | null;
  readonly detail?: string;
}

/** Opens an address in a browser; Discord does not report the press. */
export interface LinkButton {
  readonly kind: 'link';
  readonly label: string;
  readonly url: string;
}

export type Button = LinkButton | PressedButton;

type PressedButton = {
  readonly label: string;
  readonly style: ButtonStyle;
} & (
  | ({ readonly kind: 'step'; readonly step: RouterStep } & StepTarget)
  | {
      readonly kind: 'action';
      readonly action: string;
      /** The path of another command. Default: the replying command. */
      readonly command?: string;
      readonly token: string;
      /** Opens the proof form, and runs when the proof is right. */
      readonly needsProof: boolean;
      /** Carries the form's values, stored in a draft. */
      readonly keepsInput: boolean;
    }
);

/** A list of choices below the texts; the chosen value becomes the token of the action. */
export interface Menu {
  readonly action: string;
  /** Carries the form's values, as buttons may. */
  readonly keepsInput?: boolean;
  readonly placeholder: string;
  /** At most 25. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
  }[];
}

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A command's answer, as a value, so that commands can be tested as functions. */
export interface Reply {
  readonly mood: Mood;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly buttons: readonly Button[];
  readonly menu?: Menu;
  readonly attachments: readonly Attachment[];
  /** A message for everyone in the channel, sent before this reply is shown. */
  readonly post?: {
    readonly card: Reply;
    /** The reply if it could not be sent. */
    readonly unsent: () => Promise<Reply>;
  };
}

const reply =
  (mood: Mood) =>
  (title: string, ...parts: readonly Part[]): Reply => ({
    mood,
    title,
    parts,
    buttons: [],
    attachments: [],
  });

export const done = reply('done');
export const ask = reply('ask');
export const refuse = reply('refuse');
export const show = reply('show');

export const text = (content: Markup | string): Part => ({
  kind: 'text',
  text: typeof content === 'string' ? written(content) : content,
});
/** A line in small print. */
export const small = (content: Markup | string): Part => ({
  kind: 'small',
  text: typeof content === 'string' ? written(content) : content,
});
export const rule: Part = { kind: 'rule' };

/** A block of `**Label** value` lines; rows without a value are left out. */
export const facts = (rows: readonly (readonly [string, Markup | string | null])[]): Part => ({
  kind: 'text',
  text: written(
    rows
      .flatMap(([label, value]) => (value === null ? [] : [md`**${label}** ${value}`.markup]))
      .join('\n'),
  ),
});

export const withButtons = (to: Reply, ...buttons: readonly Button[]): Reply => ({
  ...to,
  buttons: [...to.buttons, ...buttons],
});
export const withParts = (to: Reply, ...parts: readonly Part[]): Reply => ({
  ...to,
  parts: [...to.parts, ...parts],
});

export const stepButton = (
  step: RouterStep,
  label: string,
  style: ButtonStyle = 'secondary',
  target: StepTarget = {},
): Button => ({ kind: 'step', step, label, style, ...target });

export const actionButton = (
  action: string,
  label: string,
  more: {
    readonly style?: ButtonStyle;
    readonly command?: string;
    readonly token?: string;
    readonly keepsInput?: boolean;
    readonly needsProof?: boolean;
  } = {},
): Button => ({
  kind: 'action',
  action,
  label,
  style: more.style ?? 'secondary',
  token: more.token ?? '',
  keepsInput: more.keepsInput ?? false,
  needsProof: more.needsProof ?? false,
  ...(more.command === undefined ? {} : { command: more.command }),
});

/** *Newer* and *Older*, if there are such pages; `pageTurns` answers them. */
export const turnButtons = (
  { older, newer }: Pick<Page<unknown>, 'older' | 'newer'>,
  more: { readonly keepsInput?: boolean } = {},
): Button[] => {
  const turn = (action: string, label: string, cursor: bigint | null) =>
    cursor === null ? [] : [actionButton(action, label, { ...more, token: `${cursor}` })];
  return [...turn('newer', buttons.newer, newer), ...turn('older', buttons.older, older)];
};

export const linkButton = (label: string, url: string): Button => ({ kind: 'link', label, url });

/** Opens a command's first or second form, filled with the known values. */
export const formButton = (
  command: string,
  label: string,
  style: ButtonStyle = 'secondary',
  which: 'first' | 'second' = 'first',
): Button => actionButton(which === 'first' ? 'edit' : 'next', label, { command, style });
