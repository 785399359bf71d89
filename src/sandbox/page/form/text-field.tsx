/** A line or a paragraph of text, with a character count if there is a limit. */
import type { APITextInputComponent, TextInputStyle } from 'discord-api-types/v10';
import type { FieldControl } from './field-control.ts';

const paragraph = 2 as TextInputStyle.Paragraph;

export function TextField({
  input,
  value,
  control,
}: {
  input: APITextInputComponent;
  value: string;
  control: FieldControl;
}) {
  const shared = {
    id: control.id,
    class: control.invalid ? 'text-input invalid' : 'text-input',
    value,
    placeholder: input.placeholder ?? '',
    maxLength: input.max_length ?? 4000,
    autocomplete: 'off',
    'aria-required': control.required,
    'aria-invalid': control.invalid || undefined,
    'aria-describedby': control.describedBy,
  } as const;
  const max = input.max_length;
  const isParagraph = input.style === paragraph;
  // A single line shows the count only near the limit.
  const counted = max !== undefined && (isParagraph || value.length >= max * 0.8);
  return (
    <div class="text-field">
      {isParagraph ? (
        <textarea
          {...shared}
          rows={4}
          onInput={(event) => control.onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          onInput={(event) => control.onChange(event.currentTarget.value)}
        />
      )}
      {counted && (
        <span class={value.length > max ? 'counter over' : 'counter'}>
          <span aria-hidden="true">{`${value.length} / ${max}`}</span>
        </span>
      )}
    </div>
  );
}
