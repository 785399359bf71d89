/** The buttons of a past transfer: its payee returns it or gives thanks, its payer shows it. */
import type { RequestId } from '../../bank/index.ts';
import { requestToken } from '../forms/tokens.ts';
import { typedAmount } from '../forms/fields.ts';
import { notShared, returnMemo, sharedReply, shareQuestion, thankedReply } from './acts.ts';
import type { Action, Beginning, Context } from '../command/command.ts';

type Act = Action<'customer', unknown, RequestId>;

async function share(
  { bank, bankName, session, place }: Context<'customer'>,
  { id, isAmountShown }: { readonly id: RequestId; readonly isAmountShown: boolean },
) {
  if (place.guildId === null) return notShared('direct-messages');
  return sharedReply(await bank.paymentActs.share(session, id), {
    bankName,
    currency: isAmountShown ? bank.currency : null,
    unsent: async () => bank.paymentActs.unshare(session, id),
  });
}

const act = (
  answer: Act['answer'],
  run: (context: Context<'customer'>, id: RequestId) => ReturnType<Act['run']>,
): Act => ({
  answer,
  token: requestToken,
  alone: true,
  run: async (context, _given, id) => run(context, id),
});

/** Begins a transfer to the payer, whose account the reference stands for. */
const returning: Beginning<'customer', RequestId> = {
  token: requestToken,
  values: async ({ bank, session }, id) => {
    const payment = await bank.paymentActs.received(session, id);
    const amount = typedAmount(payment.amount, bank.currency);
    return { to: payment.reference, amount, memo: returnMemo(payment) };
  },
};

export const paymentButtons = {
  return: returning,
  thank: act('beside', async ({ bank, session }, id) =>
    thankedReply(await bank.paymentActs.thank(session, id)),
  ),
  share: act('beside', async ({ bank, session, place }, id) =>
    place.guildId === null
      ? notShared('direct-messages')
      : shareQuestion(await bank.paymentActs.sent(session, id), id),
  ),
  'share-plain': act('replace', async (context, id) =>
    share(context, { id, isAmountShown: false }),
  ),
  'share-amount': act('replace', async (context, id) =>
    share(context, { id, isAmountShown: true }),
  ),
  'share-not': act('replace', async ({ bank, session }, id) => {
    await bank.paymentActs.sent(session, id);
    return notShared('cancelled');
  }),
};
