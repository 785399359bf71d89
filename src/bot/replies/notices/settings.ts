/** The card of `/notices`: what is set, and one choice or press for each change. */
import {
  type ChosenCategory,
  chosenCategories,
  type Currency,
  type NoticeSettings,
  type NoticeWay,
  utc,
} from '../../../bank/index.ts';
import { words } from '../../../words/index.ts';
import { formatAmount } from '../../../words/text/amount.ts';
import {
  actionButton,
  type Button,
  done,
  facts,
  type Reply,
  show,
  small,
  stepButton,
  withButtons,
} from '../../cards/reply.ts';
import { noticeChoices, typedQuietHours } from '../../forms/notice-fields.ts';

const { noticeSettings: say } = words.replies;

const labelOf = (category: ChosenCategory, way: NoticeWay): string =>
  `${say.categories[category]}: ${say.ways[way]}`;

function hoursOf({ quiet, timeZone }: NoticeSettings): string {
  return quiet === null
    ? say.none
    : `${typedQuietHours(quiet)} (${(timeZone ?? utc).replaceAll('_', ' ')})`;
}

function notesOf({ quiet, timeZone, threshold }: NoticeSettings): string {
  const notes = [
    ...(threshold === null ? [] : [`${say.threshold}: ${say.below}.`]),
    ...(quiet === null ? [] : [`${say.quiet}: ${say.held}.`]),
    ...(quiet !== null && timeZone === null ? [say.zoneUnset] : []),
    say.note,
  ];
  return notes.join('\n');
}

function buttonsOf({ quiet, ways }: NoticeSettings): readonly Button[] {
  const { buttons } = say;
  return [
    stepButton('edit', buttons.change, 'primary'),
    quiet === null
      ? actionButton('quiet', buttons.night, { token: 'on' })
      : actionButton('quiet', buttons.noNight, { token: 'off' }),
    ways.digest === 'OFF'
      ? actionButton('digest', buttons.digestOn, { token: 'on' })
      : actionButton('digest', buttons.digestOff, { token: 'off' }),
    stepButton('start', buttons.inbox, 'secondary', { command: 'inbox', row: null }),
  ];
}

export function noticesReply(
  settings: NoticeSettings,
  { currency, changed }: { readonly currency: Currency; readonly changed: boolean },
): Reply {
  const { ways, threshold } = settings;
  const sum = threshold === null ? say.everyPayment : formatAmount(threshold, currency);
  const reply = (changed ? done : show)(
    changed ? say.changed : say.title,
    facts([
      ...chosenCategories.map((one) => [say.categories[one], say.ways[ways[one]]] as const),
      [say.threshold, sum],
      [say.quiet, hoursOf(settings)],
    ]),
    small(notesOf(settings)),
  );
  const menu = {
    action: 'way',
    placeholder: say.menu,
    choices: noticeChoices.map(({ category, way, value }) => {
      return { value, label: labelOf(category, way), isChosen: false };
    }),
  };
  return { ...withButtons(reply, ...buttonsOf(settings)), menu };
}
