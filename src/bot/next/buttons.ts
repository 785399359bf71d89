/** The buttons of next steps: each step of the tables as a button, where it is possible. */
import type { Money, Refused, RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { type Resume, resumeDetail, sumDetail } from '../cards/custom-id.ts';
import { actionButton, type Button, type ButtonStyle, stepButton } from '../cards/reply.ts';
import { isBlank, type RawValues } from '../forms/field.ts';
import { type End, endSteps, type NextStep, type Opening, openings } from './steps.ts';

export interface Refusing {
  /** The command that was refused. */
  readonly path: string;
  readonly hasForm: boolean;
  /** Holds what was typed; null: nothing was typed, or it could not be stored. */
  readonly row: RequestId | null;
  readonly values: RawValues;
  /** The refusal, for its sums. */
  readonly refused: Refused | null;
}

/** Payments whose amount the customer can replace by what is there. */
const payments: readonly string[] = ['pay', 'transfer', 'withdraw', 'pot add', 'pot take'];
const transfers: readonly string[] = ['pay', 'transfer'];

const nowhere: Refusing = {
  path: 'help',
  hasForm: false,
  row: null,
  values: {},
  refused: null,
};

/** A refusal that is about a command and its row alone. */
export const refusingOf = ({ path, row }: Pick<Refusing, 'path' | 'row'>): Refusing => ({
  ...nowhere,
  path,
  row,
  hasForm: true,
});

const { next: say, buttons } = words.replies;

/** What a payment lacks; null for refusals for another reason. */
export function missingIn(refused: Refused | null): Money | null {
  if (refused?.code !== 'FUNDS_INSUFFICIENT') return null;
  const { available, needed } = refused.data;
  // A share of nothing needs the smallest sum, which is not what the person wants to pay.
  if (needed.units <= 1n) return null;
  const held = available.units < 0n ? 0n : available.units;
  return { units: needed.units - held, currency: needed.currency };
}

/** What goes on after a login, registration or deposit. */
const resumeOf = ({ path, row }: Refusing): Resume => (row === null ? { path } : { row });

function amountButton(step: 'sendAll' | 'sendLeft', about: Refusing, style: ButtonStyle) {
  const { path, row, refused } = about;
  if (row === null || refused === null || !payments.includes(path)) return null;
  const { data } = refused;
  const sum =
    step === 'sendAll'
      ? refused.code === 'FUNDS_INSUFFICIENT' && refused.data.available
      : data !== null && ('left' in data ? data.left : 'limit' in data && data.limit);
  if (!sum || sum.units < 1n) return null;
  const shown = formatAmount(sum.units, sum.currency);
  const label = path.startsWith('pot ') ? shown : say.amount(transfers.includes(path), shown);
  const detail = step === 'sendAll' ? '-all' : `-${sum.units}`;
  return stepButton('start', label, style, { row, detail });
}

/** Leads to the confirm card of the deposit that a waiting payment lacks, else to the form. */
function depositButton(
  { row, path, refused, values }: Refusing,
  style: ButtonStyle,
): Button | null {
  // A staff member's own deposit does not help the customer, and none reaches a pot.
  if (path.startsWith('staff ') || path === 'pot take') return null;
  // It would go into the main account, which does not pay.
  if (!isBlank(values['from'])) return null;
  const resume = row === null ? null : { row };
  const missing = resume !== null && path === 'transfer' ? missingIn(refused) : null;
  if (missing === null) {
    const detail = resume === null ? '' : resumeDetail(resume);
    const target = { command: 'deposit', row: null, detail };
    return stepButton('edit', say.open.deposit, style, target);
  }
  const label = say.depositSum(formatAmount(missing.units, missing.currency));
  const target = { command: 'deposit', row: null, detail: sumDetail(missing.units, resume) };
  return stepButton('start', label, style, target);
}

/** For the pot that was refused. */
function potButton(
  step: 'takeAll' | 'releasePot',
  { refused }: Refusing,
  style: ButtonStyle,
): Button | null {
  const isEmptied = step === 'takeAll';
  if (refused?.code !== (isEmptied ? 'POT_NOT_EMPTY' : 'POT_LOCKED')) return null;
  const { pot: token } = refused.data;
  const label = say.open[step];
  return isEmptied
    ? actionButton('all', label, { style, command: 'pot take', token })
    : actionButton('begin', label, { style, command: 'pot release', token });
}

function otherCommand(step: NextStep, about: Refusing, style: ButtonStyle): Button | null {
  const detail = about.path === 'help' ? '' : resumeDetail(resumeOf(about));
  switch (step) {
    case 'login':
      return stepButton('edit', buttons.logIn, style, { command: 'login', row: null, detail });
    case 'register':
      return stepButton('edit', buttons.openAccount, style, {
        command: 'register',
        row: null,
        detail,
      });
    case 'depositFirst':
      return depositButton(about, style);
    case 'staff':
      return actionButton('staff', say.staff, { style, command: 'help' });
    default:
      return null;
  }
}

const isOpening = (step: NextStep): step is Opening => Object.hasOwn(openings, step);

function buttonOf(step: NextStep, about: Refusing, style: ButtonStyle): Button | null {
  const { path, row, hasForm, values } = about;
  if (isOpening(step)) {
    return stepButton('start', say.open[step], style, { command: openings[step], row: null });
  }
  switch (step) {
    case 'edit':
      return hasForm && row !== null ? stepButton('edit', buttons.edit, style, { row }) : null;
    case 'more':
      return hasForm && row !== null
        ? stepButton('more', words.orders.buttons.more, style, { row })
        : null;
    case 'again':
      return stepButton('start', buttons.tryAgain, style, { row });
    case 'sendAll':
    case 'sendLeft':
      return amountButton(step, about, style);
    case 'takeAll':
    case 'releasePot':
      return potButton(step, about, style);
    case 'check':
      return row === null ? null : stepButton('confirm', say.check, style, { row });
    case 'invite': {
      const canInvite = [...transfers, 'request create', 'account share invite'].includes(path);
      const canAsk = canInvite && !isBlank(values['member']) && row !== null;
      return canAsk ? stepButton('invite', say.invite, style, { row }) : null;
    }
    default:
      return otherCommand(step, about, style);
  }
}

/** Never empty: where no step is possible, the command can be started again. */
export function nextButtons(steps: readonly NextStep[], about: Refusing): Button[] {
  const found: Button[] = [];
  for (const step of steps) {
    const style = found.length === 0 ? 'primary' : 'secondary';
    const button = buttonOf(step, about, style);
    if (button !== null) found.push(button);
  }
  if (found.length > 0) return found;
  const again = stepButton('start', buttons.tryAgain, 'primary', { row: about.row });
  return [about.hasForm || about.row !== null ? again : buttonOf('help', about, 'primary')!];
}

/** The buttons at the end of a conversation. */
export const endButtons = (end: End, about: Partial<Refusing> = {}): Button[] =>
  nextButtons(endSteps[end], { ...nowhere, ...about });
