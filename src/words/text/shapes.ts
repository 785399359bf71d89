/** The texts of a command, a choice and a field, in every language. */

/** A command's description is at most 100 characters long, a form's title at most 45. */
export interface CommandText {
  readonly description: string;
  /** The title of its form. */
  readonly title?: string;
  /** The button that opens its second form, and that form's title. */
  readonly second?: { readonly button: string; readonly title: string };
  /** The reply after success. */
  readonly done?: { readonly title: string; readonly sentence: string };
}

export interface ChoiceText {
  readonly label: string;
  readonly hint?: string;
}

/** A label is at most 45 characters long, a hint and an example at most 100. */
export interface FieldText {
  readonly label: string;
  /** A noun for the field in refusals and on cards, where its label is none. */
  readonly name?: string;
  readonly hint?: string;
  /** Shown in the empty field. */
  readonly example?: string;
  /** Shown above the fields of the form, once. In Discord's markup. */
  readonly notice?: string;
  /** Why a box must be ticked. */
  readonly refusal?: string;
  readonly choices?: Readonly<Record<string, ChoiceText>>;
}
