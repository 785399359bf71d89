/** What every kind of field gets from the form around it. */
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
