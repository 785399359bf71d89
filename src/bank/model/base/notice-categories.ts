/** The categories of messages, a row each. People choose by category how a message reaches them. */

interface NoticeCategoryRow {
  /** Customers choose whether and how its messages are sent. */
  readonly isChosen: boolean;
  /** Messages below the customer's threshold stay in the inbox. */
  readonly hasThreshold: boolean;
}

export const noticeCategories = {
  /** Money that came in. */
  received: { isChosen: true, hasThreshold: true },
  /** Money that went out. */
  sent: { isChosen: true, hasThreshold: true },
  /** Requests for money and dues. */
  request: { isChosen: true, hasThreshold: false },
  /** Standing orders. */
  order: { isChosen: true, hasThreshold: false },
  /** An account was saved among the payees. */
  payee: { isChosen: true, hasThreshold: false },
  /** The account itself, pots and shared accounts. */
  account: { isChosen: true, hasThreshold: false },
  limit: { isChosen: true, hasThreshold: false },
  digest: { isChosen: true, hasThreshold: false },
  /** What a thief or a staff member may have done. Always sent. */
  security: { isChosen: false, hasThreshold: false },
  /** To the staff channels. */
  staff: { isChosen: false, hasThreshold: false },
} as const satisfies Readonly<Record<string, NoticeCategoryRow>>;

export type NoticeCategory = keyof typeof noticeCategories;
export type ChosenCategory = {
  readonly [Name in NoticeCategory]: (typeof noticeCategories)[Name]['isChosen'] extends true
    ? Name
    : never;
}[NoticeCategory];
export const chosenCategories = Object.entries(noticeCategories)
  .filter(([, { isChosen }]) => isChosen)
  .map(([name]) => name) as readonly ChosenCategory[];
