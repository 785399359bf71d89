/** Buttons that go on with what a draft holds: in private, or with one more value. */
import { BankError, type RequestId } from '../../bank/index.ts';
import { isOption } from '../command/registration.ts';
import type { Raw, RawValues } from '../forms/field.ts';
import { answerLate } from '../next/late.ts';
import { draftOf } from './draft.ts';
import { refusePress } from './fix.ts';
import { proceed } from './submit.ts';
import type { Tools, Visit } from './visit.ts';

interface Pressed {
  readonly row: RequestId | null;
  readonly detail: string;
}

async function proceedWith(
  tools: Tools,
  visit: Visit,
  row: RequestId | null,
  chosen: RawValues,
): Promise<void> {
  try {
    const draft = await draftOf(tools, visit, row);
    if (!draft.isOpen) return await answerLate(visit.exchange, draft.lateness, draft.late);
    await proceed(tools, visit, { form: 0, values: { ...draft.values, ...chosen } });
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    await refusePress(visit, error, row);
  }
}

/** *Go on in private*, under a message that others read. The detail is the person who asked. */
export async function goOn(tools: Tools, visit: Visit, { row, detail }: Pressed): Promise<void> {
  const { exchange } = visit;
  if (detail !== exchange.person) return answerLate(exchange, 'foreign');
  if (await exchange.acknowledge('beside')) await proceedWith(tools, visit, row, {});
}

/** One of several answers. The detail is a field and its value, which is read as if typed. */
export async function pick(tools: Tools, visit: Visit, { row, detail }: Pressed): Promise<void> {
  const { exchange, command } = visit;
  const [name = '', ...rest] = detail.split('-');
  const value = rest.join('-');
  const fields = command.form?.fields ?? {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined || !isOption(field) || value === '') {
    return answerLate(exchange, 'no-command');
  }
  const isList = ['person', 'people', 'serverRole', 'choices'].includes(field.control.kind);
  const raw: Raw = isList ? [value] : value;
  if (await exchange.acknowledge('replace')) await proceedWith(tools, visit, row, { [name]: raw });
}
