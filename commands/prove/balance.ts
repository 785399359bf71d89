/** A customer downloads a proof that their balance is inside the total that the bank published. */
import { balanceProofReply, defineCommand } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

export default defineCommand({
  name: 'balance',
  words: words.commands['prove balance'],
  access: 'customer',
  run: async ({ bank, session }) => balanceProofReply(await bank.proofs.balance(session)),
});
