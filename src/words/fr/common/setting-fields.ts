/** Fields of `/limits set` and `/setup`. */
import { limitFields } from './limits.ts';
import { setupFields } from './setup.ts';

export const settingFields = { ...limitFields, ...setupFields };
