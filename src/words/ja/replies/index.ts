/** Texts of cards, by subject. */
import { accounts } from './accounts.ts';
import { acts } from './acts.ts';
import { auditActions } from './audit-actions.ts';
import { courtesy } from './courtesy.ts';
import { doctor } from '../doctor/index.ts';
import { buttons, labels } from './labels.ts';
import { flow } from './flow.ts';
import { inbox } from './inbox.ts';
import { language } from './language.ts';
import { late } from './late.ts';
import { money } from './money.ts';
import { next } from './next.ts';
import { ownAccounts } from '../common/own-accounts.ts';
import { fees } from '../common/fees.ts';
import { interest } from '../common/interest.ts';
import { limits } from '../common/limits.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { noticeSettings } from './notice-settings.ts';
import { oversight } from './oversight.ts';
import { pastBalance } from './records/past-balance.ts';
import { payees } from './payees.ts';
import { people } from './people.ts';
import { profile } from './profile.ts';
import { receipts } from './records/receipts.ts';
import { proofs } from './proofs.ts';
import { requests } from './requests.ts';
import { security } from './security.ts';
import { served } from './served.ts';
import { setup } from '../common/setup.ts';
import { staff } from './staff.ts';
import { statement } from './statement.ts';
import { stuck } from './stuck.ts';
import { talk } from './talk.ts';

export const replies = {
  accounts,
  acts,
  auditActions,
  buttons,
  courtesy,
  doctor,
  flow,
  inbox,
  labels,
  language,
  late,
  money,
  next,
  noticeSettings,
  oversight,
  ownAccounts,
  fees,
  interest,
  limits,
  pots,
  shared,
  pastBalance,
  payees,
  people,
  profile,
  receipts,
  proofs,
  requests,
  security,
  served,
  setup,
  staff,
  statement,
  stuck,
  talk,
};
