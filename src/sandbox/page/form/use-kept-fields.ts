/** What was typed into an open form, kept over a reload without what is secret. */
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

/** A person has one form open at a time. */
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

/** Files are chosen again, since their names are known to the field alone. */
const isKept = ({ customId, label, component }: FieldPart): boolean =>
  !isSecret(customId) && !isSecret(label) && component.type !== componentKind.fileUpload;
