/** Cards of rounding payments up, and what a payment's card says about it. */
import {
  type AccountNumber,
  type Currency,
  type OwnAccount,
  type OwnAccountRef,
  roundUpRest,
  type RoundUps,
  type RoundUpUnits,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { md } from '../../words/text/markup.ts';
import { ask, done, facts, type Reply, text, withButtons } from '../cards/reply.ts';
import type { Context, Question } from '../command/command.ts';
import { potsButton } from '../accounts/pots.ts';
import { potName } from '../forms/account-names.ts';

const { pots: say, shared } = words.replies;

export type RoundUpOrder = Readonly<{
  pot: AccountNumber | null;
  units: RoundUpUnits;
  /** The shared account whose payments it is about. */
  of?: AccountNumber;
}>;

/** Twelve units and three tenths; where amounts have no decimals, twelve. */
function example(units: RoundUpUnits, currency: Currency): string | null {
  const one = 10n ** BigInt(currency.scale);
  const paid = 12n * one + (3n * one) / 10n;
  const rest = roundUpRest(paid, units, currency);
  if (rest === null) return null;
  return say.roundUps.example(formatAmount(paid, currency), formatAmount(rest, currency));
}

const ofShared = ({ potOf }: OwnAccount) =>
  potOf === undefined ? {} : { of: potOf.accountNumber };

function onQuestion(
  pot: OwnAccount,
  units: RoundUpUnits,
  currency: Currency,
): Question<RoundUpOrder> {
  const shown = example(units, currency);
  return {
    card: ask(
      say.roundUps.question,
      facts([
        [say.labels.pot, md`${potName(pot)}`],
        [say.roundUps.to, say.roundUps.units(units)],
      ]),
      ...(shown === null ? [] : [text(shown)]),
      text(say.roundUps.note),
    ),
    order: { pot: pot.accountNumber, units, ...ofShared(pot) },
  };
}

/** Of the customer's own payments, or those of the shared account that has the pot. */
async function offQuestion(
  { bank, session }: Pick<Context<'customer'>, 'bank' | 'session'>,
  meant: OwnAccountRef | null,
): Promise<Question<RoundUpOrder>> {
  const pot = meant === null ? null : await bank.pots.find(session, meant);
  const order = { pot: null, units: 1 } as const;
  if (pot?.potOf === undefined) return { card: ask(say.roundUps.offQuestion), order };
  await bank.pots.judgeRoundUps(session, { ...order, ...ofShared(pot) });
  const card = ask(shared.pots.stopQuestion(pot.potOf.name));
  return { card, order: { ...order, ...ofShared(pot) } };
}

export async function roundUpsQuestion(
  { bank, session }: Context<'customer'>,
  { pot: meant, to }: { readonly pot: OwnAccountRef | null; readonly to: '1' | '10' | 'off' },
): Promise<Question<RoundUpOrder>> {
  if (to === 'off') return offQuestion({ bank, session }, meant);
  const units = to === '1' ? 1 : 10;
  const pot = await bank.pots.find(session, meant);
  await bank.pots.judgeRoundUps(session, { pot: pot.accountNumber, units });
  return onQuestion(pot, units, bank.currency);
}

/** `of`: the shared account whose payments it is about. */
export const roundUpsReply = (roundUps: RoundUps | null, of: string | null): Reply =>
  withButtons(
    roundUps === null
      ? done(of === null ? say.roundUps.offDone : shared.pots.notRounded(of))
      : done(
          of === null ? say.roundUps.done : shared.pots.rounded(of),
          facts([
            [say.labels.pot, md`${potName(roundUps.pot)}`],
            [say.roundUps.to, say.roundUps.units(roundUps.units)],
          ]),
        ),
    potsButton(),
  );
