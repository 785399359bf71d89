/** Receipts: for the parties, checked by everyone, found where a byte differs. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { parseReference } from '../../src/bank/index.ts';
import { amountOf } from '../../src/bank/model/index.ts';
import { createTags } from '../../src/bank/records/receipts/tags.ts';
import { deriveKeys } from '../../src/bank/keys/index.ts';
import { receiptSheet } from '../../src/documents/index.ts';
import { readReceipt, receiptText } from '../../src/records/receipt/index.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  pay,
  place,
  testSecrets,
} from '../support/bank.ts';
import { openPot, roundUpInto } from '../support/pots.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, staff, anna, ben, database } = withBank({
  hasStaff: true,
  balances: { anna: 100_000n, ben: 0n },
  settings: { fourEyesAbove: 1_000_000n },
  leavesBooksUnchecked: true,
});

const stranger = { discordUserId: '900000000000099999' as m.DiscordUserId, place, session: null };
const as = ({ session }: { readonly session: m.Session }) => ({
  discordUserId: session.discordUserId,
  place,
  session,
});

async function issued() {
  const { requestId } = await pay(bank, anna, ben, 1_250n, 'pizza “日本”');
  return bank.receipts.of(anna.session, requestId);
}

describe('a receipt', () => {
  test('is the same for payer and payee, and no one else gets it', async () => {
    const one = await issued();
    const other = await bank.receipts.of(ben.session, one.id);
    expect(other.text).toBe(one.text);
    expect([one.showsAmounts, other.showsAmounts]).toEqual([false, null]);
    expect(one.receipt).toMatchObject({ amount: 1_250n, kind: 'TRANSFER', memo: 'pizza “日本”' });
    const { session } = await openPerson(bank);
    expect(await refusal(bank.receipts.of(session, one.id))).toBe('TRANSACTION_UNKNOWN');
    expect(await refusal(bank.receipts.of(anna.session, newRequestId()))).toBe(
      'TRANSACTION_UNKNOWN',
    );
  });

  test('names a round-up to the payer only', async () => {
    const pot = await openPot(bank, anna);
    await roundUpInto(bank, anna, pot);
    const receipt = await bank.payments.transfer(anna.session, {
      accountNumber: ben.accountNumber,
      wish: exactly(1_230n),
      memo: null,
      requestId: newRequestId(),
      roundUp: { amount: amountOf(70n), pot, potName: 'Trip' },
    });
    const own = await bank.receipts.of(anna.session, receipt.requestId);
    expect(own.further).toEqual([{ kind: 'ROUND_UP', amount: 70n }]);
    expect(receiptSheet(own.receipt, own).rows).toContainEqual(['Round-up', '0.70 GEM']);
    const other = await bank.receipts.of(ben.session, receipt.requestId);
    expect(other.further).toEqual([]);
    expect(other.text).toBe(own.text);
  });

  test('shows strangers amount and day only where the payer allows it', async () => {
    const { code } = await issued();
    const hidden = await bank.receipts.verify(code, stranger);
    expect(hidden).toMatchObject({ state: 'GENUINE', shown: null, parties: null, isWhole: false });
    expect(await bank.receipts.verify(code, as(ben))).toMatchObject({ shown: { amount: 1_250n } });
    await bank.receipts.showAmounts(anna.session, true);
    const shown = await bank.receipts.verify(code.toLowerCase(), stranger);
    expect(shown).toMatchObject({ shown: { amount: 1_250n }, parties: null });
    await bank.receipts.showAmounts(anna.session, false);
    expect(await bank.receipts.verify(code, stranger)).toMatchObject({ shown: null });
  });

  test('of a reversed payment says when it was reversed', async () => {
    const { id, code } = await issued();
    const { session } = staff.mona;
    await bank.corrections.reverse(session, {
      requestId: newRequestId(),
      transaction: id,
      reason,
      isProved: true,
    });
    const found = await bank.receipts.verify(code, stranger);
    expect(found).toMatchObject({ state: 'REVERSED' });
    expect(found.state === 'REVERSED' && found.reversedAt instanceof Date).toBe(true);
  });

  test('stays genuine when a party gets another name', async () => {
    const { text, code } = await issued();
    await database.pool.write('UPDATE accounts SET holder_name = ? WHERE account_number = ?', [
      'Benno X.',
      ben.accountNumber,
    ]);
    for (const typed of [text, code]) {
      expect(await bank.receipts.verify(typed, stranger)).toMatchObject({ state: 'GENUINE' });
    }
    await database.pool.write('UPDATE accounts SET holder_name = ? WHERE account_number = ?', [
      'Ben O.',
      ben.accountNumber,
    ]);
  });
});

describe('a change', () => {
  test('of any byte of the text is found, at every position', async () => {
    const { text: signed, receipt } = await issued();
    const text = receiptText(receipt);
    expect(signed.startsWith(text)).toBe(true);
    for (const whole of [signed, text]) {
      expect(await bank.receipts.verify(whole, stranger)).toMatchObject({
        state: 'GENUINE',
        isWhole: true,
      });
    }
    const tags = createTags(database.pool, deriveKeys(testSecrets), 2);
    const bytes = Buffer.from(text);
    let sealed = 0;
    for (let at = 0; at < bytes.length - 1; at += 1) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= flip;
        const read = readReceipt(changed.toString());
        if (read === null) continue;
        sealed += 1;
        if (await tags.isSealed(read)) throw new Error(`byte ${at}, bit ${flip}`);
      }
    }
    expect(sealed).toBeGreaterThan(100);
    // Through the whole bank: what can be read as a receipt is refused by it.
    for (let at = 0; at < bytes.length - 1; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const found = await bank.receipts.verify(changed.toString(), stranger);
      expect(found, `byte ${at}`).toEqual({ state: 'UNKNOWN' });
    }
  });

  test('of any symbol of the code is found, at every position', async () => {
    const { code } = await issued();
    for (let at = 0; at < code.length; at += 1) {
      const own = code.charAt(at);
      if (own === '-' || own === '.') continue;
      const changed = `${code.slice(0, at)}${own === 'Z' ? '2' : 'Z'}${code.slice(at + 1)}`;
      const found = await bank.receipts.verify(changed, stranger);
      expect(found, `symbol ${at}`).toEqual({ state: 'UNKNOWN' });
    }
  });

  test.each([
    ['amount of the transaction', 'UPDATE transactions SET amount = amount + 1 WHERE id = ?'],
    [
      'time of the transaction',
      'UPDATE transactions SET booked_at = booked_at + INTERVAL 1 MICROSECOND WHERE id = ?',
    ],
    ['memo', "UPDATE entries SET memo = 'pasta' WHERE transaction_id = ?"],
  ])('of the %s in the books is found', async (_, statement) => {
    const { id, code, text } = await issued();
    await database.pool.write(statement, [id]);
    for (const typed of [code, text]) {
      expect(await bank.receipts.verify(typed, stranger)).toEqual({ state: 'UNKNOWN' });
    }
  });
});

test('another bank on the same secrets and database knows the receipt', async () => {
  const { code } = await issued();
  const other = await openBank(database.pool);
  expect(await other.receipts.verify(code, stranger)).toMatchObject({ state: 'GENUINE' });
  await other.close();
});

test('checking is limited for each person', async () => {
  const strict = await openBank(database.pool, { settings: { throttleFactor: 1 } });
  const asking = { ...stranger, discordUserId: '900000000000088888' as m.DiscordUserId };
  const { reference } = (await issued()).receipt;
  expect(parseReference(reference).ok).toBe(true);
  for (let count = 0; count < 60; count += 1) await strict.receipts.verify('x', asking);
  expect(await refusal(strict.receipts.verify('x', asking))).toBe('REQUESTS_TOO_MANY');
  await strict.close();
});
