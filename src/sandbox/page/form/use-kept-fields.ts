/** The values of an open form, stored across a reload, except for secret ones. */
import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import { componentKind } from '../parts/component-kinds.ts';
import { isSecret, keep, readKept } from '../state/kept.ts';
import {
  fieldsOf,
  initialFields,
  type Fields,
  type FieldPart,
  type FormPart,
} from './form-parts.ts';

interface Kept {
  readonly modalId: string;
  readonly fields: Fields;
}

/** One key per person, because each has at most one open form. */
const nameFor = (personId: string): string => `form ${personId}`;

export function useKeptFields(
  personId: string,
  modalId: string,
  parts: readonly FormPart[],
): [Fields, Dispatch<StateUpdater<Fields>>] {
  const name = nameFor(personId);
  const [fields, setFields] = useState<Fields>(() => {
    const kept = readKept(name) as Kept | null;
    return { ...initialFields(parts), ...(kept?.modalId === modalId && kept.fields) };
  });
  useLayoutEffect(() => {
    const kept = fieldsOf(parts)
      .filter(isKept)
      .map(({ customId }) => [customId, fields[customId] ?? null]);
    keep(name, { modalId, fields: Object.fromEntries(kept) });
  }, [name, modalId, fields]);
  return [fields, setFields];
}

export const forgetFields = (personId: string): void => keep(nameFor(personId), null);

/** Files are not stored: only the field knows their names. */
const isKept = ({ customId, label, component }: FieldPart): boolean =>
  !isSecret(customId) && !isSecret(label) && component.type !== componentKind.fileUpload;
