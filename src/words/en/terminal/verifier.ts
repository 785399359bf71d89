/** What the verifier says of files, on the page and in the terminal. */
export const verifier = {
  title: 'Verify records of a bank',
  intro:
    'Choose files: the public key of the bank that you trust (verifier-key), and what you want to check. ' +
    'Everything happens on this device; nothing is sent.',
  choose: 'Choose files, or drop them here',
  paste: 'Or paste the content of one file',
  check: 'Check',
  again: 'Remove all files',
  pasted: 'pasted text',
  noFiles: 'Name the files to check. A file verifier-key has the public keys that you trust.',
  verdicts: {
    good: 'Everything that was checked is right.',
    bad: 'Something is wrong. See the lines marked with ✗.',
    unsure: 'Nothing is wrong, but not everything could be checked. See the lines marked with ?.',
  },
  unreadable: (why: string) => `cannot be read: ${why}`,
  trusted: (names: readonly string[]) => `public keys that you trust: ${names.join(', ')}`,
  keyFollowed: (name: string) =>
    `${name} changed its key; the new one is trusted as the old one is`,
  keyUntrusted: (name: string) => `${name} changed its key, but you do not trust the old one`,
  checkpoint: (origin: string, size: number) => `checkpoint of ${origin} with ${size} leaves`,
  signed: (what: string) => `${what}: the signature is the bank’s`,
  unsigned: (what: string) => `${what}: not signed by the bank whose key you trust`,
  noKey: (what: string, origin: string) =>
    `${what}: not checked, because no public key of ${origin} was given`,
  cosigned: (what: string, witness: string, at: string) =>
    `${what}: cosigned by ${witness} at ${at}`,
  notCosigned: (what: string, witness: string) => `${what}: not cosigned by ${witness}`,
  badCosignature: (what: string, witness: string) =>
    `${what}: the cosignature in the name of ${witness} is wrong`,
  included: (what: string) => `${what} is in the log`,
  notIncluded: (what: string) => `${what} is not in the log of this checkpoint`,
  consistent: (before: number, after: number) =>
    `the log of ${after} leaves continues the one of ${before}: nothing was changed or removed`,
  inconsistent: (before: number, after: number) =>
    `the log of ${after} leaves does not continue the one of ${before}: the history was changed`,
  needsOld: (before: number) => `add the checkpoint of ${before} leaves to check this proof`,
  twoRoots: (origin: string, size: number) =>
    `${origin} signed two different logs of ${size} leaves: this is a forgery by the bank`,
  notCompared: (before: number, after: number) =>
    `the checkpoints of ${before} and ${after} leaves were not compared: add a consistency proof`,
  fork: (origin: string, first: number, second: number) =>
    `${origin} signed two histories (${first} and ${second} leaves) of which neither continues the other`,
  noFork: 'this report does not prove two histories',
  forkUnsigned: 'this report has a checkpoint that the bank did not sign',
  transaction: (reference: string, at: string) => `transaction ${reference} of ${at}`,
  posting: (kind: string, amount: string, from: string, to: string) =>
    `${kind.toLowerCase().replaceAll('_', ' ')} of ${amount} from ${from} to ${to}`,
  balanceProved: (account: string, balance: string, day: string, total: string) =>
    `the balance of ${balance} on account ${account} on ${day} is in the published total of ${total}`,
  balanceWrong: (account: string, day: string) =>
    `the balance of account ${account} on ${day} is not proved to be in the published total`,
  noTotal: 'the checkpoint of this proof has no published total',
  receipt: (reference: string, bank: string) => `receipt ${reference} of ${bank}`,
  receiptSigned: (what: string) => `${what}: every character is as the bank signed it`,
  receiptNoSignature: (what: string) =>
    `${what}: the bank did not sign it, so names and memo were not checked`,
  receiptNeedsProof: (what: string) =>
    `${what}: add the file from /prove payment to compare it with the log`,
  receiptLogged: (what: string) => `${what}: kind, time, amount and accounts are those in the log`,
  receiptDiffers: (what: string, fields: readonly string[]) =>
    `${what}: differs from the log (${fields.join(', ')})`,
  receiptReversed: (what: string, by: string) => `${what}: reversed by transaction ${by}`,
  statement: (account: string, period: string) => `statement of account ${account}, ${period}`,
  statementBalances: (opening: string, closing: string) =>
    `opening balance ${opening}, closing balance ${closing};`,
  statementEach: (count: string, size: number) =>
    `balances and each entry (${count}) are in the log at the checkpoint of ${size} leaves`,
  statementEnds: (count: string, size: number) =>
    `balances, first and last entry (of ${count}) are in the log at the checkpoint of ${size} leaves; ` +
    'the others are as the bank signed the file',
  statementEntry: (what: string, seq: string) =>
    `${what}: entry ${seq} is not in the log of this checkpoint`,
  statementSums: (what: string) => `${what}: balances and entries do not add up`,
  fileProved: (proof: string) => `every byte is as the bank signed it (${proof})`,
  fileUnproved: 'belongs to no proof given here: it was changed, or its proof is missing',
  fileMissing: 'add the file to which this proof belongs',
  audit: (action: string, at: string) => `audit row ${action} of ${at}`,
  start: (origin: string) => `the first leaf of ${origin}`,
  account: (number: string | null) => (number === null ? 'the bank' : `account ${number}`),
  units: (amount: string) => `${amount} minor units`,
} as const;
