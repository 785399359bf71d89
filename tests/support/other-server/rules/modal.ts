/** Limits of forms: https://docs.discord.com/developers/components/using-modal-components */
import { isJson, type Json, objectsIn } from '../body.ts';
import { Faults } from '../refusal.ts';
import { type Counted, counter, customId, options, select, textDisplay } from './components.ts';

function textInput(counted: Counted, part: Json, path: string): void {
  const { faults } = counted;
  customId(counted, part, path);
  faults.number(`${path}.style`, part['style'] ?? 0, 1, 2);
  faults.number(`${path}.min_length`, part['min_length'], 0, 4000);
  faults.number(`${path}.max_length`, part['max_length'], 1, 4000);
  faults.optionalText(`${path}.placeholder`, part['placeholder'], 1, 100);
  const { min_length: least = 0, max_length: most = 4000 } = part as Record<string, number>;
  faults.expect(least <= most, `${path}.min_length`, 'Larger than max_length');
  faults.optionalText(`${path}.value`, part['value'], 0, most);
  faults.expect(part['label'] === undefined, `${path}.label`, 'The label is on the Label');
}

function choices(most: number, least: number) {
  return (counted: Counted, part: Json, path: string): void => {
    customId(counted, part, path);
    options(counted, part, path);
    const { length } = objectsIn(part['options']);
    counted.faults.number(`${path}.options`, length, least, most);
  };
}

const inLabel = new Map<unknown, (counted: Counted, part: Json, path: string) => void>([
  [4, textInput],
  ...[3, 5, 6, 7, 8].map((one) => [one, select] as const),
  [19, customId],
  [21, choices(10, 2)],
  [22, choices(10, 1)],
  [23, customId],
]);

function label(counted: Counted, part: Json, path: string): void {
  const { faults } = counted;
  faults.text(`${path}.label`, part['label'], 1, 45);
  faults.optionalText(`${path}.description`, part['description'], 1, 100);
  const inner = isJson(part['component']) ? part['component'] : {};
  const rule = inLabel.get(inner['type']);
  faults.expect(rule !== undefined, `${path}.component.type`, 'Not a component of a Label');
  faults.expect(inner['disabled'] !== true, `${path}.component`, 'Not disabled in a form');
  const isAsked = inner['required'] !== false;
  const mayBeNone = inner['min_values'] === 0;
  faults.expect(!(isAsked && mayBeNone), `${path}.component`, 'Required with min_values 0');
  rule?.(counted, inner, `${path}.component`);
}

/** Throws 50035. */
export function checkModal(data: unknown): void {
  const faults = new Faults();
  const json = isJson(data) ? data : {};
  faults.text('data.custom_id', json['custom_id'], 1, 100);
  faults.text('data.title', json['title'], 1, 45);
  const parts = objectsIn(json['components']);
  faults.number('data.components', parts.length, 1, 5);
  const counted = counter(faults);
  parts.forEach((part, index) => {
    const path = `data.components.${index}`;
    if (part['type'] === 18) label(counted, part, path);
    else if (part['type'] === 10) textDisplay(counted, part, path);
    else faults.add(`${path}.type`, 'UNION_TYPE_CHOICES', 'Not a Label or a text');
  });
  faults.throwAny();
}
