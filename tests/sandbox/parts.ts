/** Parts of messages and forms, and a short form of their issues. */
import type { Issue } from '../../src/sandbox/http/issue.ts';

/** Path and code: `components.0.label BASE_TYPE_MAX_LENGTH`. */
export const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ path, code }) => `${path.join('.')} ${code}`);

export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const text = (content: string) => ({ type: 10, content });
export const button = (id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Label',
  custom_id: id,
  ...more,
});
export const row = (...components: object[]) => ({ type: 1, components });
export const menu = (more: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: times(2, (index) => ({ label: `${index}`, value: `${index}` })),
  ...more,
});
export const label = (component: object, more: object = {}) => ({
  type: 18,
  label: 'Label',
  component,
  ...more,
});
export const input = (more: object = {}) => ({ type: 4, style: 1, custom_id: 'input', ...more });
