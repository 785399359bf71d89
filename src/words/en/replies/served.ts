/** Customers as staff see them. */
import type { AccountStatus, Gender } from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

const states: Record<AccountStatus, string> = { OPEN: 'open', FROZEN: 'frozen', CLOSED: 'closed' };
const genders: Record<Gender, string> = {
  female: 'female',
  male: 'male',
  other: 'other',
  undisclosed: 'not disclosed',
};

export const served = {
  holder: 'Holder',
  state: (status: AccountStatus, isLocked: boolean): string =>
    `${states[status]}${isLocked ? ', locked by the owner' : ''}`,
  gender: (gender: Gender): string => genders[gender],
  found: {
    title: (count: number): string =>
      plural(count, { one: 'One customer', other: `${count} customers` }),
    note: 'At most ten are shown. See one with `/staff customer view`.',
    none: {
      title: 'No customer found',
      sentence: 'No customer matches. Names are searched by whole words: Anna Miller, or Miller.',
    },
  },
  title: 'Customer',
  titleWithDetails: 'Customer, with details',
  note: 'This view is recorded. The customer can see that you looked.',
  frozen: {
    title: 'Account frozen',
    sentence:
      'No money can leave it from now on, not even through an open confirm card. The customer ' +
      'gets a message.',
    note: '`/staff customer unfreeze` needs a second person’s approval.',
  },
  unlocked: {
    title: 'Account unlocked',
    sentence: 'The owner’s lock has been removed. They can log in again, and get a message.',
  },
};
