/** The values of an open form, stored across a reload, except for secret ones. */
import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import { componentKind } from '../parts/component-kinds.ts';
import { isSecret, store, readStored } from '../state/stored.ts';
import {
  fieldsOf,
  initialFields,
  type Fields,
  type FieldPart,
  type FormPart,
} from './form-parts.ts';

interface StoredForm {
  readonly modalId: string;
  readonly fields: Fields;
}

/** One key per person, because each has at most one open form. */
const nameFor = (personId: string): string => `form ${personId}`;

export function useStoredFields(
  personId: string,
  modalId: string,
  parts: readonly FormPart[],
): [Fields, Dispatch<StateUpdater<Fields>>] {
  const name = nameFor(personId);
  const [fields, setFields] = useState<Fields>(() => {
    const stored = readStored(name) as StoredForm | null;
    return { ...initialFields(parts), ...(stored?.modalId === modalId && stored.fields) };
  });
  useLayoutEffect(() => {
    const stored = fieldsOf(parts)
      .filter(isStorable)
      .map(({ customId }) => [customId, fields[customId] ?? null]);
    store(name, { modalId, fields: Object.fromEntries(stored) });
  }, [name, modalId, fields]);
  return [fields, setFields];
}

export const forgetFields = (personId: string): void => store(nameFor(personId), null);

/** Files are not stored: only the field knows their names. */
const isStorable = ({ customId, label, component }: FieldPart): boolean =>
  !isSecret(customId) && !isSecret(label) && component.type !== componentKind.fileUpload;
