import type { FieldValue, OpenModal } from '../protocol/protocol.ts';
import { fieldsOf } from './text.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/**
 * Values for a form by custom id; a field may also be named by its label. Unknown names are kept,
 * so that the sandbox refuses them.
 */
export function byCustomId(modal: OpenModal, named: Fields): Fields {
  const fields = fieldsOf(modal);
  const found = Object.entries(named).map(([name, value]) => {
    if (fields.some(({ customId }) => customId === name)) return [name, value] as const;
    const labelled = fields.filter(({ label }) => label === name);
    if (labelled.length > 1) throw new Error(`The form has several fields labelled ${name}`);
    return [labelled[0]?.customId ?? name, value] as const;
  });
  const ids = found.map(([customId]) => customId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`The field ${twice} is named twice`);
  return Object.fromEntries(found);
}
