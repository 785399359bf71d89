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
  readonly fields: readonly DeskField[];
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
      readonly form: DeskForm;
      readonly sentence: string;
      /** By the names of fields. */
      readonly problems: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'ended'; readonly ending: DeskEnding };

export interface Desk {
  inLanguageOf<T>(link: PageLink, work: () => T): T;
  /** Throws BANK_BUSY. */
  show(link: PageLink): Promise<DeskShown>;
  /** `sent` has one list of texts for each field. */
  submit(link: PageLink, sent: ReadonlyMap<string, readonly string[]>): Promise<DeskSent>;
}
