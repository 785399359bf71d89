/** What the page needs of the bot: forms as plain data, in the language of their person. */
import type { PageLink } from '../../bank/index.ts';

export interface DeskField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  readonly autocomplete: string;
  readonly control:
    | { readonly kind: 'text'; readonly lengthMax: number; readonly value: string }
    | {
        readonly kind: 'choice' | 'choices';
        readonly choices: readonly { readonly value: string; readonly label: string }[];
        readonly chosen: readonly string[];
      }
    | { readonly kind: 'checkbox' };
}

export interface DeskForm {
  readonly title: string;
  /** What is approved, as a sentence; may be empty. */
  readonly lead: string;
  /** What else is known about what is approved, a line each. */
  readonly details: readonly string[];
  readonly fields: readonly DeskField[];
  readonly passkey: {
    readonly kind: 'use' | 'make';
    /** Of WebAuthn, as JSON. */
    readonly options: Readonly<Record<string, unknown>>;
  } | null;
  /** Whether a card in the chat shows the code of the link. */
  readonly hasCode: boolean;
}

export type DeskShown =
  | { readonly kind: 'form'; readonly form: DeskForm }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface DeskEnding {
  readonly isDone: boolean;
  readonly title: string;
  readonly sentence: string;
}

export type DeskSent =
  | {
      readonly kind: 'again';
      readonly sentence: string;
      /** By the names of fields. */
      readonly problems: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'ended';
      readonly ending: DeskEnding;
      /** The token of a link for a form that follows at once; null: none. */
      readonly next: string | null;
    };

/** One list of texts for each field; `passkey` is the browser's answer as JSON. */
export type SentTexts = ReadonlyMap<string, readonly string[]>;

export interface Desk {
  inLanguageOf<T>(link: PageLink, work: () => T): T;
  /** `sent` fills in the form again. Throws BANK_BUSY. */
  show(link: PageLink, sent?: SentTexts): Promise<DeskShown>;
  submit(link: PageLink, sent: SentTexts): Promise<DeskSent>;
  /** Notifies the owner of a link that was refused. */
  warn(link: PageLink, reason: 'ELSEWHERE' | 'EXPIRED'): void;
}
