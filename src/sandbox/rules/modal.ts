/** Forms: https://docs.discord.com/developers/interactions/receiving-and-responding#modal */
import { ComponentType } from 'discord-api-types/v10';
import { componentIssues, placedComponents, type Placed } from './components.ts';
import type { Issue } from '../http/issue.ts';

const topLevelMax = 5;

export function modalIssues(data: { readonly components?: unknown }): Issue[] {
  const components = (data.components ?? []) as readonly unknown[];
  const placed = placedComponents(components, ['components']);
  const tooMany: Issue[] =
    components.length > topLevelMax
      ? [
          {
            path: ['components'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between 1 and ${topLevelMax} in length.`,
          },
        ]
      : [];
  return [...tooMany, ...componentIssues(placed), ...placed.flatMap(inModal)];
}

const takesRequired: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.CheckboxGroup,
]);

function inModal({ component, path }: Placed): Issue[] {
  const issues: Issue[] = [];
  if (component['disabled'] === true) {
    const message = 'Components in a modal cannot be disabled';
    issues.push({ path: [...path, 'disabled'], code: 'MODAL_COMPONENT_DISABLED', message });
  }
  const isRequired = component['required'] !== false;
  if (takesRequired.has(component.type) && isRequired && component['min_values'] === 0) {
    const message = 'A required component needs min_values of 1 or more';
    issues.push({ path: [...path, 'min_values'], code: 'BASE_TYPE_INVALID_RANGE', message });
  }
  if (component.type === ComponentType.ActionRow) {
    const inputs = component['components'] as readonly unknown[];
    if (inputs.length > 1) {
      const message = 'A row of a modal can have only one text input';
      const code = 'COMPONENT_LAYOUT_WIDTH_EXCEEDED';
      issues.push({ path: [...path, 'components'], code, message });
    }
    inputs.forEach((input, index) => {
      if ((input as { label?: unknown }).label) return;
      const message = 'This field is required';
      const at = [...path, 'components', index, 'label'];
      issues.push({ path: at, code: 'BASE_TYPE_REQUIRED', message });
    });
  }
  const inner = component['component'] as { type?: unknown; label?: unknown } | undefined;
  if (
    component.type === ComponentType.Label &&
    inner?.label !== undefined &&
    inner.label !== null
  ) {
    const message = 'A text input inside a label must not have its own label';
    const at = [...path, 'component', 'label'];
    issues.push({ path: at, code: 'TEXT_INPUT_LABEL_IN_LABEL', message });
  }
  return issues;
}
