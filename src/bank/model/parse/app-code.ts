import { bad, good, type Result } from '../../../lib/result.ts';

/** Six digits that an authenticator app shows, as apps print them: spaces are forgiven. */
export function parseAppCode(text: string): Result<string> {
  const digits = text.replaceAll(' ', '');
  return /^[0-9]{6}$/.test(digits)
    ? good(digits)
    : bad('A code has six digits. Enter the one that the app shows now.');
}
