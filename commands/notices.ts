/** A customer chooses how and when the bank tells them of something. */
import {
  defineCommand,
  noticeChanges,
  noticeChoice,
  noticeKindsField,
  noticesReply,
  noticeThresholdField,
  noticeWayField,
  noticeWayProblem,
  optional,
  quietHoursField,
  switchToken,
  timeZoneField,
  typedQuietHours,
  typedThreshold,
  type Context,
  type NoticeChanges,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

/** For *Quiet from 22:00 to 07:00*. */
const night = { from: 22 * 60, until: 7 * 60 };

const fields = {
  about: noticeKindsField(),
  how: optional(noticeWayField()),
  from_amount: optional(noticeThresholdField()),
  quiet_hours: optional(quietHoursField()),
  time_zone: optional(timeZoneField()),
};

async function change({ bank, session }: Context<'customer'>, changes: NoticeChanges) {
  const changed = Object.keys(changes).length > 0;
  const settings = await (changed
    ? bank.notices.change(session, changes)
    : bank.notices.settings(session));
  return noticesReply(settings, { currency: bank.currency, changed });
}

const wording = words.commands.notices;

export default defineCommand({
  name: 'notices',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: {
    words: wording,
    fields,
    check: ({ about = [], how = null }) => ({ how: noticeWayProblem(about, how) }),
  },
  prefill: async ({ session }, bank) => {
    if (session === null) return {};
    const { threshold, quiet, timeZone } = await bank.notices.settings(session);
    return {
      from_amount: typedThreshold(threshold, bank.currency),
      quiet_hours: quiet === null ? '' : typedQuietHours(quiet),
      time_zone: timeZone ?? '',
    };
  },
  actions: {
    way: {
      answer: 'replace',
      alone: true,
      token: noticeChoice,
      run: async (context, _, { category, way }) => change(context, { ways: { [category]: way } }),
    },
    quiet: {
      answer: 'replace',
      alone: true,
      token: switchToken,
      run: async (context, _, to) => change(context, { quiet: to === 'on' ? night : null }),
    },
    digest: {
      answer: 'replace',
      alone: true,
      token: switchToken,
      run: async (context, _, to) =>
        change(context, { ways: { digest: to === 'on' ? 'DM' : 'OFF' } }),
    },
  },
  run: async (context, input) => change(context, noticeChanges(input)),
});
