/** Why a customer cannot be erased now, and what to do first. */
import type { ErrorData } from '../../../bank/model/index.ts';

export const erasure: Record<ErrorData['ERASURE_IMPOSSIBLE']['obstacle'], string> = {
  ROLE: 'You work at this bank: have your role removed first.',
  FROZEN_OR_LOCKED: 'It is frozen or locked.',
  ORDER: 'Cancel your standing orders first, with `/schedule cancel`.',
  SHARED:
    'You are the only manager of a shared account. Make another member a manager, or close it.',
  BALANCE: 'Withdraw or send all your money first.',
};
