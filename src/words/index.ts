/** All texts of the product. Another language is another object of the same type. */
import { en } from './en/index.ts';

export type Words = typeof en;
export type FieldKey = keyof Words['fields'];
export type { PlainNotice } from './en/plain-notices.ts';
export type { ChoiceText, CommandText, FieldText } from './text/shapes.ts';

export const words: Words = en;
