import { good } from '../../../lib/result.ts';
import { type Read, unreadable } from './reasons.ts';

/** Six digits that an authenticator app shows, as apps print them: spaces are forgiven. */
export function parseAppCode(text: string): Read<string> {
  const digits = text.replaceAll(' ', '');
  return /^[0-9]{6}$/.test(digits) ? good(digits) : unreadable('APP_CODE_SHAPE');
}
