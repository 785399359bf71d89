/** Refusals of payees and of `/setup`. */
import { setupSentences } from '../common/setup.ts';
import { payeeSentences } from './payees.ts';

export const refusals = { ...payeeSentences, ...setupSentences };
