/** Refusals of payees, of passkeys and of `/setup`. */
import { setupSentences } from '../common/setup.ts';
import { passkeySentences } from './passkeys.ts';
import { payeeSentences } from './payees.ts';

export const refusals = { ...payeeSentences, ...passkeySentences, ...setupSentences };
