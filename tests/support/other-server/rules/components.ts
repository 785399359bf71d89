/** Limits of components in messages: https://docs.discord.com/developers/components/reference */
import { type Json, objectsIn } from '../body.ts';
import type { Faults } from '../refusal.ts';

/** What is counted over all components of a message or form. */
export interface Counted {
  readonly faults: Faults;
  readonly ids: Set<unknown>;
  readonly customIds: Set<unknown>;
  /** Names of the files that components show. */
  readonly shown: Set<string>;
  components: number;
  text: number;
}

export const counter = (faults: Faults): Counted => ({
  faults,
  ids: new Set(),
  customIds: new Set(),
  shown: new Set(),
  components: 0,
  text: 0,
});

type Rule = (counted: Counted, part: Json, path: string) => void;

const type = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;
const selects: readonly unknown[] = [3, 5, 6, 7, 8];
const inContainer: readonly unknown[] = [1, 9, 10, 12, 13, 14];
export const topLevel: readonly unknown[] = [...inContainer, type.container];

/** An id of its own among all custom ids. */
export function customId({ faults, customIds }: Counted, part: Json, path: string): void {
  const { custom_id: id } = part;
  if (!faults.text(`${path}.custom_id`, id, 1, 100)) return;
  faults.expect(
    !customIds.has(id),
    `${path}.custom_id`,
    'Component custom id cannot be duplicated',
  );
  customIds.add(id);
}

const button: Rule = (counted, part, path) => {
  const { faults } = counted;
  faults.number(`${path}.style`, part['style'] ?? 0, 1, 6);
  faults.optionalText(`${path}.label`, part['label'], 1, 80);
  const { style, label, emoji, url } = part;
  if (style === 6) {
    faults.text(`${path}.sku_id`, part['sku_id'], 1, 20);
    return;
  }
  const isNamed = (typeof label === 'string' && label !== '') || emoji !== undefined;
  faults.expect(isNamed, path, 'A button must have a label or emoji');
  if (style === 5) {
    faults.text(`${path}.url`, url, 1, 512);
    faults.expect(part['custom_id'] === undefined, path, 'A link has no custom id');
  } else {
    faults.expect(url === undefined, path, 'A button with a custom id has no url');
    customId(counted, part, path);
  }
};

export const options: Rule = ({ faults }, part, path) => {
  const given = objectsIn(part['options']);
  faults.number(`${path}.options`, given.length, 1, 25);
  given.forEach((option, index) => {
    const at = `${path}.options.${index}`;
    faults.text(`${at}.label`, option['label'], 1, 100);
    faults.text(`${at}.value`, option['value'], 1, 100);
    faults.optionalText(`${at}.description`, option['description'], 1, 100);
  });
  const values = new Set(given.map(({ value }) => value));
  faults.expect(values.size === given.length, `${path}.options`, 'Values must be unique');
};

export const select: Rule = (counted, part, path) => {
  const { faults } = counted;
  customId(counted, part, path);
  faults.optionalText(`${path}.placeholder`, part['placeholder'], 1, 150);
  faults.number(`${path}.min_values`, part['min_values'], 0, 25);
  faults.number(`${path}.max_values`, part['max_values'], 1, 25);
  const { min_values: least = 1, max_values: most = 1 } = part as Record<string, number>;
  faults.expect(least <= most, `${path}.min_values`, 'Larger than max_values');
  if (part['type'] !== 3) return;
  options(counted, part, path);
  const { length } = objectsIn(part['options']);
  faults.expect(most <= length, `${path}.max_values`, 'More than there are options');
};

/** `attachment://name` of this message, or an address. */
const media: Rule = ({ faults, shown }, part, path) => {
  const { url } = (part['media'] ?? part['file'] ?? {}) as Json;
  if (!faults.text(`${path}.url`, url, 1, 2048)) return;
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name !== undefined) shown.add(name);
  const isAddress = part['file'] === undefined && /^https?:/.test(url);
  faults.expect(name !== undefined || isAddress, `${path}.url`, 'Not a well formed URL');
  faults.optionalText(`${path}.description`, part['description'], 1, 1024);
};

const row: Rule = (counted, part, path) => {
  const { faults } = counted;
  const inside = objectsIn(part['components']);
  const isSelect = inside.length === 1 && selects.includes(inside[0]!['type']);
  const areButtons = inside.every((one) => one['type'] === type.button);
  faults.number(`${path}.components`, inside.length, 1, 5);
  faults.expect(isSelect || areButtons, path, 'A row has buttons or one select');
  each(counted, inside, `${path}.components`, [type.button, ...selects]);
};

const section: Rule = (counted, part, path) => {
  const inside = objectsIn(part['components']);
  counted.faults.number(`${path}.components`, inside.length, 1, 3);
  each(counted, inside, `${path}.components`, [type.text]);
  const accessory = objectsIn([part['accessory']]);
  counted.faults.expect(accessory.length === 1, `${path}.accessory`, 'This field is required');
  each(counted, accessory, `${path}.accessory`, [type.button, type.thumbnail]);
};

const container: Rule = (counted, part, path) => {
  const inside = objectsIn(part['components']);
  counted.faults.expect(inside.length > 0, `${path}.components`, 'This field is required');
  counted.faults.number(`${path}.accent_color`, part['accent_color'], 0, 0xffffff);
  each(counted, inside, `${path}.components`, inContainer);
};

export const textDisplay: Rule = (counted, part, path) => {
  const { content } = part;
  if (counted.faults.text(`${path}.content`, content, 1, 4000)) {
    counted.text += [...content].length;
  }
};

const gallery: Rule = (counted, part, path) => {
  const items = objectsIn(part['items']);
  counted.faults.number(`${path}.items`, items.length, 1, 10);
  items.forEach((item, index) => media(counted, item, `${path}.items.${index}`));
};

const rules = new Map<unknown, Rule>([
  [type.row, row],
  [type.button, button],
  [type.section, section],
  [type.text, textDisplay],
  [type.thumbnail, media],
  [type.gallery, gallery],
  [type.file, media],
  [
    type.separator,
    ({ faults }, part, path) => faults.number(`${path}.spacing`, part['spacing'], 1, 2),
  ],
  [type.container, container],
  ...selects.map((one) => [one, select] as const),
]);

/** All of them, of these types only. */
export function each(
  counted: Counted,
  parts: readonly Json[],
  path: string,
  allowed: readonly unknown[],
): void {
  parts.forEach((part, index) => {
    const at = `${path}.${index}`;
    const { id, type: kind } = part;
    counted.components += 1;
    if (typeof id === 'number' && id !== 0) {
      counted.faults.expect(!counted.ids.has(id), `${at}.id`, 'Ids must be unique');
      counted.ids.add(id);
    }
    if (!allowed.includes(kind)) {
      return counted.faults.add(`${at}.type`, 'UNION_TYPE_CHOICES', `Not allowed: ${String(kind)}`);
    }
    rules.get(kind)?.(counted, part, at);
  });
}
