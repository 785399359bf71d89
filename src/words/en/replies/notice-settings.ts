/** The card of `/notices`: how a customer is told. */
import type { ChosenCategory, NoticeWay } from '../../../bank/model/index.ts';

const categories: Record<ChosenCategory, string> = {
  received: 'Money received',
  sent: 'Money sent',
  request: 'Requests',
  order: 'Standing orders',
  payee: 'New payees',
  account: 'Your account',
  limit: 'Limits',
  digest: 'Weekly digest',
};
const ways: Record<NoticeWay, string> = {
  DM: 'direct message',
  QUIET: 'direct message without a sound',
  INBOX: 'inbox only',
  OFF: 'off',
};

export const noticeSettings = {
  categories,
  ways,
  title: 'Your notices',
  changed: 'Notices changed',
  threshold: 'Payments from',
  everyPayment: 'all are sent',
  below: 'smaller ones stay in the inbox',
  quiet: 'Quiet hours',
  none: 'none',
  held: 'what arrives then is sent afterwards',
  zoneUnset: 'Your time zone is not set, so UTC counts.',
  note: 'Security notices are always sent. Every notice is in your inbox.',
  menu: 'Change how you are told',
  buttons: {
    change: 'Hours and amounts',
    night: 'Quiet from 22:00 to 07:00',
    noNight: 'No quiet hours',
    digestOn: 'Weekly digest',
    digestOff: 'No digest',
    inbox: 'Inbox',
  },
  bothAsked: 'Choose both: what about, and how.',
  digestOnly: 'Only the weekly digest can be turned off.',
  /** What a person types to have no threshold, or no quiet hours. */
  off: ['off', 'none', 'no', 'never'] as readonly string[],
};
