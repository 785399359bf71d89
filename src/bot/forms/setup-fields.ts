/** The fields of `/setup`. */
import { bad, good } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import type { TypedChannel } from '../installation/tools.ts';
import { choicesOf, field, readWith, textControl } from './field.ts';
import { oneOf } from './fields.ts';

/** No channel any more. */
export const noChannel = '-';

const mention = /^<#(\d{17,20})>$/;
const link = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/\d{17,20}\/(\d{17,20})$/;

/** `#staff`, `staff`, an id, a mention or a link. */
function typedChannel(text: string): TypedChannel {
  const trimmed = text.trim();
  const id = (mention.exec(trimmed) ?? link.exec(trimmed) ?? /^(\d{17,20})$/.exec(trimmed))?.[1];
  return id === undefined ? { kind: 'name', name: trimmed.replace(/^#/, '') } : { kind: 'id', id };
}

export const staffChannelField = () =>
  field<TypedChannel>('staffChannel', {
    control: textControl(120),
    schema: () => readWith((text) => good(typedChannel(text))),
  });

export const logChannelField = () =>
  field<TypedChannel | typeof noChannel>('logChannel', {
    control: textControl(120),
    schema: () =>
      readWith((text) => good(/^[-–—]$/.test(text.trim()) ? noChannel : typedChannel(text))),
  });

export const currencyNameField = () =>
  field<string>('currencyName', {
    control: textControl(20),
    schema: () =>
      readWith((text) => {
        const typed = text.trim();
        // Before capitals are made: those of other letters may be ASCII.
        return /^[A-Za-z][A-Za-z0-9]{1,5}$/.test(typed)
          ? good(typed.toUpperCase())
          : bad(words.reasons.form.currencyName);
      }),
  });

export type DepositRule = 'open' | 'approval';
const rules = choicesOf<DepositRule>(['open', 'approval'], words.fields.depositRule.choices);

export const depositRuleField = () =>
  field<DepositRule>('depositRule', {
    control: { kind: 'choice', choices: rules },
    schema: () => oneOf(rules),
  });
