declare const brand: unique symbol;

/** A primitive that only its own constructor function may make, so two ids cannot be confused. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
