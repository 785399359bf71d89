/** The properties that a form passes to every kind of field. */
import type { FieldValue } from '../../protocol/protocol.ts';

export interface FieldControl {
  readonly id: string;
  /** The id of its label. */
  readonly labelledBy: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly onChange: (value: FieldValue) => void;
}
