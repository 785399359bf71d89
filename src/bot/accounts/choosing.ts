/** Which of the customer's accounts a command means, and the menu that changes it on a card. */
import {
  type AccountNumber,
  mayAsMember,
  type OwnAccountRef,
  type SharedAction,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import type { Reply } from '../cards/reply.ts';
import type { Beginning, Context, Question } from '../command/command.ts';
import { accountToken } from './fields.ts';
import { accountLabel } from '../forms/account-names.ts';

const { ownAccounts: say } = words.replies;

/** Discord's limit of a menu. */
const choicesMax = 25;

/**
 * The account that was named, or the main one, so that a card keeps it. With an action also a
 * shared account, and to READ also a closed one.
 */
export async function accountOf(
  { bank, session, identity }: Context<'customer'>,
  named: OwnAccountRef | null,
  action?: SharedAction,
): Promise<AccountNumber | undefined> {
  if (named === null) return identity?.accountNumber ?? undefined;
  const among = action === 'READ' ? 'ANY' : 'OPEN';
  return (await bank.accounts.find(session, named, among, action)).accountNumber;
}

/** For customers with several accounts: a menu that makes the card anew with another of them. */
export async function withAccountMenu(
  { bank, session, identity }: Context<'customer'>,
  card: Reply,
  about: {
    readonly use: keyof typeof say.choose;
    readonly chosen: AccountNumber | undefined;
    /** Shared accounts whose role allows it are among the choices. */
    readonly action?: SharedAction;
  },
): Promise<Reply> {
  if (identity?.hasSeveral !== true) return card;
  const { use, action } = about;
  const own = await bank.accounts.overview(session);
  const shared = action === undefined ? [] : await bank.shared.list(session);
  const usable = shared.filter((one) => mayAsMember(one.shared!.role, action!));
  const open = [...own, ...usable]
    .filter(({ status, type }) => status !== 'CLOSED' && (use === 'history' || type !== 'POT'))
    .slice(0, choicesMax);
  if (open.length < 2) return card;
  const choices = open.map((account) => ({
    value: account.accountNumber,
    label: accountLabel(account, bank.currency),
    isChosen: account.accountNumber === about.chosen,
  }));
  const menu = {
    action: 'account',
    keepsInput: true,
    placeholder: say.choose[about.use],
    choices,
  } as const;
  return { ...card, menu };
}

export const withAccountChoice = async <Asked extends Question>(
  context: Context<'customer'>,
  question: Asked,
  about: Parameters<typeof withAccountMenu>[2],
): Promise<Asked> => ({ ...question, card: await withAccountMenu(context, question.card, about) });

/** The action of that menu: the same command with the same values and another account. */
export const chooseAccount = (
  field: 'from' | 'into' | 'account',
  action?: SharedAction,
): { readonly account: Beginning<'customer', AccountNumber> } => ({
  account: {
    answer: 'replace',
    token: accountToken,
    values: async ({ bank, session }, number, given) => {
      const meant = { accountNumber: number };
      const { accountNumber } = await bank.accounts.find(session, meant, 'OPEN', action);
      return { ...given, [field]: accountNumber };
    },
  },
});
