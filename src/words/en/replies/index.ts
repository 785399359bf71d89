/** What cards say, by the subject of the card. */
import { customer } from './customer.ts';
import { flow } from './flow.ts';
import { staff } from './staff.ts';

export const replies = { customer, flow, staff };
