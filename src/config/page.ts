/** The settings of the bank's own page. */
import type { SettingValues } from './settings.ts';

/** The bank's own page. */
export interface PageConfig {
  /** Where secrets are typed; `forms`: there is no page. */
  readonly secrets: 'page' | 'forms' | 'both';
  /** Without a slash at the end. Null: this machine's. */
  readonly publicUrl: string | null;
  readonly host: string;
  /** Null: the usual port. */
  readonly port: number | null;
  readonly tls: { readonly certificate: string; readonly key: string } | null;
}

export function pageConfig(values: SettingValues): PageConfig {
  const { PUBLIC_URL: publicUrl, TLS_CERT: certificate, TLS_KEY: key } = values;
  const usual = values.DISCORD_TOKEN === null ? 'both' : 'forms';
  return {
    secrets: values.SECRETS ?? (publicUrl === null ? usual : 'page'),
    publicUrl,
    host: values.PAGE_HOST,
    port: values.PAGE_PORT,
    tls: certificate === null || key === null ? null : { certificate, key },
  };
}
