/** Phrases that several areas share. */
import type { InitiatorKind, ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'Nothing moved.';
export const runAgain = 'Run the command again.';
export const emptyPage = 'This page is empty.';
export const noMatches = 'No entries match this filter.';

export const recoveryCodesLead = written(
  '**Recovery codes** are shown only once, and each works only once. Keep them outside Discord.',
);

/** Who or what asked for a movement of money; null where its customer did. */
export const askedBy: Record<InitiatorKind, string | null> = {
  SESSION: null,
  STAFF: 'by staff',
  ORDER: 'by a standing order',
  MEMBERS: 'approved by managers',
  BANK: 'by the bank',
  IMPORT: 'by import',
};

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: 'name',
  email: 'e-mail address',
  phone: 'phone number',
};
