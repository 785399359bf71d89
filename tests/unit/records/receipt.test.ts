/** The text and the code of receipts have one form each, and no change of a byte is the same. */
import { describe, expect, test } from 'vitest';
import {
  codeIn,
  codeText,
  readCode,
  readReceipt,
  receiptIn,
  receiptText,
  type SealedReceipt,
  tagText,
} from '../../../src/records/receipt/index.ts';
import { hostileTexts } from '../../support/statements.ts';

const receipt: SealedReceipt = {
  bank: 'Passbook',
  reference: '01AB-23CD-45EF-GHJ',
  kind: 'TRANSFER',
  bookedAt: '2026-03-01T12:00:00.123456Z',
  amount: 1250n,
  currency: { code: 'GEM', scale: 2 },
  from: { name: 'Anna M.', numberTail: '8719' },
  to: { name: 'بن “O”\n', numberTail: null },
  memo: 'pizza: 日本語 \\ "x"',
  tag: 'ABCD-EFGH-JKMN-PQRS',
  seal: '0123-4567-89AB-CDEF',
};

describe('the text of a receipt', () => {
  test('is read back, whatever names and memos are', () => {
    for (const text of hostileTexts) {
      for (const amount of [1n, 99n, 9_007_199_254_740_991n]) {
        const one = { ...receipt, amount, from: { name: text, numberTail: '0001' }, memo: text };
        expect(readReceipt(receiptText(one))).toEqual(one);
      }
    }
    for (const scale of [0, 1, 4]) {
      const one = { ...receipt, memo: null, currency: { code: 'A1', scale } };
      expect(readReceipt(receiptText(one))).toEqual(one);
    }
  });

  test('is one text: every changed, left out or added byte gives another receipt or none', () => {
    const bytes = Buffer.from(receiptText(receipt));
    const same = (changed: Buffer): boolean => {
      const read = readReceipt(changed.toString());
      return read !== null && receiptText(read) === bytes.toString();
    };
    // Spaces and line breaks around the whole text come from copying.
    const last = bytes.length - 1;
    const isSpace = (byte: number): boolean => [9, 10, 11, 12, 13, 32].includes(byte);
    for (let at = 0; at < bytes.length; at += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        if (byte === bytes[at] || (at === last && isSpace(byte))) continue;
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        if (same(changed)) throw new Error(`byte ${at} as ${byte}`);
      }
      const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      if (at !== last) expect(same(shorter)).toBe(false);
    }
  });

  test('is found in a message around it', () => {
    const text = receiptText(receipt);
    expect(receiptIn(`Look:\r\n${text.replaceAll('\n', '\r\n')}\r\nThanks`)).toBe(text.trimEnd());
    expect(receiptIn('passbook receipt v1\nsoon')).toBeNull();
  });
});

describe('a code', () => {
  const code = codeText(receipt);

  test('has 80 bits, and is read as people type it', () => {
    expect(tagText(Buffer.alloc(10))).toBe('0000-0000-0000-0000');
    expect(tagText(Buffer.alloc(32, 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    const read = { reference: '01AB23CD45EFGHJ', tag: 'ABCD-EFGH-JKMN-PQRS' };
    for (const typed of [code, code.toLowerCase(), code.replaceAll(/[-.]/g, ' '), ` ${code}\n`]) {
      expect(readCode(typed)).toEqual(read);
    }
    expect(codeIn(`receipt-${code}.png`)).toBe(code);
  });

  test('every changed byte gives another code, or none, except look-alikes', () => {
    const wanted = JSON.stringify(readCode(code));
    const alike: Readonly<Record<string, string>> = { 0: 'O', 1: 'IL', '-': ' ', '.': ' -' };
    for (let at = 0; at < code.length; at += 1) {
      const own = code.charAt(at);
      const allowed = `${own.toLowerCase()}${alike[own] ?? ''}${(alike[own] ?? '').toLowerCase()}`;
      for (let byte = 0; byte < 128; byte += 1) {
        const sign = String.fromCharCode(byte);
        if (sign === own || allowed.includes(sign)) continue;
        const changed = code.slice(0, at) + sign + code.slice(at + 1);
        // One hyphen may become the point that separates the parts.
        if (own === '-' && sign === '.') continue;
        if (JSON.stringify(readCode(changed)) === wanted) throw new Error(`${at} as ${byte}`);
      }
    }
  });
});
