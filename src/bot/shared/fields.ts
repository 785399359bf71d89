/** Fields of shared accounts. */
import {
  type AccountNumber,
  type Amount,
  type OwnAccountRef,
  parseAmount,
  parseNickname,
  parseOwnAccount,
  payeeLengthMax,
  type Reason,
  type SharedRole,
  sharedMembersMax,
  sharedRoles,
} from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import type { Beginning } from '../command/command.ts';
import { accountToken } from '../accounts/fields.ts';
import { choicesOf, type Facts, field, optional, readWith, textControl } from '../forms/field.ts';
import { oneOf } from '../forms/fields.ts';

const { sharedRole, sharedReads } = words.fields;

/** Empty: the customer's only shared account. */
export const sharedAccountField = () =>
  optional(
    field<OwnAccountRef>('sharedAccount', {
      suggests: 'SHARED_ACCOUNTS',
      control: textControl(payeeLengthMax),
      schema: () => readWith(parseOwnAccount),
    }),
  );

export const sharedNameField = () =>
  field<string>('sharedName', {
    control: textControl(60),
    schema: () => readWith(parseNickname),
  });

const roles = choicesOf<SharedRole>(sharedRoles, sharedRole.choices);

export const sharedRoleField = () =>
  field<SharedRole>('sharedRole', {
    control: { kind: 'choice', choices: roles },
    schema: () => oneOf(roles),
  });

function readSum(text: string, { currency }: Facts): Result<Amount, Reason> {
  const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
  if (!read.ok) return read;
  return good('amount' in read.value ? read.value.amount : (0n as Amount));
}

const approvalsLimit = sharedMembersMax - 1;

/** Empty: no payment waits. */
export const ruleAboveField = () =>
  optional(
    field<Amount>('ruleAbove', {
      control: textControl(60),
      schema: (facts) => readWith((text) => readSum(text, facts)),
    }),
  );

/** Empty: one. */
export const ruleNeededField = () =>
  optional(
    field<number>('ruleNeeded', {
      control: textControl(10),
      schema: () =>
        readWith((text): Result<number, string> => {
          const typed = text.trim();
          const read = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
          const isCount = read >= 1 && read <= approvalsLimit;
          return isCount ? good(read) : bad(words.fields.ruleNeeded.refusal);
        }),
    }),
  );

export const allowanceField = () =>
  optional(
    field<Amount>('allowance', {
      control: textControl(60),
      schema: (facts) => readWith((text) => readSum(text, facts)),
    }),
  );

/** A spender has an allowance, and no other role. */
export function allowanceProblem(input: {
  readonly role?: SharedRole;
  readonly allowance?: Amount | null;
}): { readonly allowance: string | undefined } {
  const { role, allowance } = input;
  const { form } = words.replies.shared;
  if (role === undefined || allowance === undefined) return { allowance: undefined };
  if (role === 'SPENDER') {
    return { allowance: allowance === null ? form.allowanceMissing : undefined };
  }
  return { allowance: allowance === null ? undefined : form.allowanceUnused };
}

const reads = choicesOf<'joining' | 'all'>(['joining', 'all'], sharedReads.choices);

export const sharedReadsField = () =>
  field<'joining' | 'all'>('sharedReads', {
    control: { kind: 'choice', choices: reads },
    schema: () => oneOf(reads),
  });

/** Opens the form of a command with a shared account filled in. */
export const sharedBeginning: Beginning<'customer', AccountNumber> = {
  token: accountToken,
  opens: (number) => ({ account: number }),
  values: async ({ bank, session }, number) => {
    const { accountNumber } = await bank.shared.find(session, { accountNumber: number }, 'READ');
    return { account: accountNumber };
  },
};
