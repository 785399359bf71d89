import { words } from '../../words/index.ts';
import { time, written } from '../../words/text/markup.ts';
import { render } from '../cards/render.ts';
import { small, stepButton, text, withButtons, withParts } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { savePending } from '../settle/pending.ts';
import type { Tools, Given, Visit } from './visit.ts';

/** Why a confirmed card is asked again: its sums have changed, or another version made it. */
export type Renewal = 'changed' | 'roundUp' | 'fee' | 'approval' | 'outdated';

type Asked = Question & {
  readonly hasApp: boolean;
  /** Whether the session can move money without a proof. */
  readonly canMove: boolean;
  readonly renewal?: Renewal | undefined;
};

const { buttons, flow } = words.replies;

/** Shows the confirm card and stores its request in a row that can be confirmed once. */
export async function ask(
  tools: Tools,
  { exchange, path, command }: Visit,
  given: Given,
  asked: Asked,
): Promise<void> {
  const { card, order, sum, confirms, irreversible, canMove, hasApp, renewal } = asked;
  const needsProof = asked.needsProof === true || !canMove;
  const isFinal = irreversible !== undefined;
  const action = await savePending(tools.bank, {
    person: exchange.person,
    kind: 'CONFIRM',
    path,
    command,
    form: 0,
    values: given.values,
    needsProof,
    order,
    asked: exchange.asked,
    ...(confirms === undefined ? {} : { confirms }),
  });
  const say = flow.confirm;
  // The sentences name the button.
  const label = irreversible ?? buttons.confirm;
  const named = (sentence: string) => written(sentence.replaceAll(buttons.confirm, label));
  const isOnPage = tools.page?.secrets === 'page';
  const asksHere = hasApp ? say.asksCode : say.asksPassword;
  const proof = text(named(isOnPage ? words.page.link.confirmOpens : asksHere));
  const { resume = null, because } = given;
  const reasons = [
    ...(because === undefined ? [] : [text(because)]),
    ...(renewal === undefined ? [] : [text(flow.renewal[renewal](sum ?? null))]),
  ];
  const nothingYet = command.movesMoney ? say.nothingMovedYet : say.nothingChangedYet;
  const until = time(action.expiresAt, 'clock');
  // A choice in the menu makes a new card, which would not lead on to what was wanted before.
  const { menu: _menu, ...plain } = card;
  const complete = withButtons(
    withParts(
      { ...(resume === null ? card : plain), buttons: [] },
      ...reasons,
      ...(needsProof ? [proof] : []),
      small(named(nothingYet(until).markup)),
    ),
    stepButton(needsProof ? 'prove' : 'confirm', label, isFinal ? 'danger' : 'success'),
    ...(isFinal ? [] : [stepButton('edit', buttons.edit)]),
    ...(command.form?.more === undefined ? [] : [stepButton('more', words.orders.buttons.more)]),
    stepButton('cancel', buttons.cancel),
    ...card.buttons,
  );
  const rendered = render(complete, { path, row: action.requestId, resume });
  await exchange.answer(rendered, { path, action });
}
