/** The payee of a transfer: an account number, or the reference of a payment to return. */
import {
  type AccountNumber,
  parseAccountNumber,
  parseReference,
  type Reason,
  type RequestId,
} from '../../bank/index.ts';
import { good, type Result } from '../../lib/result.ts';
import type { FieldKey } from '../../words/index.ts';
import { field, readWith, textControl } from './field.ts';

type Payee = { readonly accountNumber: AccountNumber } | { readonly payerOf: RequestId };

/** References are longer than account numbers, which have no letters. */
const isReference = (text: string): boolean =>
  /[a-z]/i.test(text) || text.replaceAll(/[\s-]/g, '').length > 12;

function readPayee(text: string): Result<Payee, Reason> {
  if (isReference(text)) {
    const read = parseReference(text);
    return read.ok ? good({ payerOf: read.value }) : read;
  }
  const read = parseAccountNumber(text);
  return read.ok ? good({ accountNumber: read.value }) : read;
}

/** An account, or the payer of a transfer that the customer received, by its reference. */
export const payeeField = (key: FieldKey) =>
  field<Payee>(key, { control: textControl(40), schema: () => readWith(readPayee) });
