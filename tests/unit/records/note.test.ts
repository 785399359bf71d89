/** Notes, keys, checkpoints and cosignatures: the known vector, and every changed byte. */
import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromBase64, isSame } from '../../../src/records/base/bytes.ts';
import { checkpointText, readCheckpoint } from '../../../src/records/note/checkpoint.ts';
import { readVerifierKey, verifierKeyText } from '../../../src/records/note/keys.ts';
import { cosignedAt, noteText, readNote, signatureState } from '../../../src/records/note/note.ts';
import { cosign, logSigner, signNote, witnessSigner } from '../../../src/records/note/sign.ts';

const keyOf = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

describe('the vector of golang.org/x/mod/sumdb/note', () => {
  const text =
    'If you think cryptography is the answer to your problem,\n' +
    'then you don\u0027t know what your problem is.\n';
  const line =
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const privateKey = keyOf(fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz').slice(1));

  test('is verified', async () => {
    const key = await readVerifierKey(published);
    expect(verifierKeyText(key)).toBe(published);
    expect(await signatureState(readNote(`${text}\n${line}`), key)).toBe('valid');
  });

  test('is signed alike', () => {
    const signer = logSigner('PeterNeumann', privateKey);
    expect(verifierKeyText(signer.key)).toBe(published);
    expect(signNote(text, signer)).toBe(`${text}\n${line}`);
  });
});

const bank = logSigner('bank.example/log', keyOf(Buffer.alloc(32, 1)));
const witness = witnessSigner('witness.example', keyOf(Buffer.alloc(32, 2)));
const head = {
  origin: 'bank.example/log',
  size: 20_852_163,
  root: fromBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='),
  extensions: ['liabilities 2026-11-28 abc 5'],
};
const text = checkpointText(head);
const cosigned = signNote(text, bank) + cosign(text, witness, 1_679_315_147n);

test('a checkpoint has the form of the specification', () => {
  expect(text).toBe(
    'bank.example/log\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n' +
      'liabilities 2026-11-28 abc 5\n',
  );
  expect(readCheckpoint(text)).toEqual(head);
});

test('a cosignature carries its time', async () => {
  const note = readNote(cosigned);
  expect(noteText(note)).toBe(cosigned);
  expect(await signatureState(note, bank.key)).toBe('valid');
  expect(await signatureState(note, witness.key)).toBe('valid');
  expect(cosignedAt(note, witness.key)).toBe(1_679_315_147n);
  const stranger = witnessSigner('witness.example', keyOf(Buffer.alloc(32, 3)));
  expect(await signatureState(note, stranger.key)).toBe('absent');
});

test('every changed byte of a cosigned checkpoint is found', async () => {
  const bytes = Buffer.from(cosigned);
  const undetected: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    for (const change of [1, 2, 0x20]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= change;
      if (await isStillValid(changed.toString('utf8'))) undetected.push(`${at} ${change}`);
    }
  }
  expect(undetected).toEqual([]);
});

async function isStillValid(changed: string): Promise<boolean> {
  try {
    const note = readNote(changed);
    const states = await Promise.all(
      [bank.key, witness.key].map(async (key) => signatureState(note, key)),
    );
    return states.every((state) => state === 'valid');
  } catch {
    return false;
  }
}

test.each([
  ['no signature', text],
  ['no line end', cosigned.slice(0, -1)],
  ['a control character', cosigned.replace('bank', 'ba\u0000nk')],
])('a note with %s is refused', (_, note) => {
  expect(() => readNote(note)).toThrow('text that is not a signed note');
});

test('a signature line with another dash is refused', () => {
  expect(() => readNote(cosigned.replace('\u2014', '-'))).toThrow('a signature line');
});

test.each([
  ['no root', 'a\n1\n'],
  ['a short root', 'a\n1\nAAAA\n'],
  ['a leading zero', text.replace('\n2', '\n02')],
  ['an empty extension', `${text}\n`],
  ['no origin', text.slice('bank.example/log'.length)],
])('a checkpoint with %s is refused', (_, wrong) => {
  expect(() => readCheckpoint(wrong)).toThrow();
});

test('a verifier key with a changed byte is refused', async () => {
  const published = verifierKeyText(witness.key);
  for (let at = 0; at < published.length; at += 1) {
    const symbol = published[at] === 'b' ? 'c' : 'b';
    const changed = published.slice(0, at) + symbol + published.slice(at + 1);
    await expect(readVerifierKey(changed)).rejects.toThrow();
  }
  expect(isSame(witness.key.publicKey, (await readVerifierKey(published)).publicKey)).toBe(true);
});
