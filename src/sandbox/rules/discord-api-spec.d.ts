/** The package ships its schemas without types; each is a zod/mini schema. */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniType } from 'zod/mini';

  const schemas: Readonly<Record<string, ZodMiniType>>;
  export = schemas;
}
