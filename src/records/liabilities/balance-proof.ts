/**
 * A customer's proof that their balance is inside the published total: a file with the paths of
 * their shares, and the checkpoint whose extension line has root and total.
 */
import { base64, FormError, fromBase64, isSame, wholeNumber } from '../base/bytes.ts';
import { digest } from '../tree/check.ts';
import {
  liabilitySaltBytes,
  type Share,
  shareBytes,
  sharesPerAccount,
  type SumNode,
  sumNodeBytes,
} from './shares.ts';

export const balanceProofHeader = 'passbook balance proof v1';

export interface Published {
  readonly day: string;
  readonly leaves: number;
  readonly total: bigint;
  readonly root: Uint8Array;
}

export interface ProvedShare {
  readonly share: Share;
  readonly index: number;
  readonly path: readonly SumNode[];
}

export interface BalanceProof {
  readonly shares: readonly ProvedShare[];
  /** A signed note. */
  readonly checkpoint: string;
}

export const liabilitiesLine = ({ day, leaves, total, root }: Published): string =>
  `liabilities ${day} ${leaves} ${total} ${base64(root)}`;

const lineForm = /^liabilities (\d{4}-\d\d-\d\d) (\d{1,15}) (\d{1,19}) ([A-Za-z0-9+/=]{44})$/;

/** Null where the checkpoint has no such line. Throws FormError for two lines, or a wrong one. */
export function liabilitiesIn(extensions: readonly string[]): Published | null {
  const lines = extensions.filter((line) => line.startsWith('liabilities '));
  if (lines.length === 0) return null;
  const [, day = '', leaves, total = '', root = ''] = lineForm.exec(lines[0]!) ?? [];
  if (lines.length > 1 || day === '') throw new FormError('a checkpoint with a wrong total');
  return { day, leaves: wholeNumber(leaves), total: BigInt(total), root: fromBase64(root) };
}

export function balanceProofText({ shares, checkpoint }: BalanceProof): string {
  const { day = '', accountNumber = '' } = shares[0]?.share ?? {};
  const lines = shares.flatMap(({ share, index, path }) => [
    `share ${share.number} ${index} ${share.amount} ${base64(share.salt)}`,
    ...path.map(({ sum, hash }) => `${sum} ${base64(hash)}`),
  ]);
  return `${[balanceProofHeader, `account ${accountNumber} ${day}`, ...lines].join('\n')}\n\n${checkpoint}`;
}

const unitsIn = (text: string | undefined): bigint => {
  if (text === undefined || !/^(0|[1-9]\d{0,18})$/.test(text)) {
    throw new FormError('a sum that is no number');
  }
  return BigInt(text);
};

/** Throws FormError; checks nothing else. */
export function readBalanceProof(text: string): BalanceProof {
  const at = text.indexOf('\n\n');
  const [header, account = '', ...lines] = text.slice(0, Math.max(at, 0)).split('\n');
  const [, accountNumber = '', day = ''] = /^account (\S+) (\d{4}-\d\d-\d\d)$/.exec(account) ?? [];
  if (
    header !== balanceProofHeader ||
    accountNumber === '' ||
    lines.length > 64 * sharesPerAccount
  ) {
    throw new FormError('text that is not a proof of a balance');
  }
  const shares: { share: Share; index: number; path: SumNode[] }[] = [];
  for (const line of lines) {
    const [kind, number, index, amount, salt = '', ...more] = line.split(' ');
    if (kind === 'share' && more.length === 0) {
      const share = {
        day,
        accountNumber,
        number: wholeNumber(number),
        amount: unitsIn(amount),
        salt: fromBase64(salt),
      };
      shares.push({ share, index: wholeNumber(index), path: [] });
    } else {
      const [sum, hash = '', ...rest] = line.split(' ');
      if (rest.length > 0) throw new FormError('a proof with wrong lines');
      const node = { sum: unitsIn(sum), hash: fromBase64(hash) };
      if (node.hash.length !== 32 || shares.length === 0) throw new FormError('a wrong path');
      shares.at(-1)!.path.push(node);
    }
  }
  return { shares, checkpoint: text.slice(at + 2) };
}

async function rootOf(
  { share, index, path }: ProvedShare,
  leaves: number,
): Promise<SumNode | null> {
  let node: SumNode = { sum: share.amount, hash: await digest(shareBytes(share)) };
  let [at, width] = [index, leaves];
  const rest = [...path];
  if (index >= leaves) return null;
  for (; width > 1; [at, width] = [Math.floor(at / 2), Math.ceil(width / 2)]) {
    // The last node of an odd level moves up as it is.
    if (at === width - 1 && at % 2 === 0) continue;
    const neighbour = rest.shift();
    if (neighbour === undefined) return null;
    const [left, right] = at % 2 === 0 ? [node, neighbour] : [neighbour, node];
    node = { sum: left.sum + right.sum, hash: await digest(sumNodeBytes(left, right)) };
  }
  return rest.length === 0 ? node : null;
}

/** The balance that is proved to be inside the total; null where the proof is wrong. */
export async function provedBalance(
  { shares }: BalanceProof,
  published: Published,
): Promise<bigint | null> {
  const numbers = new Set(shares.map(({ share }) => share.number));
  const indexes = new Set(shares.map(({ index }) => index));
  const isWhole =
    shares.length === sharesPerAccount &&
    numbers.size === sharesPerAccount &&
    indexes.size === sharesPerAccount &&
    shares.every(({ share }) => share.number >= 1 && share.number <= sharesPerAccount);
  if (!isWhole) return null;
  let balance = 0n;
  for (const proved of shares) {
    const { share } = proved;
    if (share.day !== published.day || share.salt.length !== liabilitySaltBytes) return null;
    const root = await rootOf(proved, published.leaves);
    if (root?.sum !== published.total || !isSame(root.hash, published.root)) return null;
    balance += share.amount;
  }
  return balance;
}
