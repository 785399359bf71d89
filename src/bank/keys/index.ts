/** What other rooms and the bank use of the room `keys`. */
export { deriveKeys, type Keys, type Pepper } from './keys.ts';
export {
  mailedCodeHash,
  newMailedCode,
  newRecoveryCodes,
  recoveryCodeHash,
} from './recovery-codes.ts';
export { opened, seal, unseal } from './sealing.ts';
export { signingKey } from './signing.ts';
