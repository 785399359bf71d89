/** Japanese: every sentence that the product shows to customers and staff, by area. */
import type { Words } from '../en/index.ts';
import { amountRanges, amounts } from './amounts.ts';
import { commands } from './commands.ts';
import { documents } from './documents.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { mail } from './mail.ts';
import { notices } from './notices.ts';
import { options } from './options.ts';
import { orders } from './orders/index.ts';
import { page } from './page.ts';
import { reasons } from './reasons.ts';
import { replies } from './replies/index.ts';

export const ja = {
  amountRanges,
  amounts,
  commands,
  documents,
  errors,
  fields,
  guide,
  help,
  mail,
  notices,
  options,
  orders,
  page,
  reasons,
  replies,
} satisfies Words;
