/** Phrases that several areas share. */
import type { ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'Nothing moved.';
export const runAgain = 'Run the command again.';
export const emptyPage = 'This page is empty.';
export const noMatches = 'No entries match this filter.';

export const recoveryCodesLead = written(
  '**Recovery codes**, shown only this once. Each works once. Keep them outside Discord.',
);

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: 'name',
  email: 'e-mail address',
  phone: 'phone number',
};
