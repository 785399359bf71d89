/** One labelled field of a form, of any type. */
import { useId } from 'preact/hooks';
import type { FieldValue } from '../../protocol/protocol.ts';
import { selectChoices } from '../parts/component-choices.ts';
import { componentKind } from '../parts/component-kinds.ts';
import { SelectMenu } from '../parts/select-menu.tsx';
import { useScene } from '../state/context.ts';
import type { FieldControl } from './field-control.ts';
import { FileField } from './file-field.tsx';
import { countLimits, type FieldPart } from './form-parts.ts';
import { CheckboxGroup, RadioGroup, SingleCheckbox } from './option-groups.tsx';
import { TextField } from './text-field.tsx';
import { words } from '../words/words.ts';

export interface FormFieldProps {
  readonly part: FieldPart;
  readonly value: FieldValue;
  readonly problem: string | null;
  readonly channelId: string;
  readonly onChange: (value: FieldValue) => void;
}

export function FormField({ part, value, problem, channelId, onChange }: FormFieldProps) {
  const id = useId();
  const problemId = `${id}-problem`;
  const describedBy = [part.description && `${id}-description`, problem && problemId]
    .filter(Boolean)
    .join(' ');
  const control: FieldControl = {
    id,
    labelledBy: `${id}-label`,
    label: part.label,
    describedBy: describedBy || undefined,
    required: part.required,
    invalid: problem !== null,
    onChange,
  };
  const single = part.component.type === componentKind.checkbox;
  return (
    <div class={single ? 'field single' : 'field'} data-field={part.customId}>
      <label id={`${id}-label`} for={id} class="field-label">
        {part.label}
        {part.required && (
          <span class="required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {part.description && (
        <p id={`${id}-description`} class="field-description">
          {part.description}
        </p>
      )}
      <Control part={part} value={value} channelId={channelId} control={control} />
      {problem && (
        <p id={problemId} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly part: FieldPart;
  readonly value: FieldValue;
  readonly channelId: string;
  readonly control: FieldControl;
}

const asList = (value: FieldValue): readonly string[] => (Array.isArray(value) ? value : []);

function Control({ part, value, channelId, control }: ControlProps) {
  const { view } = useScene();
  const { component } = part;
  switch (component.type) {
    case componentKind.textInput:
      return (
        <TextField
          input={component}
          value={typeof value === 'string' ? value : ''}
          control={control}
        />
      );
    case componentKind.radioGroup:
      return (
        <RadioGroup
          options={component.options}
          value={typeof value === 'string' ? value : null}
          control={control}
        />
      );
    case componentKind.checkboxGroup:
      return (
        <CheckboxGroup
          options={component.options}
          chosen={asList(value)}
          max={countLimits(component).max}
          control={control}
        />
      );
    case componentKind.checkbox:
      return <SingleCheckbox value={value === true} control={control} />;
    case componentKind.fileUpload:
      return <FileField ids={asList(value)} max={countLimits(component).max} control={control} />;
    case componentKind.stringSelect:
    case componentKind.userSelect:
    case componentKind.roleSelect:
    case componentKind.mentionableSelect:
    case componentKind.channelSelect:
      return (
        <SelectMenu
          id={control.id}
          labelledBy={control.labelledBy}
          label={part.label}
          describedBy={control.describedBy}
          invalid={control.invalid}
          placeholder={component.placeholder ?? words().form.select}
          choices={selectChoices(component, view, channelId)}
          chosen={asList(value)}
          min={part.required ? countLimits(component).min : 0}
          max={countLimits(component).max}
          searchable={component.type !== componentKind.stringSelect}
          onChange={control.onChange}
        />
      );
  }
}
