import type { Markup } from './markup.ts';

export interface PlainNotice {
  readonly tone: 'done' | 'refuse' | 'show';
  readonly title: string;
  readonly sentence: string | null;
  /** Values may be typed text: they are shown literally. */
  readonly facts: readonly (readonly [label: string, value: string | null])[];
  readonly small: Markup;
  /** Whether it is also sent by mail. */
  readonly mails: boolean;
}
