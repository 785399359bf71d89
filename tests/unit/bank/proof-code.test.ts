import { describe, expect, test } from 'vitest';
import { parseProofCode } from '../../../src/bank/model/parse/proof-code.ts';
import {
  mailedCodeHash,
  newMailedCode,
  newRecoveryCodes,
  recoveryCodeHash,
} from '../../../src/bank/keys/recovery-codes.ts';
import { deriveKeys } from '../../../src/bank/keys/keys.ts';
import { testSecrets } from '../../support/bank.ts';
import { saidOf } from '../../support/words.ts';

const keys = deriveKeys(testSecrets);

describe('a code', () => {
  test('is identified by its length, in any spelling', () => {
    for (const text of ['ABCD-EFGH-JKMN-P', 'abcdefghjkmnp', ' ABCD EFGH JKMN P ']) {
      expect(parseProofCode(text)).toEqual({
        ok: true,
        value: { kind: 'mailed', text: 'ABCDEFGHJKMNP' },
      });
    }
    expect(parseProofCode('O123-4567-89AB-CDEI')).toEqual({
      ok: true,
      value: { kind: 'recovery', text: '0123456789ABCDE1' },
    });
  });

  test.each([
    ['', 'Enter the code.'],
    ['   ', 'Enter the code.'],
    ['ABCD-EFGH', 'A code from our e-mail has 13 characters, a recovery code 16; this one has 8.'],
    [
      'ABCD-EFGH-JKMN-PQRS-T',
      'A code from our e-mail has 13 characters, a recovery code 16; this one has 17.',
    ],
    ['ABCD-EFGH-JKMN-U', 'A code contains only letters, digits and hyphens: ABCD-EFGH-JKMN-P.'],
    ['ABCD_EFGH_JKMN_P', 'A code contains only letters, digits and hyphens: ABCD-EFGH-JKMN-P.'],
    ['ＡBCD-EFGH-JKMN-P', 'A code contains only letters, digits and hyphens: ABCD-EFGH-JKMN-P.'],
  ])('%j is refused with its reason', (text, reason) => {
    const result = parseProofCode(text);
    expect(result.ok).toBe(false);
    expect(saidOf(result)).toBe(reason);
  });

  test('that the bank makes can be read, and none repeats', () => {
    const mailed = Array.from({ length: 500 }, newMailedCode);
    const recovery = Array.from({ length: 60 }, newRecoveryCodes).flat();
    expect(new Set([...mailed, ...recovery]).size).toBe(500 + 480);
    for (const code of mailed)
      expect(parseProofCode(code)).toMatchObject({ value: { kind: 'mailed' } });
    for (const code of recovery) {
      expect(parseProofCode(code)).toMatchObject({ value: { kind: 'recovery' } });
    }
  });

  test('has one hash for all spellings, and another for each purpose', () => {
    const hash = (text: string, purpose = 'EMAIL') =>
      mailedCodeHash(keys, purpose, text).toString('hex');
    expect(hash('abcd efgh jkmn p')).toBe(hash('ABCD-EFGH-JKMN-P'));
    expect(hash('ABCD-EFGH-JKMN-P', 'RECOVERY')).not.toBe(hash('ABCD-EFGH-JKMN-P'));
    expect(recoveryCodeHash(keys, 'ABCD-EFGH-JKMN-P').toString('hex')).not.toBe(
      hash('ABCD-EFGH-JKMN-P'),
    );
  });
});
