/** What the bank and the tools use of the records; knows neither Discord nor the database. */
export { base64, concat, FormError, fromBase64, hex, isSame } from './base/bytes.ts';
export { referenceSymbols, referenceText } from './base/reference-text.ts';
export type { Entry } from './leaf/entry.ts';
export { detailsHash, entryHashes, entrySalts, hashOfLeaf } from './leaf/hashes.ts';
export {
  type AuditLeaf,
  decodeLeaf,
  encodeLeaf,
  type Leaf,
  type Posting,
  saltBytes,
  type Side,
  type StartLeaf,
  type TransactionLeaf,
} from './leaf/leaf.ts';
export { type Checkpoint, checkpointText, readCheckpoint } from './note/checkpoint.ts';
export {
  type FollowedKeys,
  followKeyChanges,
  keyChangeText,
  readKeyChange,
} from './note/key-change.ts';
export { readVerifierKey, type VerifierKey, verifierKeyText } from './note/keys.ts';
export {
  cosignedAt,
  type Note,
  noteText,
  readNote,
  signatureLine,
  signatureState,
} from './note/note.ts';
export { cosign, logSigner, type Signer, signNote, witnessSigner } from './note/sign.ts';
export {
  type BalanceProof,
  balanceProofText,
  liabilitiesIn,
  liabilitiesLine,
  provedBalance,
  type Published,
  readBalanceProof,
} from './liabilities/balance-proof.ts';
export { type Balance, leavesOf, placeOf, sharesOf } from './liabilities/split.ts';
export { sumPath, sumTree } from './liabilities/sum-tree.ts';
export { type Fork, forkText } from './proof/fork.ts';
export { type Proof, proofText, readProof } from './proof/proof.ts';
export {
  type ProvedEntry,
  type StatementProof,
  statementText,
} from './statement/statement-proof.ts';
export { isConsistent, rootByPath } from './tree/check.ts';
export { Edge, type FullTile } from './tree/edge.ts';
export { Frontier } from './tree/frontier.ts';
export { hashBytes, leafHash } from './tree/hash.ts';
export { proveConsistency, proveInclusion, type ReadTile, rootOf } from './tree/prove.ts';
export { observe, type Observation, type ReadFile, type Seen } from './witness/observe.ts';
export { cosignatureIn, originFolder, readWitness, type Witness } from './witness/witness-key.ts';
export { hashesPerLevel, newTiles, type Tile, tilePath, tileWidth } from './tree/tiles.ts';
