import { good } from '../../../lib/result.ts';
import { type Read, unreadable } from './reasons.ts';

/** Six digits from an authenticator app; spaces are allowed. */
export function parseAppCode(text: string): Read<string> {
  const digits = text.replaceAll(' ', '');
  return /^[0-9]{6}$/.test(digits) ? good(digits) : unreadable('APP_CODE_SHAPE');
}
