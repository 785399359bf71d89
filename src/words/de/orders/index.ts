/** Texts of standing orders that belong to no other group. */
import { orderCards } from './cards.ts';
import { orderReasons, orderWriting } from './forms.ts';

export const orders = { ...orderCards, writing: orderWriting, reasons: orderReasons };
