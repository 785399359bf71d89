/** Bugs in the log, its checkpoints and receipts. */
import type { PlantedBug } from './bug.ts';

const leaf = 'src/records/leaf/leaf.ts';
const entry = 'src/records/leaf/entry.ts';
const check = 'src/records/tree/check.ts';
const stages = ['log'];

export const logBugs: readonly PlantedBug[] = [
  {
    name: 'leaf without the reversed transaction',
    story: 'Few transactions reverse another one, so the field seemed to be needless.',
    edits: [
      {
        file: leaf,
        find: '  writer.bytes(leaf.fingerprint).optionalInteger(leaf.reversesId).short(leaf.postings.length);',
        replace: '  writer.bytes(leaf.fingerprint).short(leaf.postings.length);',
      },
    ],
    stages,
  },
  {
    name: 'details of a leaf without memos',
    story: 'Memos were to stay private, and the salt was forgotten.',
    edits: [
      {
        file: entry,
        find: '.optionalInteger(entry.balanceAfter).optionalText(entry.memo);',
        replace: '.optionalInteger(entry.balanceAfter);',
      },
    ],
    stages,
  },
  {
    name: 'consistency proof not compared',
    story: 'The path is walked, and its end not compared with the roots.',
    edits: [
      {
        file: check,
        find: '  return last === 0 && isSame(before, first.root) && isSame(after, second.root);',
        replace: '  return last === 0;',
      },
    ],
    stages,
  },
  {
    name: 'log skips the last row of a page',
    story: 'The end of a page was taken for the beginning of the next one.',
    edits: [
      {
        file: 'src/bank/audit/store/log-subjects.ts',
        find: '  const items = (await reader.rows(selectBetween, values)).map(briefOf);',
        replace:
          '  const items = (await reader.rows(selectBetween, values)).map(briefOf).slice(0, -1);',
      },
    ],
    stages,
  },
  {
    name: 'cosignature not checked',
    story: 'The bank’s own signature is checked, so the witness’s seemed to be covered.',
    edits: [
      {
        file: 'src/records/note/note.ts',
        find: '  return isSignedBy(key.publicKey, cosignedMessage(text, seconds), bytes.slice(8));',
        replace: '  return seconds > 0n;',
      },
    ],
    stages,
  },
  {
    name: 'stored leaves not compared',
    story: 'The tree is built from what is stored, and the rows are only read.',
    edits: [
      {
        file: 'src/bank/audit/log/comparison.ts',
        find: '    if (kept === null || (made !== null && !isSame(made, kept))) {',
        replace: '    if (kept === null) {',
      },
    ],
    stages,
  },
  {
    name: 'tag of a receipt not compared',
    story: 'The reference leads to a transaction, so the receipt seemed to be genuine.',
    edits: [
      {
        file: 'src/bank/records/receipts/service.ts',
        find: '  if (row === null || !(await tags.isTagOf(row, code.tag))) return null;',
        replace: '  if (row === null) return null;',
      },
    ],
    stages,
  },
];
