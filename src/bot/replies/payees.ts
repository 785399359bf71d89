/** Cards of saved payees. */
import { numberTail, type Page, type SavedPayee } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, joined, type Markup, md } from '../../words/text/markup.ts';
import {
  done,
  formButton,
  type Reply,
  show,
  stepButton,
  text,
  turnButtons,
  withButtons,
} from '../cards/reply.ts';

const { payees: say, next, buttons } = words.replies;

const nameMax = 40;

/** A name only where the history shows it too; else the end of the account number. */
function accountOf({ name, accountNumber, isClosed }: SavedPayee): Markup {
  if (isClosed) return md`${say.closed}`;
  const tail = code(`…${numberTail(accountNumber)}`);
  return name === null ? tail : md`${Array.from(name).slice(0, nameMax).join('')} ${tail}`;
}

const lineOf = (payee: SavedPayee): Markup => md`**${payee.nickname}** · ${accountOf(payee)}`;

const addButton = () => formButton('payee add', say.add);
const listButton = () =>
  stepButton('start', next.open.payees, 'secondary', { command: 'payee list' });

export function payeesReply(page: Page<SavedPayee>): Reply {
  const { entries } = page;
  if (entries.length === 0 && page.newer === null) {
    const { title, sentence } = say.list.none;
    return withButtons(show(title, text(sentence)), formButton('payee add', say.add, 'primary'));
  }
  return withButtons(
    show(say.list.title, text(joined(entries.map(lineOf)))),
    ...turnButtons(page),
    addButton(),
    formButton('payee rename', say.rename),
    formButton('payee remove', say.remove),
  );
}

export const payeeSavedReply = (payee: SavedPayee): Reply =>
  withButtons(
    done(say.saved(payee.nickname).markup, text(lineOf(payee)), text(say.savedUse)),
    formButton('transfer', buttons.send, 'primary'),
    listButton(),
  );

export const payeeRenamedReply = (payee: SavedPayee): Reply =>
  withButtons(done(say.renamed(payee.nickname).markup, text(lineOf(payee))), listButton());

export const payeeRemovedReply = (payee: SavedPayee): Reply =>
  withButtons(
    done(say.removed(payee.nickname).markup, text(lineOf(payee))),
    listButton(),
    addButton(),
  );
