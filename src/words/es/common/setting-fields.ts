/** Fields of `/limits set`, `/staff fee` and `/setup`. */
import { limitFields } from './limits.ts';
import { setupFields } from './setup.ts';

export const settingFields = { ...limitFields, ...setupFields };
