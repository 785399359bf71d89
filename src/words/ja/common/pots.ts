/** Pots: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, PotDateFault } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

const hours = (count: number): string => `${count}時間`;

export const potCommands = {
  'pot list': { description: '貯金箱とその残高を確認します' },
  'pot new': { description: '目標のための貯金箱を作ります', title: '貯金箱を作る' },
  'pot add': { description: '貯金箱にお金を入れます', title: '貯金箱に入れる' },
  'pot take': { description: '貯金箱からお金を出します', title: '貯金箱から出す' },
  'pot close': { description: '空の貯金箱を閉じます', title: '貯金箱を閉じる' },
  'pot lock': { description: '指定した日まで貯金箱をロックします', title: '貯金箱をロックする' },
  'pot release': {
    description: 'ロックした貯金箱を、選んだ待ち時間のあとに早めに開けます',
    title: '貯金箱を早めに開ける',
  },
  'pot round-up': {
    description: '支払いの端数を切り上げ、差額を貯金箱に入れます',
    title: 'おつり貯金',
  },
} satisfies Record<string, CommandText>;

const named = '名前、番号、または下4桁';

export const potFields = {
  pot: { label: '貯金箱', hint: named },
  onlyPot: { label: '貯金箱', hint: '名前か番号。空欄なら1つだけの貯金箱' },
  potName: {
    label: '名前',
    hint: '32文字までの文字と数字。',
    example: '旅行',
  },
  potGoal: { label: '目標額', hint: '貯めたい金額', example: '500' },
  potDate: { label: '期日', name: '目標の期日', hint: 'YYYY-MM-DD', example: '2027-06-01' },
  lockUntil: { label: 'ロックの期限', name: '日付', hint: 'YYYY-MM-DD', example: '2027-06-01' },
  lockWait: {
    label: '早めに開けるときの待ち時間（時間）',
    name: '待ち時間',
    hint: '0～72',
    example: '24',
    refusal: '0から72までの整数で時間を入力してください。',
  },
  roundUpTo: {
    label: '切り上げの単位',
    choices: {
      1: { label: '1単位', hint: '12.30 なら 0.70 を貯金' },
      10: { label: '10単位', hint: '12.30 なら 7.70 を貯金' },
      off: { label: '切り上げない' },
    },
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const potOptions = {
  pot: '貯金箱',
  onlyPot: '貯金箱',
  potName: '名前',
  potGoal: '目標額',
  potDate: '期日',
  lockUntil: '期限',
  lockWait: '待ち時間',
  roundUpTo: '単位',
};

const tried: Record<ErrorData['POT_ONLY_SAVES']['tried'], string> = {
  PAY: '貯金箱からは支払えません。先に `/pot take` でお金を出してください。',
  RECEIVE: '貯金箱では支払いを受け取れません。`/pot add` でお金を入れてください。',
  MAIN: '貯金箱はメイン口座にできません。別の口座を選んでください。',
  OTHER: '共有口座の貯金箱に入れられるのはその口座のお金だけで、出したお金もその口座に戻ります。',
};
const dates: Record<PotDateFault['of'], string> = {
  GOAL: '目標の期日',
  LOCK: 'ロックの期限',
};

export const potSentences = {
  POT_ONLY_SAVES: ({ tried: what }, nothing) => `${tried[what]}${nothing}`,
  POT_UNKNOWN: (_, nothing) =>
    `当てはまる貯金箱がないか、複数あります。${nothing}一覧から選んでください。`,
  POT_LOCKED: ({ until }, nothing) =>
    `この貯金箱は ${formatMoment(until)} までロックされています。${nothing}お金を入れることはできます。`,
  POT_NOT_EMPTY: ({ balance: { units, currency } }, nothing) =>
    `この貯金箱にはまだ ${formatAmount(units, currency)} あります。${nothing}先にお金を出してください。`,
  POT_DATE: ({ of, fault, yearsMax }, nothing) =>
    fault === 'PAST'
      ? `${dates[of]}には明日以降の日付を指定してください。${nothing}`
      : `${dates[of]}は${yearsMax}年以内にしてください。${nothing}`,
  POT_LOCK_SHORTER: ({ until, waitHours }, nothing) =>
    `この貯金箱は ${formatMoment(until)} まで、待ち時間${hours(waitHours)}でロックされています。` +
    `ロックは延ばせますが、短くはできません。${nothing}`,
  POT_NOT_LOCKED: (_, nothing) => `この貯金箱はロックされていません。${nothing}`,
  POT_RELEASING: ({ at }, nothing) =>
    `早めに開ける手続きは済んでいます。貯金箱は ${formatMoment(at)} に開きます。${nothing}`,
  ROUND_UP_CHANGED: (_, nothing) =>
    `表示されたおつり貯金はできなくなりました。${nothing}もう一度お試しください。`,
  ROUND_UP_WHOLE: (_, nothing) =>
    `金額に小数がないため、1単位では端数が出ません。${nothing}10単位を選んでください。`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const potEvents = {
  POT_RELEASE_ASKED: [
    '貯金箱を早めに開ける手続き',
    'ロックした貯金箱を早めに開ける手続きがありました。開く時刻は `/pot list` で確認できます。',
  ],
} as const;

/** Labels in the audit trail. */
export const potAudits = {
  POT_LOCKED: '貯金箱のロック',
  POT_RELEASE_ASKED: '貯金箱を早めに開ける手続き',
  ROUND_UPS_CHANGED: 'おつり貯金の変更',
};

export const potSteps = {
  pots: '貯金箱',
  newPot: '貯金箱を作る',
  takeAll: '全額を出す',
  releasePot: '早めに開ける',
};
export const potTopics = { pots: '貯金箱', potLocks: '貯金箱：ロックとおつり貯金' };

export const pots = {
  type: '貯金箱',
  labels: {
    pot: '貯金箱',
    goal: '目標額',
    by: '期日',
    lockedUntil: 'ロックの期限',
    earlyRelease: '早めに開けるとき',
    roundUp: 'おつり貯金',
  },
  list: {
    title: 'あなたの貯金箱',
    empty: '貯金箱はまだありません。貯金箱は、目標のためのお金を分けて保管します。',
    picture: '棒グラフ：使えるお金、貯金、各貯金箱の進み具合',
  },
  free: '使えるお金',
  saved: '貯金',
  yourAccount: 'あなたの口座',
  progress: (saved: string, goal: string, percent: number): string =>
    `${saved} / ${goal}（${percent}%）`,
  reached: '目標達成',
  by: (day: string): string => `期日 ${day}`,
  locked: (until: Markup): Markup => md`${until} までロック中`,
  releases: (at: Markup): Markup => md`${at} に早めに開きます`,
  rounding: (pot: Markup, units: number): Markup =>
    md`支払いを${written(`${units}`)}単位に切り上げ、差額を ${pot} に入れています。`,
  open: {
    question: 'この貯金箱を作りますか？',
    note: 'お金を出し入れできるのはあなただけです。',
    done: '貯金箱を作りました',
  },
  close: {
    question: 'この貯金箱を閉じますか？',
    note: '再び開くことはできません。取引は明細に残り、おつり貯金は止まります。',
    confirm: '貯金箱を閉じる',
    done: '貯金箱を閉じました',
  },
  lock: {
    question: 'この貯金箱をロックしますか？',
    wait: (count: number): string =>
      count === 0 ? '手続きするとすぐに開きます' : `手続きの${hours(count)}後に開きます`,
    note: 'ロック中は、お金を入れることはできますが、出すことも閉じることもできません。ロックは延ばせますが、短くはできません。',
    confirm: '貯金箱をロックする',
    done: '貯金箱をロックしました',
  },
  release: {
    question: 'この貯金箱を早めに開けますか？',
    note: (count: number): string =>
      count === 0 ? 'すぐに開きます。' : `確認の${hours(count)}後に開きます。`,
    waits: (at: Markup): Markup =>
      md`${at} に開きます。ロックを続けるには、もう一度ロックしてください。`,
    isOpen: 'お金を出せるようになりました。',
    done: '早めに開ける手続きをしました',
  },
  roundUps: {
    question: '支払いの端数を貯金しますか？',
    offQuestion: 'おつり貯金をやめますか？',
    to: '単位',
    units: (units: number): string => `${units}単位`,
    example: (paid: string, rest: string): string => `${paid} の支払いで ${rest} を貯金します。`,
    note: 'ほかの人への送金が対象です。金額は確認の前に毎回表示されます。出金、定期送金、`all` や `half` は対象になりません。',
    done: 'おつり貯金を始めました',
    offDone: 'おつり貯金をやめました',
  },
  roundUp: {
    into: (sum: string, pot: Markup): Markup => md`${sum}（${pot} へ）`,
    skipped: (sum: string): string => `残高が足りないため、${sum} のおつり貯金は行いません。`,
    renewed: (): string => '前の画面からおつり貯金が変わりました。この内容をご確認ください。',
  },
  buttons: {
    open: '貯金箱を作る',
    add: '入れる',
    take: '出す',
    lock: 'ロック',
    roundUp: 'おつり貯金',
    close: '閉じる',
    list: '貯金箱',
  },
};
