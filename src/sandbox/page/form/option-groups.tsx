/** Radio buttons, checkboxes and single checkboxes in a form. */
import type { APICheckboxGroupOption } from 'discord-api-types/v10';
import { toggleChoice } from '../parts/choice.ts';
import type { FieldControl } from './field-control.ts';
import { words } from '../words/words.ts';

export function RadioGroup({
  options,
  value,
  control,
}: {
  options: readonly APICheckboxGroupOption[];
  value: string | null;
  control: FieldControl;
}) {
  return (
    <div
      id={control.id}
      class={control.invalid ? 'option-group invalid' : 'option-group'}
      role="radiogroup"
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      aria-required={control.required}
      aria-invalid={control.invalid || undefined}
      tabIndex={-1}
    >
      {options.map((option) => (
        <label key={option.value} class="option-row">
          <input
            type="radio"
            name={control.id}
            value={option.value}
            checked={value === option.value}
            onChange={() => control.onChange(option.value)}
          />
          <OptionText option={option} />
        </label>
      ))}
      {!control.required && value !== null && (
        <button type="button" class="link" onClick={() => control.onChange(null)}>
          {words().form.clear}
        </button>
      )}
    </div>
  );
}

export function CheckboxGroup({
  options,
  chosen,
  max,
  control,
}: {
  options: readonly APICheckboxGroupOption[];
  chosen: readonly string[];
  max: number;
  control: FieldControl;
}) {
  return (
    <div
      id={control.id}
      class={control.invalid ? 'option-group invalid' : 'option-group'}
      role="group"
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      tabIndex={-1}
    >
      {options.map((option) => {
        const checked = chosen.includes(option.value);
        return (
          <label key={option.value} class="option-row">
            <input
              type="checkbox"
              checked={checked}
              disabled={!checked && chosen.length >= max && max > 1}
              onChange={() => control.onChange(toggleChoice(chosen, option.value, { min: 0, max }))}
            />
            <OptionText option={option} />
          </label>
        );
      })}
    </div>
  );
}

export function SingleCheckbox({ value, control }: { value: boolean; control: FieldControl }) {
  return (
    <span class="single-checkbox">
      <input
        id={control.id}
        type="checkbox"
        checked={value}
        aria-describedby={control.describedBy}
        onChange={(event) => control.onChange(event.currentTarget.checked)}
      />
    </span>
  );
}

function OptionText({ option }: { option: APICheckboxGroupOption }) {
  return (
    <span class="option-text">
      <span>{option.label}</span>
      {option.description && <span class="option-description">{option.description}</span>}
    </span>
  );
}
