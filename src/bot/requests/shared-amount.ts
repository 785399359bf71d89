/** What each of several payers is asked for; null for one payer, or if their amounts differ. */
export function sharedAmount(dues: readonly { readonly amount: bigint }[]): bigint | null {
  const [first, ...others] = dues;
  if (first === undefined || others.length === 0) return null;
  return others.every(({ amount }) => amount === first.amount) ? first.amount : null;
}
