/** The answers of `/prove`. */
import { type Bank, referenceOf, type RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { actionButton, done, type Reply, show, small, text, withButtons } from '../cards/reply.ts';

const { proofs: say } = words.replies;
type Proof = Awaited<ReturnType<Bank['proofs']['payment']>>;

export function paymentProofReply(id: RequestId, proof: Proof): Reply {
  if (proof.kind === 'soon') {
    const again = actionButton('again', say.again, { token: `${id}`, command: 'prove payment' });
    return withButtons(show(say.title, text(say.soon)), again);
  }
  const reply = done(
    say.title,
    text(`${say.sentence} ${say.hidden}`),
    text(say.witnesses(proof.witnesses)),
    small(say.how),
  );
  const name = `payment-${referenceOf(id)}.tlog-proof`;
  return { ...reply, attachments: [{ name, bytes: Buffer.from(proof.file) }] };
}

type ProvedAccounts = Awaited<ReturnType<Bank['proofs']['balance']>>;

export function balanceProofReply(accounts: ProvedAccounts): Reply {
  const attachments = accounts.flatMap(({ accountNumber, file }) =>
    file === null ? [] : [{ name: `balance-${accountNumber}.proof`, bytes: Buffer.from(file) }],
  );
  if (attachments.length === 0) return show(say.balance.title, text(say.balance.soon));
  const missing = attachments.length < accounts.length ? [small(say.balance.missing)] : [];
  const parts = [text(say.balance.sentence), small(say.how), ...missing];
  return { ...done(say.balance.title, ...parts), attachments };
}
