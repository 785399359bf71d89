/** What single settings must be. */
import { z } from 'zod';
import { terminal } from '../words/index.ts';

const { mustBe } = terminal.settings;

export const smtpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol), mustBe.smtpUrl);
export const hostAddress = z.string().regex(/^[\w.:-]{1,100}$/, mustBe.host);
export const filePath = z.string().regex(/^(?:\/|[A-Z]:\\).{1,200}$/, mustBe.filePath);
/** Passkeys need https, or this machine. */
export const publicUrl = z
  .string()
  .regex(
    /^(?:https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,63}|http:\/\/localhost)(?::\d{1,5})?\/?$/,
    mustBe.publicUrl,
  )
  .transform((text) => text.replace(/\/$/, ''));
export const mailAddress = z
  .string()
  .max(254)
  .regex(/^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, mustBe.mailAddress);
export const pepper = z
  .string()
  .min(32, mustBe.characters(32, 512))
  .max(512, mustBe.characters(32, 512));
export const piiKey = z
  .string()
  .refine(
    (text) => Buffer.from(text, 'base64').length === 32 && /^[A-Za-z0-9+/]{43}=$/.test(text),
    mustBe.key,
  );

export const witnesses = z
  .string()
  .regex(
    /^\S+\+\S+ https?:\/\/[^\s,]+(\s*,\s*\S+\+\S+ https?:\/\/[^\s,]+){0,19}$/,
    mustBe.witnesses,
  )
  .transform((text) => text.split(/\s*,\s*/));
