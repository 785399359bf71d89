declare const brand: unique symbol;

/** A distinct primitive type, made by one constructor function, so that ids cannot be mixed up. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
